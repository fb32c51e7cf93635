"""The model of `retold.find.attributions.learned`, from PolNeAR and MiniLM."""
