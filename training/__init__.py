"""Trains the models that ship with Retold; reproducible from the corpora, needs torch, is not part of the package."""
