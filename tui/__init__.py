"""People meeting letters: the command line and the screen."""
