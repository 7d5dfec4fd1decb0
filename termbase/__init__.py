"""Words and concepts: what is called what. Knows nothing of files that hold translations."""
