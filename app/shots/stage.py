"""A window on invented data that a picture is taken of."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from app.desk import Desk
from app.main_window import MainWindow
from core.demo import fill_with_demo
from core.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from widgets.theme import Appearance

LOCALE = "en_GB"
POLL_MS = 10
# Time for the last paint, and for what shows only when it lasts.
REST_MS = 400
LIMIT_MS = 30_000


class Stage:
    """Files to open and windows on them; each window is closed after its picture."""

    def __init__(self, appearance: Appearance, folder: Path) -> None:
        """Keep files in a folder."""
        self.appearance = appearance
        self.folder = folder
        self._demo = folder / "Rossetti Macchine.db"

    def demo_file(self) -> Path:
        """Return a file with demo data of the picture's own, so that no layout is remembered."""
        if not self._demo.exists():
            workspace = open_workspace(str(self._demo), datetime.now(UTC))
            fill_with_demo(workspace, datetime.now(UTC))
            workspace.database.close()
        own = Path(mkdtemp(dir=self.folder)) / self._demo.name
        return Path(shutil.copy(self._demo, own))

    @contextmanager
    def window(self, file: Path) -> Iterator[tuple[MainWindow, Desk]]:
        """Give a window that has opened a file, or failed to."""
        window = MainWindow(self.appearance)
        desk = Desk(window, self.appearance, str(file), LOCALE)
        window.show()
        desk.open()
        try:
            yield window, desk
        finally:
            window.close()
            window.deleteLater()

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until a condition holds."""
        loop, poll = QEventLoop(), QTimer(interval=POLL_MS)

        def look() -> None:
            if condition():
                loop.quit()

        poll.timeout.connect(look)
        poll.start()
        QTimer.singleShot(LIMIT_MS, loop.quit)
        loop.exec()
        if not condition():
            raise TimeoutError("The screen did not come to what the picture shows.")

    def rest(self) -> None:
        """Let the window paint."""
        loop = QEventLoop()
        QTimer.singleShot(REST_MS, loop.quit)
        loop.exec()

    def save(self, widget: QWidget, path: Path) -> None:
        """Take the picture of a widget."""
        self.rest()
        if not widget.grab().save(str(path)):
            raise OSError(str(path))


@contextmanager
def stage(appearance: Appearance) -> Iterator[Stage]:
    """Give a stage whose files are gone afterwards."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Stage(appearance, Path(folder))
