"""Files to sources: one module a format."""
