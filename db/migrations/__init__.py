"""The chain of schema changes, the same for both engines."""
