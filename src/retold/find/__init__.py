"""A report -> what stands in it, by its words alone."""
