"""Beginning in a folder of translations: what is there, and what to put beside it."""
