"""Icons, themes, translations and the map page."""
