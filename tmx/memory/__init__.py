"""What was translated before: kept, found again by likeness, counted and cleaned."""
