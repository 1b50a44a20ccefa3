"""Finding letters: a Whoosh index over array segments, and everything a screen may ask of it."""
