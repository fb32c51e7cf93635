"""Who each mention of a report is: names, descriptions and pronouns joined to chains."""
