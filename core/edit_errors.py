"""What goes wrong while an opportunity is edited or moved, as sentences for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.errors import DealboardError
from resources.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class EditError(DealboardError):
    """A field cannot take a value."""


class FieldError(EditError):
    """What is wrong with one field; field names its column."""

    def __init__(self, field: str, sentence: str) -> None:
        """Keep the field for the cell that shows the sentence."""
        self.field = field
        super().__init__(sentence)


class GoneError(EditError):
    """The opportunity was deleted in the meantime."""

    def __init__(self, title: str | None = None) -> None:
        """Say what to do; a title tells which one of several."""
        text = _("This opportunity has been deleted. Nothing was saved. Refresh.")
        if title is not None:
            text = _("“{title}” has been deleted. Nothing was saved. Refresh.")
            text = text.format(title=title)
        super().__init__(text)


class ConflictError(EditError):
    """Somebody else has changed the same field; values holds what it is now."""

    def __init__(self, values: Mapping[str, Any], sentence: str) -> None:
        """Keep the values; the sentence names them and who changed them."""
        self.values = dict(values)
        super().__init__(sentence)


class MoveError(DealboardError):
    """A move cannot be made."""


class ReasonNeededError(MoveError):
    """Closing needs a reason of the right sign; outcome says which."""

    def __init__(self, outcome: str) -> None:
        """Say what to do."""
        self.outcome = outcome
        super().__init__(
            _("Choose why it was won.") if outcome == "won" else _("Choose why it was lost.")
        )


class ReopenError(MoveError):
    """It is closed, and the user has not said that it is to be opened again; titles names all."""

    def __init__(self, *titles: str) -> None:
        """Name the opportunity, or the first one and how many more there are."""
        self.titles = titles
        more = len(titles) - 1
        text = _("“{title}” is closed. Reopen it to move it on.")
        if more:
            text = ngettext(
                "“{title}” and {count} more are closed. Reopen them to move them on.",
                "“{title}” and {count} more are closed. Reopen them to move them on.",
                more,
            )
        super().__init__(text.format(title=titles[0], count=more))


class MoveRefusedError(MoveError):
    """The workflow does not allow a move; reasons says why, titles for which of several."""

    def __init__(self, stage: str, reasons: Sequence[str], titles: Sequence[str] = ()) -> None:
        """Name the stage and why."""
        self.reasons = list(reasons)
        self.titles = tuple(titles)
        text = _("This cannot move to {stage}: {reasons}")
        if titles:
            text = _("{titles} cannot move to {stage}: {reasons}")
        named = ", ".join(f"“{title}”" for title in titles)
        super().__init__(text.format(titles=named, stage=stage, reasons=" ".join(reasons)))
