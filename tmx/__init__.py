"""Parallel text, TMX and its kin, and what can be wrong with it."""
