"""Persons, bodies and places that a report names, describes or points at with a pronoun."""
