"""The weights by which a statement is about somebody, fitted to labelled statements."""
