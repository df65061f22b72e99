"""What is drawn: themes, grids and the small widgets."""
