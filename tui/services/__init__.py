"""Workers between the library and the screen."""
