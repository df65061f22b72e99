"""A board of columns with cards that are dragged between them; it knows no business word."""
