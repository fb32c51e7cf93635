"""A report -> what stands in it, by its words alone: names, times, attributions, typed facts, credits."""
