"""Who is who across reports."""
