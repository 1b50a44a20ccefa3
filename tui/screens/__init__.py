"""The browse screen and the dialogs."""
