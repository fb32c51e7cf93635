"""What each page asks of the case: a file a page, each with a function that returns what its template shows."""
