"""Deciding in the terminal: cards to decide on, the screen that shows one, and the session that reads keys."""
