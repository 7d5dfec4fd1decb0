"""How often the checks are right."""
