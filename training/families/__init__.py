"""Fits the weights by which reports are put into families, and says how well they carry over to another affair."""
