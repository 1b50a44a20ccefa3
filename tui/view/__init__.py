"""Pure layout and painting: letters and rows to lines."""
