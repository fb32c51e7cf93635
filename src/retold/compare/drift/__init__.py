"""What changed between tellings: attribution, credit, sources, hedges, numbers, times, places, roles, actors, strength."""
