"""What dev.py does: set-up, checks, tests, pictures and the build."""
