"""The screen of a board: of probabilities, or of the stages of a workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from core.board_values import BoardQuery
from core.opportunity_form import OpportunityForm
from models.asker import Asker
from models.board_model import BoardModel
from models.record_loader import PAINTED_MS
from resources.texts import _, ngettext
from views.boards.board_bar import BoardBar
from views.boards.board_columns import ShownColumns
from views.boards.board_covers import BoardCovers
from views.boards.board_frame import BoardFrame
from views.boards.board_status import BoardStatus
from views.boards.card_copier import CardCopier
from views.boards.card_faces import CardFaces, FaceParts
from views.boards.card_menu import COPY, OPEN, SHOW, CardMenu
from views.boards.card_moves import CardMoves, MoveGround
from views.boards.card_words import CardWords
from views.boards.chosen_cards import ChosenCards
from views.boards.column_words import accepts_entry
from views.boards.drags import Drags
from views.boards.quick_lines import QuickLines
from views.filter_bar.bar_filters import BarFilters
from views.list.choice_book import ChoiceBook
from views.list.filter_values import FilterTools
from views.list.fresh_rows import FreshRows
from views.list.list_state import ListState
from views.list.tools import FilterBase
from views.list.view_menu import ViewMenu
from views.opportunities.columns import opportunity_columns
from views.opportunities.edit_dialog import OpportunityEditor
from views.opportunities.shared_filter import FilterLink
from widgets.message_bar import MessageKind
from widgets.theme import Density

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from core.board_moves import Bar
    from core.board_place import Place
    from core.board_values import Workflow
    from db.opportunity_list import OpportunityItem
    from models.board_model import OthersMove
    from views.boards.board_choices import BoardChoices
    from views.boards.board_parts import BoardParts
    from views.boards.card_menu import CardChoice
    from views.boards.card_moves import Trouble
    from views.boards.kinds import BoardAbout
    from views.context import ScreenContext
    from widgets.grid.cell import Index
    from widgets.kanban.values import Card

    Keys = tuple[UUID, ...]
    Slotted = Callable[[], object]

MINUTE_MS = 60_000
# What is most often filtered by, ahead of all other fields.
FILTERS = (
    *("type", "user", "agent", "entered_by", "probability", "stage", "campaign", "contact"),
    *("expected_close", "created", "closed", "last_activity", "next_activity"),
    *("net", "tags"),
)


class BoardView(BoardFrame):
    """Opportunities as cards in columns: filtered, dragged, entered, opened."""

    failed = Signal(Exception)
    # A board stands: all is well again.
    shown = Signal()
    # What the status bar says now; a deed of the user: its act and what it is called.
    status_changed = Signal(object)
    acted = Signal(object, str)
    copied = Signal(int)
    choices_changed = Signal(object)
    views_changed = Signal()
    # A card is to be shown in the list; the database is to be filled with demo data.
    list_wanted = Signal(object)
    demo_wanted = Signal()

    def __init__(
        self, context: ScreenContext, about: BoardAbout, parts: BoardParts, choices: BoardChoices
    ) -> None:
        """Build the screen; nothing is read before it starts."""
        super().__init__(context, about.title)
        self._context = context
        self._about = about
        self._parts = parts
        self._now = context.clock()
        self._read_choices = self._focused = False
        self._retry: Slotted | None = None
        self._build_filters(context, parts)
        self._build_cards(context, parts, choices)
        self._connect()
        self._add_actions()
        self.board_bar.show_choices(choices)
        self._use_density()

    @property
    def choices(self) -> BoardChoices:
        """What the user has chosen besides the filter."""
        return self.columns.choices

    def start(self) -> None:
        """Show the filter of the other screens, else the view to begin with, and read."""
        if self._about.needs_workflow:
            self._read_workflows()
        shared = self._parts.shared
        self.view_menu.begin(shared.content, shared.view_id)

    def query(self) -> BoardQuery | None:
        """Return what the board asks for now; None while it has no workflow to show."""
        asked, choices = self.base.query(), self.choices
        workflow = self.board_bar.workflow_id if self._about.needs_workflow else None
        if self._about.needs_workflow and workflow is None:
            return None
        return BoardQuery(
            self._about.kind,
            asked.filters,
            asked.text,
            choices.order,
            choices.descending,
            workflow,
            choices.closed_days or self._context.parameters.closed_days_shown,
        )

    def take_changes(self, rows: Mapping[str, AbstractSet[UUID]] | None, who: str = "") -> None:
        """Take rows that have changed, by table, or None for all; who: somebody else did it."""
        self.model.take_changes(rows, who)

        def touches(*tables: str) -> bool:
            return rows is None or any(table in rows for table in tables)

        if touches("opportunity"):
            self.sums.read()
        if touches(*self.base.source.watched - {"opportunity"}):
            self.base.book.read()
        if touches("saved_view"):
            self.view_menu.read()
        if self._about.needs_workflow and touches("workflow", "stage"):
            self._read_workflows()

    @Slot()
    def read_again(self) -> None:
        """Read what is shown anew; the user's place stays."""
        if self._about.needs_workflow:
            self._read_workflows()
        if self.model.query is None:
            self._ask()
        else:
            self.model.read_again()
        self.base.book.read()

    @Slot()
    def focus_search(self) -> None:
        """Put the cursor into the text filter."""
        self.search.setFocus()
        self.search.selectAll()

    def _build_filters(self, context: ScreenContext, parts: BoardParts) -> None:
        columns = opportunity_columns()
        state = ListState(self, [each.name for each in columns if each.shown])
        book = ChoiceBook(parts.opportunities, columns, context.formats, context.tasks)
        book.setParent(self)
        self.base: FilterBase[OpportunityItem] = FilterBase(
            context.appearance,
            context.tasks,
            FilterTools(context.formats, parts.calendar, context.clock),
            parts.opportunities,
            columns,
            state,
            book,
            parts.names,
        )
        switch = _("With its child companies")
        self.filters = BarFilters(self.base, self.bar.chips, FILTERS, switch)
        self.view_menu = ViewMenu(self.base, self.bar.view, parts.views, _("All opportunities"))
        self.board_bar = BoardBar(self.bar, self.filters, context)
        self.link = FilterLink(parts.shared, state, self.view_menu, self)

    def _build_cards(
        self, context: ScreenContext, parts: BoardParts, choices: BoardChoices
    ) -> None:
        look, tasks, formats, clock = (
            *(context.appearance, context.tasks),
            *(context.formats, context.clock),
        )
        form = OpportunityForm(parts.workspace)
        ground = MoveGround(parts.workspace, self._about.kind, form.reasons, tasks, clock)
        self.model = BoardModel(parts.source, parts.cards, tasks, clock, self)
        self.columns = ShownColumns(self.model, self.board, formats, choices)
        self.covers = BoardCovers(self.base, self.model, self.board, parts.opportunities)
        self.moves = CardMoves(ground, self.model, self._named, self)
        self.fresh = FreshRows(look, self)
        words = CardWords(formats, context.parameters, parts.calendar)
        self.faces = CardFaces(FaceParts(look, words, self.fresh, self.moves, lambda: self._now))
        self.drags = Drags(ground, self.model, self.board, self.moves, formats)
        self.quick = QuickLines(ground, self.base, self.model, self.board)
        self.editor = OpportunityEditor(form, tasks, self.base.tools, self)
        self.menu = CardMenu(look, self)
        self.copier = CardCopier(parts.cards, formats, tasks, self)
        self.sums = ChosenCards(parts.figures, tasks, formats, clock, self)
        self.status = BoardStatus(self.model, self.sums, self.drags, formats)
        self._asker = Asker(tasks, self)

    def _connect(self) -> None:
        self._connect_bar()
        self._connect_cards()
        self._connect_parts()
        # "Overdue" goes on while nobody touches the board.
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._minute.start()
        self._behind = QTimer(self, interval=PAINTED_MS, singleShot=True)
        self._behind.timeout.connect(self._read_rest)

    def _connect_bar(self) -> None:
        self.base.state.asked.connect(self._ask)
        self.search.text_settled.connect(self.base.state.set_text)
        self.filters.text_wanted.connect(self.focus_search)
        self.board_bar.changed.connect(self._choose)
        self.board_bar.read_wanted.connect(self.read_again)
        self.board_bar.all_wanted.connect(lambda all_: self.columns.open_or_collapse(opened=all_))
        self.columns.changed.connect(self._keep_choices)
        self.view_menu.told.connect(self.say)
        self.view_menu.refused.connect(self._refuse)
        self.view_menu.changed.connect(self.views_changed)
        self.view_menu.began.connect(self.views_changed)
        self.message.link_clicked.connect(self._try_again)
        self._context.appearance.changed.connect(self._use_density)

    def _connect_cards(self) -> None:
        self.model.shown.connect(self._show)
        self.model.others_moved.connect(self._name_movers)
        self.fresh.changed.connect(self.board.refresh)
        self.moves.marked.connect(self.board.refresh)
        self.moves.troubled.connect(self._tell_trouble)
        self.editor.refused.connect(self._refuse)
        self.editor.saved.connect(self._read_card)
        self.board.activated.connect(self.editor.open)
        self.board.chosen.connect(self.sums.choose)
        self.board.chosen.connect(self.moves.look_elsewhere)
        self.board.menu_wanted.connect(self._offer)
        self.menu.chosen.connect(self._do)
        self.covers.workflow_wanted.connect(self.board_bar.choose_workflow)
        self.covers.demo_wanted.connect(self.demo_wanted)
        self.covers.entry_wanted.connect(self._begin_entry)

    def _connect_parts(self) -> None:
        for part in (
            *(self.model, self.drags, self.quick, self.sums, self.editor, self.moves),
            *(self.base.book, self.view_menu, self._asker, self.copier, self.covers),
        ):
            part.failed.connect(self.failed)
        for deed in (self.moves, self.quick, self.editor):
            deed.acted.connect(self.acted)
        self.copier.copied.connect(self.copied)
        self.status.changed.connect(self.status_changed)

    def _add_actions(self) -> None:
        keys = QKeySequence.StandardKey
        _add_action(self, _("Find"), keys.Find, self.focus_search)
        _add_action(self, _("Read again"), keys.Refresh, self.read_again)
        _add_action(self.board, _("Copy"), keys.Copy, self._copy)
        shown = QKeySequence(keys.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.search.setToolTip(_("Find ({shortcut})").format(shortcut=shown))

    def _look(self, index: Index) -> Card | None:
        return self.faces.look(index)

    def _key(self, index: Index) -> UUID | None:
        return self.faces.key(index)

    @Slot()
    def _ask(self) -> None:
        """Read for other filters, words, sorts, days or stages."""
        text = self.base.state.content.text
        if self.search.text().strip() != text:
            self.search.setText(text)
            self.search.settle()
        query = self.query()
        if query is not None:
            self.message.hide()
            self.model.ask(query)

    @Slot()
    def _show(self) -> None:
        self._behind.start()
        self.shown.emit()
        if not self._focused:
            self._focused = True
            self._focus_cards()

    def _focus_cards(self) -> None:
        """Give the keyboard to the cards, unless the user has put it somewhere already."""
        held = self.focusWidget()
        if held in {None, self.bar.view} and self.isVisible():
            pane = next((each for each in self.board.columns if each.cards is not None), None)
            if pane is not None and pane.cards is not None:
                pane.cards.setFocus()

    @Slot()
    def _read_rest(self) -> None:
        """Read what stands round the cards, once the first of them are painted."""
        if not self._read_choices:
            self._read_choices = True
            self.base.book.read()

    def _read_workflows(self) -> None:
        self._asker.ask(self._parts.source.workflows, self._take_workflows)

    def _take_workflows(self, workflows: Sequence[Workflow]) -> None:
        before = self.board_bar.workflow_id
        self.board_bar.show_workflows(workflows)
        self.covers.set_workflows(workflows)
        if self.board_bar.workflow_id != before:
            self._ask()

    @Slot(object)
    def _choose(self, choices: BoardChoices) -> None:
        """Take what was chosen in the bar; what is asked for may be another board by that."""
        before = self.query()
        self.columns.choices = choices
        self.board_bar.show_choices(choices)
        self._use_density()
        self.choices_changed.emit(choices)
        if self.query() != before:
            self._ask()

    @Slot(object)
    def _keep_choices(self, choices: BoardChoices) -> None:
        self.board_bar.show_choices(choices)
        self.choices_changed.emit(choices)

    @Slot()
    def _use_density(self) -> None:
        theme = self._context.appearance.theme
        self.board.set_density(Density(self.choices.density or theme.density.value))
        self.board_bar.show_choices(self.choices)

    @Slot(object)
    def _read_card(self, key: UUID) -> None:
        """Read what the user has just saved, not only when the feed tells of it."""
        self.model.take_changes({"opportunity": {key}})

    @Slot(object)
    def _name_movers(self, moved: Mapping[UUID, OthersMove]) -> None:
        """Show for a moment who else has moved cards."""
        by_name: dict[str, list[UUID]] = {}
        for key, move in moved.items():
            by_name.setdefault(move.who, []).append(key)
        for who, keys in by_name.items():
            self.fresh.add(keys, who)

    def _named(self, keys: Sequence[UUID]) -> str:
        """Return a sentence of which cards these are."""
        cards = self.model.cards(keys)
        if len(keys) == 1 and cards:
            card = cards[0]
            amount = self._context.formats.money(card.net_minor, card.decimals)
            return f"{card.title}, {card.contact}, {amount} {card.currency}"
        text = ngettext("{count} opportunity", "{count} opportunities", len(keys))
        return text.format(count=self._context.formats.count(len(keys)))

    @Slot(object)
    def _tell_trouble(self, trouble: Trouble) -> None:
        self._retry = trouble.retry
        link = _("Try again") if trouble.retry else ""
        self.say(trouble.sentence, MessageKind.NEGATIVE, link)

    @Slot()
    def _try_again(self) -> None:
        retry, self._retry = self._retry, None
        self.message.hide()
        if retry is not None:
            retry()

    @Slot(Exception)
    def _refuse(self, error: Exception) -> None:
        self.say(str(error))

    @Slot(object, QPoint)
    def _offer(self, keys: Keys, place: QPoint) -> None:
        """Open the menu of cards as soon as it is known which columns refuse them."""

        def offer(bars: Mapping[Place, Bar]) -> None:
            board, places = self.model.board, {self.model.place(key) for key in keys}
            here = places.pop() if len(places) == 1 else None
            self.menu.offer(keys, board.columns if board else (), here, bars)
            self.menu.popup(place)

        self.drags.ask(keys, offer)

    @Slot(object)
    def _do(self, choice: CardChoice) -> None:
        if choice.what == OPEN:
            self.editor.open(choice.keys[0])
        elif choice.what == SHOW:
            self.list_wanted.emit(choice.keys[0])
        elif choice.what == COPY:
            self.copier.copy(choice.keys)
        elif choice.place is not None:
            self.moves.move(self.moves.seen(choice.keys), choice.place)

    @Slot()
    def _copy(self) -> None:
        self.copier.copy(self.board.selected())

    @Slot()
    def _begin_entry(self) -> None:
        """Open the quick line of the first column that takes one."""
        columns = self.model.board.columns if self.model.board else ()
        first = next((each for each in columns if accepts_entry(each, self._about.kind)), None)
        if first is not None:
            self.board.begin_entry(first.place.key)

    @Slot()
    def _tick(self) -> None:
        self._now = self._context.clock()
        self.board.refresh()


def _add_action(owner: QWidget, text: str, keys: QKeySequence.StandardKey, slot: Slotted) -> None:
    action = QAction(text, owner)
    action.setShortcut(keys)
    action.triggered.connect(slot)
    owner.addAction(action)
