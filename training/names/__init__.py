"""The model of `retold.find.names.learned`, from MiniLM, reports without names marked and documents with all mentions marked."""
