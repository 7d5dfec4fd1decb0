"""Everything a person or a program touches: commands, settings, reports. The only part that prints."""
