"""Issues in, text out: one module an output format."""
