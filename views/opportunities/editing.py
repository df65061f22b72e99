"""Which cells of the opportunity list can be edited, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from core.cell_edit import CellChange
from core.closing import ReasonNeededError, ReopenError
from core.fields import find_field
from core.opportunity_edit import AMOUNTS, FieldError
from core.parsing import ParseError, parse_amount, parse_number
from resources.texts import _
from views.list.filter_values import NONE_KEY
from views.opportunities.closing_dialog import ClosingQuestion, ReopenQuestion
from widgets.editors import ChoiceEditor, DateEditor, LineEditor, MoneyEditor, TextEditor

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget

    from core.cell_edit import CellEdits, CellValues, Done
    from core.fields import Field
    from db.opportunity_list import OpportunityItem
    from views.list.edit_rules import Edit, EditGround, Question
    from widgets.editors import Editor
    from widgets.theme import Appearance

    Titles = tuple[tuple[str, str], ...]


class _Cell(NamedTuple):
    """A column that can be edited: the field behind it, and the item's attribute it shows."""

    field: str
    attribute: str
    kind: str


TEXT, NUMBER, DAY, MONEY, CHOICE = "text", "number", "day", "money", "choice"
CELLS = {
    "title": _Cell("title", "title", TEXT),
    "priority": _Cell("priority", "priority", NUMBER),
    "gross": _Cell("gross_minor", "gross_minor", MONEY),
    "discount": _Cell("discount_minor", "discount_minor", MONEY),
    "net": _Cell("net_minor", "net_minor", MONEY),
    "ebit": _Cell("ebit_minor", "ebit_minor", MONEY),
    "expected_close": _Cell("expected_close_on", "expected_close_on", DAY),
    "expected_order": _Cell("expected_order_on", "expected_order_on", DAY),
    "expected_delivery": _Cell("expected_delivery_on", "expected_delivery_on", DAY),
    "expected_invoice": _Cell("expected_invoice_on", "expected_invoice_on", DAY),
    "agent": _Cell("agent_id", "agent", CHOICE),
    "user": _Cell("user_id", "user", CHOICE),
    "origin": _Cell("origin_id", "origin", CHOICE),
    "quality": _Cell("quality_id", "quality", CHOICE),
    "probability": _Cell("probability_id", "percent", CHOICE),
    "stage": _Cell("stage_id", "stage", CHOICE),
}
# Moves are never taken away, only made.
MOVES = frozenset({"probability", "stage"})


class OpportunityEditing:
    """Edits opportunities in the cells of their list."""

    def __init__(self, edits: CellEdits, clock: Callable[[], datetime]) -> None:
        """Save through a use case, at the time of a clock."""
        self._edits = edits
        self._clock = clock

    def can_edit(self, item: OpportunityItem, column: str) -> bool:
        """Tell whether a cell can be edited, as far as the row itself says."""
        return column in CELLS

    def must_read(self, column: str) -> bool:
        """Tell whether the row says too little: it has names without ids, and no lines."""
        return CELLS[column].kind == CHOICE or CELLS[column].field in AMOUNTS

    def read(self, key: UUID) -> CellValues:
        """Read the columns as they are stored; waits for the database."""
        return self._edits.read(key)

    def editor(self, item: OpportunityItem, column: str, ground: EditGround) -> Editor:
        """Return the editor of a cell; raises FieldError where its amounts come from lines."""
        cell = CELLS[column]
        field = _field(cell.field)
        read: CellValues | None = ground.read
        if cell.field in AMOUNTS and read is not None and read.has_lines:
            text = _("{field} is the sum of the lines. Change it there.")
            raise FieldError(cell.field, text.format(field=field.title))
        if cell.kind == CHOICE:
            offered = _offered(column, ground)
            now = read.values[cell.field] if read is not None else None
            return ChoiceEditor(field.title, offered, NONE_KEY if now is None else str(now))
        return _typed_editor(cell, field, item, ground)

    def shown(self, item: OpportunityItem, edit: Edit) -> OpportunityItem:
        """Return the opportunity as it will be."""
        cell = CELLS[edit.column]
        if edit.column == "quality":
            # It shows stars, of which the choice knows only the name.
            return item
        value: Any = _named(edit) if cell.kind == CHOICE else edit.value
        return item._replace(**{cell.attribute: value})

    def save(self, item: OpportunityItem, edit: Edit) -> Done:
        """Write a value; waits for the database."""
        cell = CELLS[edit.column]
        read: CellValues | None = edit.read
        seen = read.values[cell.field] if read is not None else getattr(item, cell.attribute)
        value = edit.value
        if cell.kind == CHOICE:
            value = UUID(str(value)) if value != NONE_KEY else None
        change = CellChange(edit.key, cell.field, seen, value)
        answer: dict[str, Any] = edit.answer or {}
        return self._edits.save(change, self._clock(), **answer)

    def question(
        self, appearance: Appearance, item: OpportunityItem, error: Exception, parent: QWidget
    ) -> Question | None:
        """Return what to ask where closing needs a reason, or moving on a reopening."""
        if isinstance(error, ReasonNeededError):
            sentence = f"{item.title}, {item.contact}"
            return ClosingQuestion(self._edits.reasons, sentence, error.outcome, parent)
        if isinstance(error, ReopenError):
            return ReopenQuestion(str(error), parent)
        return None


def _typed_editor(
    cell: _Cell, field: Field, item: OpportunityItem, ground: EditGround
) -> LineEditor:
    tools, value = ground.tools, getattr(item, cell.attribute)
    if cell.kind == MONEY:

        def read_money(text: str) -> int | None:
            return _checked(field, text, lambda t: parse_amount(t, tools.formats, item.decimals))

        def show_money(minor: int) -> str:
            return tools.formats.money(minor, item.decimals)

        return MoneyEditor(field.title, value, read_money, show_money)
    if cell.kind == DAY:

        def read_day(text: str) -> date | None:
            day: date | None = tools.read_day(text) if text else None
            return day

        return DateEditor(field.title, value, read_day, tools.formats.day)
    if cell.kind == NUMBER:

        def read_number(text: str) -> int | None:
            return _checked(field, text, lambda t: parse_number(t, tools.formats))

        return LineEditor(field.title, value, read_number, str)
    return TextEditor(field.title, value, lambda text: _check(field, text))


def _checked(field: Field, text: str, read: Callable[[str], int]) -> int | None:
    """Return what a text means; raises ValueError with a sentence for the user."""
    try:
        value = read(text) if text else None
    except ParseError as error:
        raise ValueError(str(error)) from error
    _check(field, value)
    return value


def _check(field: Field, value: object) -> None:
    problem = field.problem(value)
    if problem:
        raise ValueError(problem)


def _offered(column: str, ground: EditGround) -> Titles:
    """Return what can be chosen: the stages are those of the opportunity's own workflow."""
    read: CellValues | None = ground.read
    if column == "stage":
        stages = read.stages if read is not None else []
        return tuple((str(stage.key), stage.name) for stage in stages if not stage.retired)
    if column == "probability" and read is not None:
        percent = ground.tools.formats.percent
        rows = read.probabilities
        return tuple((str(row.id), f"{percent(row.percent)}  {row.description}") for row in rows)
    known = ground.book.of(column, retired=False)
    return known if column in MOVES else ((NONE_KEY, _("none")), *known)


def _named(edit: Edit) -> object:
    """Return what a row shows of a choice."""
    read: CellValues | None = edit.read
    if edit.value == NONE_KEY or read is None:
        return None
    if edit.column == "probability":
        return next((p.percent for p in read.probabilities if str(p.id) == edit.value), None)
    if edit.column == "stage":
        return next((s.name for s in read.stages if str(s.key) == edit.value), None)
    return edit.title or None


def _field(name: str) -> Field:
    field = find_field("opportunity", name)
    if field is None:
        raise LookupError(name)
    return field
