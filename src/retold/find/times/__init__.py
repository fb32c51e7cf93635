"""Words that name a time, and what they tell of it by themselves."""
