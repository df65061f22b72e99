"""Writes the first rows of a new database, in the language of its first user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from core.first_rows import tables as first
from db.ids import new_id
from db.tables import lookups, people, product, workflow
from db.writes import Values, insert_rows
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from db.acts import Act
    from db.tables import Base


class FirstRows(NamedTuple):
    """The rows that the rest of a first start needs."""

    company_id: UUID
    team_id: UUID
    roles: dict[str, UUID]


def fill_new_database(connection: Connection, act: Act) -> FirstRows:
    """Write lookup rows, roles, workflows and parameters; return what a first user needs."""
    writer = _Writer(connection, act)
    _currencies(writer)
    company = _company(writer)
    team = writer.add(people.TeamRow, [{"code": "main", "description": _("Main team")}])[0]
    roles = _roles(writer)
    probabilities = _probabilities(writer)
    workflows = {
        w.code: _workflow(writer, w, probabilities, n) for n, w in enumerate(first.WORKFLOWS)
    }
    _opportunity_types(writer, workflows)
    _small_tables(writer)
    writer.plain(lookups.ParameterRow, [{"code": c, "value": v} for c, v in first.PARAMETERS])
    return FirstRows(company, team, roles)


class _Writer:
    """Gives rows ids and positions and inserts them."""

    def __init__(self, connection: Connection, act: Act) -> None:
        """Write on a connection, within an act."""
        self._connection = connection
        self._act = act

    def add(self, row_class: type[Base], rows: Iterable[Values]) -> list[UUID]:
        """Insert ordered lookup rows; return their ids."""
        placed = [{"id": new_id(), "position": n, **row} for n, row in enumerate(rows)]
        insert_rows(self._connection, row_class, placed, self._act)
        return [row["id"] for row in placed]

    def plain(self, row_class: type[Base], rows: Iterable[Values]) -> None:
        """Insert rows that have no position."""
        made = [{"id": new_id(), **row} for row in rows]
        insert_rows(self._connection, row_class, made, self._act)


def _currencies(writer: _Writer) -> None:
    from babel import Locale  # noqa: PLC0415 - costs start time, and a database is made once
    from babel.numbers import get_currency_precision  # noqa: PLC0415

    names = Locale.parse("en").currencies
    rows = [
        {"code": code, "description": names[code], "decimals": get_currency_precision(code)}
        for code in first.CURRENCIES
    ]
    writer.add(lookups.CurrencyRow, rows)


def _company(writer: _Writer) -> UUID:
    row = {"code": "main", "description": _("My company"), "currency_code": first.CURRENCIES[0]}
    return writer.add(people.CompanyRow, [row])[0]


def _roles(writer: _Writer) -> dict[str, UUID]:
    ids = writer.add(people.RoleRow, _pairs(first.ROLES))
    roles = {code: key for (code, _text), key in zip(first.ROLES, ids, strict=True)}
    rights = [
        {
            "role_id": roles[code],
            "record_kind": kind,
            "may_see": "s" in right.verbs,
            "may_create": "c" in right.verbs,
            "may_change": "e" in right.verbs,
            "may_delete": "d" in right.verbs,
            "scope": right.scope,
        }
        for code, by_kind in first.RIGHTS.items()
        for kind, right in by_kind.items()
    ]
    writer.plain(people.RoleRightRow, rights)
    return roles


def _probabilities(writer: _Writer) -> dict[int, UUID]:
    rows = [
        {"code": str(percent), "description": _(text), "percent": percent}
        for percent, text in first.PROBABILITIES
    ]
    ids = writer.add(lookups.ProbabilityRow, rows)
    return {percent: key for (percent, _text), key in zip(first.PROBABILITIES, ids, strict=True)}


def _workflow(
    writer: _Writer, made: first.Workflow, probabilities: dict[int, UUID], position: int
) -> UUID:
    row = {"code": made.code, "description": _(made.description), "position": position}
    key = writer.add(workflow.WorkflowRow, [row])[0]
    stages = [_stage(key, stage, n, probabilities) for n, stage in enumerate(made.stages)]
    ids = writer.add(workflow.StageRow, stages)
    writer.plain(workflow.TransitionRow, _transitions(made.stages, ids))
    return key


def _stage(key: UUID, stage: first.Stage, place: int, probabilities: dict[int, UUID]) -> Values:
    return {
        "workflow_id": key,
        "code": stage.code,
        "description": _(stage.description),
        "colour": stage.colour,
        "initial": place == 0,
        "final": stage.outcome != "open",
        "outcome": stage.outcome,
        "probability_id": probabilities[stage.percent],
        "days_allowed": stage.days_allowed,
    }


def _transitions(stages: Sequence[first.Stage], ids: Sequence[UUID]) -> list[Values]:
    """Return the moves: one step on or back, and one step skipped forward."""
    count = sum(stage.outcome == "open" for stage in stages)
    pairs = [(a, b) for a in range(count) for b in (a + 1, a + 2, a - 1) if 0 <= b < count]
    return [{"from_stage_id": ids[a], "to_stage_id": ids[b]} for a, b in pairs]


def _opportunity_types(writer: _Writer, workflows: dict[str, UUID]) -> None:
    series = [
        {"code": code, "description": _(text), "pattern": pattern}
        for code, text, pattern in first.NUMBER_SERIES
    ]
    keys = writer.add(lookups.NumberSeriesRow, series)
    by_code = {row["code"]: key for row, key in zip(series, keys, strict=True)}
    rows = [
        {
            "code": code,
            "description": _(text),
            "workflow_id": workflows[flow],
            "number_series_id": by_code[first.SERIES_OF_TYPE[code]],
        }
        for code, text, flow in first.OPPORTUNITY_TYPES
    ]
    writer.add(lookups.OpportunityTypeRow, rows)


def _small_tables(writer: _Writer) -> None:
    writer.add(lookups.ClosingReasonRow, _rows(first.CLOSING_REASONS, "sign"))
    writer.add(lookups.ContactTypeRow, _rows(first.CONTACT_TYPES, "kind"))
    writer.add(lookups.ActivityTypeRow, _rows(first.ACTIVITY_TYPES, "kind", "icon"))
    stars = [{"code": str(n), "description": _(text), "stars": n} for n, text in first.QUALITIES]
    writer.add(lookups.QualityRow, stars)
    writer.add(lookups.OriginRow, _pairs(first.ORIGINS))
    writer.add(lookups.NoteTypeRow, _pairs(first.NOTE_TYPES))
    writer.add(lookups.AddressTypeRow, _pairs(first.ADDRESS_TYPES))
    writer.add(lookups.UnitRow, _pairs(first.UNITS))
    writer.add(lookups.PaymentTermsRow, _rows(first.PAYMENT_TERMS, "days", "end_of_month"))
    writer.add(lookups.VatRateRow, _rows(first.VAT_RATES, "rate_hundredths"))
    general = [{"code": "general", "description": _("General")}]
    writer.add(product.ProductFamilyRow, general)


def _pairs(rows: Iterable[tuple[str, str]]) -> list[Values]:
    return [{"code": code, "description": _(text)} for code, text in rows]


def _rows(rows: Iterable[tuple[Any, ...]], *names: str) -> list[Values]:
    """Return rows of code, description and the named further columns."""
    return [
        {"code": code, "description": _(text), **dict(zip(names, rest, strict=True))}
        for code, text, *rest in rows
    ]
