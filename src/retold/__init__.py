"""Retold reads the news reports on an affair and keeps the record: who reported what, on whose word, retold from where."""
