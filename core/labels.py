"""Labels of acts, translated when they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.history import OUTSIDE
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Mapping

UNDID = marked("Undid: {label}")
REDID = marked("Redid: {label}")
# The value that holds the label of the act that was undone.
OF = "of"


def act_label(label_key: str, values: Mapping[str, str | int]) -> str:
    """Return the label of an act in the language in use."""
    if label_key == OUTSIDE:
        return _("Changed by another program")
    if label_key in {UNDID, REDID}:
        return _(label_key).format(label=_filled(str(values.get(OF, "")), values))
    return _filled(label_key, values)


def _filled(label_key: str, values: Mapping[str, str | int]) -> str:
    # The catalogue answers an empty text with its own header.
    text = _(label_key) if label_key else ""
    try:
        return text.format(**values)
    except (KeyError, IndexError, ValueError):
        # The act of another version of the program, or of another program.
        return text
