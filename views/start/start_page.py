"""The page that a first start shows: try it, begin, go on, connect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from resources.texts import _, ngettext
from views.start.connection_fold import ConnectionFold
from views.start.look_choices import LookChoices
from views.start.recent_panel import RecentPanel
from widgets.busy_bar import BusyBar
from widgets.icon_label import IconLabel
from widgets.message_bar import MessageBar, MessageKind
from widgets.popup_menu import PopupMenu
from widgets.start import ChoiceTile, ConnectionState, ConnectionValues, StartCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.formats import Formats
    from views.start.values import RecentDatabase, SavedCopy
    from widgets.theme import Appearance

COLUMNS = 2


class StartPage(QWidget):
    """Says what was chosen; whoever shows it opens databases."""

    demo_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    import_wanted = Signal()
    # A backup from the list, or one yet to be looked for.
    restore_chosen = Signal(str)
    restore_wanted = Signal()
    recent_chosen = Signal(str)
    recent_forgotten = Signal(str)
    connect_wanted = Signal(object)
    test_wanted = Signal(object)
    cancel_wanted = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    density_chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, formats: Formats, *, offers_import: bool = False
    ) -> None:
        """Build the page; own lists are imported only where that is offered."""
        super().__init__()
        self._formats = formats
        self._copies: tuple[SavedCopy, ...] = ()
        self._offers_import = offers_import
        self.card = StartCard(
            appearance,
            _("Welcome to Dealboard"),
            _("One click and you are in. You can change every answer later in the settings."),
        )
        self._build_parts(appearance)
        self._lay_out(appearance)
        self._connect()

    def set_recent(self, recent: Sequence[RecentDatabase]) -> None:
        """List what was open before, the latest first."""
        self.recent.set_recent(recent)

    def set_backups(self, copies: Sequence[SavedCopy]) -> None:
        """Offer these backups, the newest first."""
        self._copies = tuple(copies)
        self.restore.set_sentence(self._newest_copy() or _restore_words())

    def set_look(self, language: str, theme: str, density: str) -> None:
        """Show which language, theme and density are in use."""
        self.look.language.select(language)
        self.look.theme.select(theme)
        self.look.density.select(density)

    def set_connection(self, values: ConnectionValues) -> None:
        """Show where a shared database is."""
        self.connection.form.set_values(values)
        self.connection.unfold()

    def set_connection_state(self, kind: ConnectionState, sentence: str) -> None:
        """Say beside the fields what came of trying a connection."""
        self.connection.form.set_state(kind, sentence)

    def set_busy(self, sentence: str, *, can_cancel: bool = False) -> None:
        """Say what is being done and bar all choices until it is done; empty frees them."""
        for tile in self.tiles:
            tile.set_barred(sentence)
        self.recent.list.setEnabled(not sentence)
        self.connection.form.setEnabled(not sentence)
        if sentence:
            self.message.hide()
            self.busy.start(sentence, can_cancel=can_cancel)
        else:
            self.busy.finish()

    def set_progress(self, done: int, total: int, sentence: str = "") -> None:
        """Show how far the work is that was said by set_busy."""
        self.busy.set_progress(done, total, sentence)

    def set_error(self, sentence: str) -> None:
        """Say what went wrong and let the user choose again; empty takes it away."""
        self.set_busy("")
        if sentence:
            self.message.show_message(MessageKind.NEGATIVE, sentence)
            self._reveal(self.message)
        else:
            self.message.hide()

    def _build_parts(self, appearance: Appearance) -> None:
        self.message = MessageBar(appearance)
        self.busy = BusyBar(keeps_place=True)
        self.recent = RecentPanel(appearance, self._formats)
        self.look = LookChoices()
        self.connection = ConnectionFold(appearance)
        self.demo = ChoiceTile(
            appearance,
            "flask",
            _("Try it with demo data"),
            _(
                "An invented machine builder with two years of opportunities, ready in a few "
                "seconds. No questions; it lives in a file of its own."
            ),
            large=True,
        )
        self.new = ChoiceTile(appearance, "plus-circle", _("New empty database"), _new_words())
        self.open = ChoiceTile(appearance, "folder-open", _("Open a file"), _open_words())
        self.sample = ChoiceTile(
            appearance, "download-simple", _("Import the CRM sample"), _sample_words()
        )
        self.own = ChoiceTile(appearance, "table", _("Import your own list"), _own_words())
        self.restore = ChoiceTile(
            appearance, "clock-counter-clockwise", _("Restore a backup"), _restore_words()
        )
        small = (self.new, self.open, self.sample, self.own, self.restore)
        self.tiles = (self.demo, *small, self.connection.tile)

    def _lay_out(self, appearance: Appearance) -> None:
        title = QLabel(_("How do you want to begin?"))
        title.setProperty("kind", "title")
        body = self.card.body
        for widget in (self.message, title, self.demo):
            body.addWidget(widget)
        body.addSpacing(8)
        body.addLayout(self._grid())
        body.addWidget(self.connection)
        body.addStretch(1)
        body.addSpacing(8)
        body.addLayout(_promise(appearance))
        self.card.aside.addWidget(self.recent, 1)
        self.card.foot.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card, 1)
        column.addWidget(self.busy)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        shown = [self.new, self.open, self.sample, self.own, self.restore]
        if not self._offers_import:
            shown.remove(self.own)
            self.own.setParent(self)
            self.own.hide()
        for place, tile in enumerate(shown):
            row, column = divmod(place, COLUMNS)
            last = place == len(shown) - 1 and column == 0
            grid.addWidget(tile, row, column, 1, COLUMNS if last else 1)
        return grid

    def _connect(self) -> None:
        self.demo.clicked.connect(self.demo_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.own.clicked.connect(self.import_wanted)
        self.restore.clicked.connect(self._offer_copies)
        self.recent.chosen.connect(self.recent_chosen)
        self.recent.forgotten.connect(self.recent_forgotten)
        self.connection.form.connect_requested.connect(self.connect_wanted)
        self.connection.form.test_requested.connect(self.test_wanted)
        self.connection.unfolded.connect(lambda: self._reveal(self.connection))
        self.busy.cancelled.connect(self.cancel_wanted)
        self.look.language_chosen.connect(self.language_chosen)
        self.look.theme_chosen.connect(self.theme_chosen)
        self.look.density_chosen.connect(self.density_chosen)

    @Slot()
    def _offer_copies(self) -> None:
        """Offer the backups that are known; where there are none, one is looked for."""
        if not self._copies:
            self.restore_wanted.emit()
            return
        self.copies_menu().popup(self.restore.mapToGlobal(QPoint(0, self.restore.height())))

    def copies_menu(self) -> PopupMenu:
        """Return a menu of the backups by day, and of a file from elsewhere."""
        menu = PopupMenu(_("Restore a backup"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for copy in self._copies:
            words = _("{day}  {name}").format(day=self._formats.day(copy.day), name=copy.name)
            menu.addAction(words.replace("&", "&&")).setData(copy.path)
        menu.addSeparator()
        menu.addAction(_("Choose a file…")).setData("")
        menu.triggered.connect(lambda action: self._restore(action.data()))
        return menu

    def _restore(self, path: str) -> None:
        if path:
            self.restore_chosen.emit(path)
        else:
            self.restore_wanted.emit()

    def _newest_copy(self) -> str:
        if not self._copies:
            return ""
        count = len(self._copies)
        words = ngettext(
            "{count} backup, of {day}.", "{count} backups, the newest of {day}.", count
        )
        day = self._formats.day(max(copy.day for copy in self._copies))
        return words.format(count=self._formats.count(count), day=day)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to what has just been shown, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        area = self.card.findChild(QScrollArea)
        for each in self.card.findChildren(QScrollArea):
            if each.isAncestorOf(widget):
                area = each
        if area is not None:
            area.ensureWidgetVisible(widget)


def _promise(appearance: Appearance) -> QHBoxLayout:
    words = QLabel(_("Nothing leaves this computer unless you connect it."))
    words.setProperty("kind", "muted")
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel(appearance, "lock-simple", "text-muted", 16))
    row.addWidget(words, 1)
    return row


def _new_words() -> str:
    return _("Yours alone, in a file on this computer. Stages and lists are ready to edit.")


def _open_words() -> str:
    return _("A Dealboard database that lies somewhere else.")


def _sample_words() -> str:
    return _("8,800 opportunities of a public data set, in a new file.")


def _own_words() -> str:
    return _("Contacts and opportunities from Excel or CSV.")


def _restore_words() -> str:
    return _("A copy that Dealboard keeps each day.")
