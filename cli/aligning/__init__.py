"""Aligning two texts: what is read of them, what is told of the result, and the session that goes through it."""
