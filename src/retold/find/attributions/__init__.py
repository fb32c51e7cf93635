"""Who is said to say or think what: source, cue and content."""
