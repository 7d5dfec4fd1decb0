"""What has changed between two memories, unit by unit and word by word."""
