"""The immutable array segment."""
