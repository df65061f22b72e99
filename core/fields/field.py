"""What is known of a field of a record: forms, columns, filters, import and history read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(Enum):
    """What a field holds, and so how it is shown, typed, filtered and compared."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    FLAG = "flag"
    PERCENT = "percent"
    OPTION = "option"
    CHOICE = "choice"
    USER = "user"
    CONTACT = "contact"
    OPPORTUNITY = "opportunity"
    CURRENCY = "currency"
    COUNTRY = "country"


class Written(Enum):
    """Who writes a field: the user, a move of the record, or the program by itself."""

    BY_HAND = "hand"
    BY_MOVE = "move"
    BY_PROGRAM = "program"


@dataclass(frozen=True)
class Field:
    """A field; name is its column, label and help are marked for translation.

    Table: the lookup table of a choice. Options: (value, label) of a fixed list.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    mandatory: bool = False
    written: Written = Written.BY_HAND
    help: str = ""
    table: str = ""
    options: tuple[tuple[str, str], ...] = ()
    rule: Callable[[int], str | None] | None = None

    @property
    def editable(self) -> bool:
        """Tell whether a user types it."""
        return self.written is Written.BY_HAND

    @property
    def title(self) -> str:
        """Return the label in the language in use."""
        return _(self.label)

    @property
    def hint(self) -> str:
        """Return the help in the language in use."""
        # The catalogue answers an empty text with its own header.
        return _(self.help) if self.help else ""

    def problem(self, value: object) -> str | None:
        """Return what is wrong with a value, as a sentence for the user."""
        empty = value is None or (isinstance(value, str) and not value.strip())
        if empty:
            text = _("{field} must be filled in.")
            return text.format(field=self.title) if self.mandatory else None
        if self.rule is not None and isinstance(value, int):
            return self.rule(value)
        return None
