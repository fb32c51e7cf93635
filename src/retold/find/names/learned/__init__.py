"""Who and what is named, learned from annotated reports: spans and how sure each kind is."""
