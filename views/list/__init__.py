"""The list of any kind of record: grid, text filter, count."""
