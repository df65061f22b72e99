"""The last net: an error that nobody expected is logged, reported and told, and nothing is lost."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

log = logging.getLogger(__name__)


class CrashReporter:
    """Writes a report of each unexpected error and tells the user where it is."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        """Write into a folder; tell gets one sentence, on the thread of the error."""
        self._folder = folder
        self._tell = tell

    def install(self) -> None:
        """Become the hook of the main thread and of all others."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report an error; an interrupt from the keyboard is none."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("unexpected error", exc_info=(kind, error, trace))
        self._tell(self._reported("".join(traceback.format_exception(kind, error, trace))))

    def _reported(self, text: str) -> str:
        """Write a report and return the sentence that tells of it."""
        try:
            path = self._write(text)
        except OSError:
            return _("Something went wrong. Your data are safe. No report could be written.")
        said = _("Something went wrong. Your data are safe. A report was written to {name}.")
        return said.format(name=path)

    def _report_thread(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self.report(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def _write(self, text: str) -> Path:
        now = datetime.now(UTC)
        path = self._folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        head = f"{now.isoformat()}\nPython {sys.version}\n{platform.platform()}\n\n"
        path.write_text(head + text, encoding="utf-8")
        return path
