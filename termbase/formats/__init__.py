"""Termbases in files: one module a format."""
