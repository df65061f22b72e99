"""Small editors that open over a cell or stand in a form."""

from widgets.editors.choice_editor import ChoiceEditor
from widgets.editors.line_editor import (
    DateEditor,
    LineEditor,
    MoneyEditor,
    PercentEditor,
    TextEditor,
)

Editor = LineEditor | ChoiceEditor

__all__ = [
    "ChoiceEditor",
    "DateEditor",
    "Editor",
    "LineEditor",
    "MoneyEditor",
    "PercentEditor",
    "TextEditor",
]
