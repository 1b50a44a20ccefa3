"""Measurements beside the peers: every script prints ratios taken in one run."""
