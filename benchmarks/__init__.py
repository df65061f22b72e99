"""Measurements of what a user waits for."""
