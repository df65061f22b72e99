"""The texts a user reads, through gettext, so that every floor can speak without Qt."""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DOMAIN = "dealboard"
CATALOGUES = Path(__file__).parent / "translations"
PSEUDO_LANGUAGE = "qps"
_ACCENTED = str.maketrans("aeiouAEIOUcnsz", "áéíóúÁÉÍÓÚçñšž")


class Language:
    """The language in use; one object, so that texts marked at import follow a later choice."""

    def __init__(self) -> None:
        """Start in English, the language of the source."""
        self.code = "en"
        self._catalogue: _gettext.NullTranslations = _gettext.NullTranslations()

    def use(self, code: str) -> None:
        """Switch to the catalogue of a language code; an unknown one reads as English."""
        self.code = code
        if code == PSEUDO_LANGUAGE:
            self._catalogue = _Pseudo()
            return
        self._catalogue = _gettext.translation(DOMAIN, CATALOGUES, [code], fallback=True)

    def text(self, message: str) -> str:
        """Return a message in the language in use."""
        return self._catalogue.gettext(message)

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form of a message that fits a count."""
        return self._catalogue.ngettext(one, many, count)


class _Pseudo(_gettext.NullTranslations):
    """Marks every translated text, so that a text which escaped gettext stands out."""

    def gettext(self, message: str) -> str:
        return f"[{_accented(message)}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"[{_accented(msgid1 if n == 1 else msgid2)}]"


def _accented(message: str) -> str:
    """Return a message with accents, its {placeholders} left alone."""
    parts = message.replace("{", "\0{").replace("}", "}\0").split("\0")
    return "".join(p if p.startswith("{") else p.translate(_ACCENTED) for p in parts)


language = Language()
_: Callable[[str], str] = language.text
ngettext: Callable[[str, str, int], str] = language.plural


def marked(message: str) -> str:
    """Mark a text for the catalogues that is translated only when it is shown."""
    return message
