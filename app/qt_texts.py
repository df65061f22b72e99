"""The texts that Qt brings itself, as the buttons of a dialog and the names of keys."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTranslator

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

log = logging.getLogger(__name__)
SOURCE_LANGUAGE = "en"


class QtTexts:
    """Installs Qt's own catalogue of the language in use, beside those of gettext."""

    def __init__(self, application: QCoreApplication) -> None:
        """Speak in an application, which begins in English."""
        self._application = application
        self._translator: QTranslator | None = None

    def use(self, code: str) -> None:
        """Switch to Qt's catalogue of a language; where there is none, Qt speaks English."""
        self.leave()
        if code == SOURCE_LANGUAGE:
            return
        made = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if made.load(f"qtbase_{code}", folder):
            self._application.installTranslator(made)
            self._translator = made
        else:
            log.warning("Qt has no texts for %s in %s", code, folder)

    def leave(self) -> None:
        """Let Qt speak English again."""
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
