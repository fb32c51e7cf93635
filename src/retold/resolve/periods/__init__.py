"""When a time expression was, once the day of publication is known."""
