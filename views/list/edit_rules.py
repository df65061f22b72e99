"""What the list must know to edit a kind of record in its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QDialog, QWidget

    from core.cell_edit import Done
    from views.list.choice_book import ChoiceBook
    from views.list.filter_values import FilterTools
    from widgets.editors import Editor
    from widgets.theme import Appearance

Item = TypeVar("Item")


@dataclass(frozen=True)
class EditGround:
    """What an editor is made with: locale and clock, choices, and what was read for it."""

    tools: FilterTools
    book: ChoiceBook
    # None where the row itself says enough.
    read: Any = None


@dataclass(frozen=True)
class Edit:
    """A value that an editor was left with, in a column of a record."""

    key: UUID
    column: str
    value: object
    # What a chosen value reads.
    title: str = ""
    read: Any = None
    # The record as it was seen.
    before: Any = None
    # What the user has said to the question that a save raised.
    answer: Any = None


class EditRules(Protocol[Item]):
    """Which cells can be edited, how, and how a value is saved."""

    def can_edit(self, item: Item, column: str) -> bool:
        """Tell whether a cell can be edited, as far as the row itself says."""

    def must_read(self, column: str) -> bool:
        """Tell whether more must be read before a column's editor can open."""

    def read(self, key: UUID) -> object:
        """Read it; waits for the database."""

    def editor(self, item: Item, column: str, ground: EditGround) -> Editor:
        """Return the editor of a cell; raises a DealboardError where there is none now."""

    def shown(self, item: Item, edit: Edit) -> Item:
        """Return the record as it will be."""

    def save(self, item: Item, edit: Edit) -> Done:
        """Write a value; waits for the database, raises a DealboardError where it cannot."""

    def question(
        self, appearance: Appearance, item: Item, error: Exception, parent: QWidget
    ) -> Question | None:
        """Return what to ask the user so that a refused save can go on, or nothing."""


class Question(Protocol):
    """A question that a save raised."""

    def prepare(self) -> object:
        """Read what the dialog offers; waits for the database."""

    def dialog(self, prepared: object, answered: Callable[[object], None]) -> QDialog:
        """Return the dialog; it calls answered, or is left without an answer."""
