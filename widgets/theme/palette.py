"""Handing a theme to the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from widgets.theme.theme import Theme

Part = QPalette.ColorRole
Group = QPalette.ColorGroup

ROLES = (
    (Part.Window, "window"),
    (Part.WindowText, "text"),
    (Part.Base, "field"),
    (Part.AlternateBase, "surface-sunken"),
    (Part.Text, "text"),
    (Part.PlaceholderText, "text-faint"),
    (Part.Button, "surface"),
    (Part.ButtonText, "text"),
    (Part.BrightText, "accent-text"),
    (Part.Highlight, "selection"),
    (Part.HighlightedText, "text"),
    (Part.Accent, "accent"),
    (Part.Link, "link"),
    (Part.LinkVisited, "link"),
    (Part.ToolTipBase, "tooltip"),
    (Part.ToolTipText, "tooltip-text"),
    # Fusion draws frames and grooves with these.
    (Part.Light, "surface"),
    (Part.Midlight, "border"),
    (Part.Mid, "border-strong"),
    (Part.Dark, "border-strong"),
    (Part.Shadow, "border-strong"),
)
DISABLED = (Part.WindowText, Part.Text, Part.ButtonText, Part.HighlightedText)


def palette_of(theme: Theme) -> QPalette:
    """Return the palette that a theme gives to Qt's own style."""
    palette = QPalette()
    for part, role in ROLES:
        palette.setColor(part, theme.colour(role))
    for part in DISABLED:
        palette.setColor(Group.Disabled, part, theme.colour("text-disabled"))
    palette.setColor(Group.Inactive, Part.Highlight, theme.colour("selection-inactive"))
    return palette


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application a theme's style, palette, font and style sheet."""
    app.setStyle("Fusion")
    app.setPalette(palette_of(theme))
    app.setFont(theme.font("body"))
    app.setStyleSheet(theme.sheet)
