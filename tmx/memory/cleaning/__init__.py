"""What is wrong with the units of a memory, and which of them had better go."""
