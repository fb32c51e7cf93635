"""The record as people and programs read it: the brief, the command line, the JSON of the contract."""
