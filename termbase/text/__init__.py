"""Text as such: scripts, comparison forms, word borders, conversion, inflection."""
