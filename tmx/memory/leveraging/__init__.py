"""How much of a text has been translated before, or is said more than once in it: what a translator counts by."""
