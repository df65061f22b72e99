"""Draws the screens to picture files, for the README and for whoever looks them over."""
