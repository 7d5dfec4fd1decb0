"""Translation memories: what was translated before, looked up, counted, cleaned, merged and compared."""
