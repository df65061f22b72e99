"""The fields of the small form of an opportunity: what each shows, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from core.fields import find_field
from core.parsing import ParseError, parse_amount
from resources.texts import _
from widgets.form.labelled import NONE_KEY, LabelledField, LineField, ListField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from core.fields import Field
    from core.opportunity_form import FormValues
    from db.list_choices import Choice
    from views.list.filter_values import FilterTools

    Options = list[tuple[str, str]]

PRIORITIES = 4
# Fields that stand side by side; the others have a line of their own.
ROWS = (
    ("title",),
    ("net_minor", "expected_close_on"),
    ("probability_id", "stage_id"),
    ("user_id", "agent_id"),
    ("priority",),
    ("description",),
)
IDS = frozenset({"probability_id", "stage_id", "user_id", "agent_id"})
# Moves are never taken away, only made.
MOVES = frozenset({"probability_id", "stage_id"})


def form_fields(form: FormValues, tools: FilterTools) -> dict[str, LabelledField]:
    """Return the fields by their columns, filled with the values that were read."""
    made = _Maker(form, tools)
    return {name: made.field(name) for row in ROWS for name in row}


def typed_value(name: str, field: LabelledField) -> object:
    """Return the value of a field as its column holds it; raises ValueError with a sentence."""
    value = field.value()
    if name in IDS and isinstance(value, str):
        return UUID(value)
    if name == "priority":
        return int(str(value))
    problem = _about(name).problem(value)
    if problem:
        raise ValueError(problem)
    return value


class _Maker:
    """Makes the field of a column."""

    def __init__(self, form: FormValues, tools: FilterTools) -> None:
        self._form = form
        self._tools = tools
        self._formats = tools.formats

    def field(self, name: str) -> LabelledField:
        about, value = _about(name), self._form.values[name]
        match name:
            case "title":
                return LineField(about.title, value, str)
            case "net_minor":
                return self._amount(about, value)
            case "expected_close_on":
                shown = self._formats.day(value)
                return LineField(about.title, shown, _or_none(self._tools.read_day))
            case "description":
                return TextField(about.title, value or "")
            case "priority":
                numbers = [(str(number), str(number)) for number in range(PRIORITIES)]
                return ListField(about.title, numbers, str(value))
        return ListField(about.title, self._options(name), str(value) if value else NONE_KEY)

    def _amount(self, about: Field, minor: int | None) -> LabelledField:
        names = self._form.names

        def read(text: str) -> int:
            try:
                return parse_amount(text, self._formats, names.decimals)
            except ParseError as error:
                raise ValueError(str(error)) from error

        shown = "" if minor is None else self._formats.money(minor, names.decimals)
        label = _("{field} in {currency}").format(field=about.title, currency=names.currency)
        made = LineField(label, shown, _or_none(read))
        if self._form.has_lines:
            text = _("{field} is the sum of the lines. Change it there.")
            made.bar(text.format(field=about.title))
        return made

    def _options(self, name: str) -> Options:
        form = self._form
        if name == "probability_id":
            found = [
                (str(p.id), self._chance(p.percent, p.description)) for p in form.probabilities
            ]
        else:
            lists = {"stage_id": form.stages, "user_id": form.users, "agent_id": form.agents}
            found = _alive(lists[name], form.values[name])
        empty = name not in MOVES or form.values[name] is None
        return [(NONE_KEY, _("none")), *found] if empty else found

    def _chance(self, percent: int, description: str) -> str:
        return f"{self._formats.percent(percent)}  {description}"


def _alive(choices: Sequence[Choice], chosen: UUID | None) -> Options:
    """Return what can be chosen, and what is chosen though it be retired."""
    return [(str(c.key), c.name) for c in choices if not c.retired or c.key == chosen]


def _or_none(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: read(text) if text else None


def _about(name: str) -> Field:
    field = find_field("opportunity", name)
    if field is None:
        raise LookupError(name)
    return field
