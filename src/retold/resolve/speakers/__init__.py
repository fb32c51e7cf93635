"""Who speaks in an attribution, and through whom the words came."""
