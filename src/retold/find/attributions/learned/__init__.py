"""Attributions as people mark them: a small encoder reads the text once, a head gives each cue its source and content."""
