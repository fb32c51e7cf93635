"""A text as a small encoder sees it, read once for all who learn from it: names and attributions."""
