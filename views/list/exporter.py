"""Exports what a list shows: which file, progress, a way out."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from core.export import Format
from core.export_table import Moments
from core.list_export import ExportColumnWish, ExportWish
from db.errors import DealboardError
from models.task import Task
from resources.texts import _, ngettext
from views.list.selection import chosen_count, chosen_spans
from widgets.menu_entries import MenuEntry, fill_menu
from widgets.popup_menu import PopupMenu

if TYPE_CHECKING:
    from uuid import UUID

    from core.list_export import ListExport
    from views.list.column_keeper import ColumnKeeper
    from views.list.list_frame import ListFrame
    from views.list.tools import ListBase

KINDS = {Format.XLSX: "xlsx", Format.CSV: "csv"}
CHOSEN = "chosen:"


class Exported(NamedTuple):
    """How many rows a file has."""

    rows: int
    target: Path


class Exporter(QObject):
    """Writes one file at a time."""

    exported = Signal(object)
    refused = Signal(Exception)
    failed = Signal(Exception)

    def __init__(
        self, base: ListBase[Any], keeper: ColumnKeeper, frame: ListFrame, export: ListExport
    ) -> None:
        """Show progress in the frame of a list; keeper says which columns are shown."""
        super().__init__(frame)
        self._base = base
        self._keeper = keeper
        self._frame = frame
        self._busy = busy = frame.busy
        self._export = export
        self._tools = base.tools
        self.menu = PopupMenu(_("Export"), frame)
        frame.bar.export.clicked.connect(self.offer)
        self._stop = Event()
        self._running = False
        self.dialog: QFileDialog | None = None
        busy.cancelled.connect(self.cancel)

    def entries(self, chosen: int) -> list[MenuEntry]:
        """Return what can be exported: all rows, or the chosen ones where there are several."""
        entries = [
            MenuEntry("xlsx", _("Excel…"), "table"),
            MenuEntry("csv", _("CSV…"), "file-text"),
        ]
        if chosen > 1:
            count = self._tools.formats.count(chosen)
            excel = _("Excel, the {count} chosen rows…").format(count=count)
            csv = _("CSV, the {count} chosen rows…").format(count=count)
            entries += [
                MenuEntry(f"{CHOSEN}xlsx", excel, "table", separated=True),
                MenuEntry(f"{CHOSEN}csv", csv, "file-text"),
            ]
        return entries

    @Slot()
    def offer(self) -> None:
        """Open the menu under its button."""
        button = self._frame.bar.export
        entries = self.entries(chosen_count(self._base.grid.selectionModel()))
        fill_menu(self.menu, self._base.appearance, entries, self.choose_file)
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def choose_file(self, key: str) -> None:
        """Let the user choose where an entry's file goes, and write it."""
        kind = Format(key.removeprefix(CHOSEN))
        dialog = QFileDialog(self._frame, _("Export"), self._frame.title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(KINDS[kind])
        filters = {Format.XLSX: _("Excel files"), Format.CSV: _("CSV files")}
        dialog.setNameFilter(f"{filters[kind]} (*.{KINDS[kind]})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen_only = key.startswith(CHOSEN)
        dialog.fileSelected.connect(
            lambda target: self.write(Path(target), kind, chosen_only=chosen_only)
        )
        self.dialog = dialog
        dialog.open()

    def write(self, target: Path, kind: Format, *, chosen_only: bool = False) -> None:
        """Write a file in the background."""
        if self._running:
            return
        self._running, self._stop = True, Event()
        self._busy.start(_("Exporting to {name}…").format(name=target.name))
        wish = self._wish(target, kind, chosen_only=chosen_only)
        stop = self._stop
        moments = Moments(self._tools.clock(), self._tools.calendar.zone)

        def work() -> Exported:
            def told(done: int, total: int) -> None:
                task.progressed.emit((done, total))

            return Exported(self._export.write(wish, moments, told, stop.is_set), target)

        task = Task(work)
        task.progressed.connect(self._progress)
        task.done.connect(self._done)
        task.failed.connect(self._fail)
        self._base.tasks.start(task)

    def _wish(self, target: Path, kind: Format, *, chosen_only: bool) -> ExportWish:
        """Return what is written: the columns that are shown, as they stand."""
        shown = map(self._base.column, self._keeper.shown)
        wishes = [ExportColumnWish(c.name, c.title, c.words) for c in shown]
        ids: list[UUID] | None = None
        if chosen_only:
            chosen, known = self._base.grid.selectionModel(), self._base.model.loader.ids
            spans = chosen_spans(chosen)
            ids = [key for span in spans for key in known.slice(span.start, len(span))]
        return ExportWish(self._base.query(), wishes, self._frame.title, target, kind, ids)

    @Slot()
    def cancel(self) -> None:
        """Stop; no file is left behind."""
        self._stop.set()

    @Slot(object)
    def _progress(self, progress: tuple[int, int]) -> None:
        self._busy.set_progress(*progress)

    @Slot(object)
    def _done(self, exported: Exported) -> None:
        self._end()
        self.exported.emit(exported)

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        self._end()
        (self.refused if isinstance(error, DealboardError) else self.failed).emit(error)

    def _end(self) -> None:
        self._running = False
        self._busy.finish()


def exported_words(exported: Exported, count: str) -> str:
    """Return the sentence of a file that was written."""
    text = ngettext(
        "{count} row was exported to {name}.",
        "{count} rows were exported to {name}.",
        exported.rows,
    )
    return text.format(count=count, name=exported.target)
