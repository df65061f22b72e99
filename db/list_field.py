"""Describes a column of a list: what it shows, how it is sorted, and what a filter asks."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement  # noqa: TC002 - NamedTuple keeps the annotation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import InstrumentedAttribute

    Expression = ColumnElement[Any] | InstrumentedAttribute[Any]


class Kind(StrEnum):
    """What a column holds, which decides how it is written, filtered and exported."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    # Days since a moment: asked as a number, kept as the moment.
    SINCE = "since"
    FLAG = "flag"
    CHOICE = "choice"


class Join(NamedTuple):
    """Another table of a list, and how it is reached."""

    target: Any
    condition: ColumnElement[bool]
    outer: bool = True


class Sort(NamedTuple):
    """What a column is sorted by, and the tables that it stands in.

    Walked: SQLite goes through those tables in this order, and finds the rows of each by their ids.
    """

    by: tuple[Expression, ...]
    joins: tuple[Join, ...] = ()
    walked: bool = False


class Asked(NamedTuple):
    """What a filter compares.

    A value of another table is found through a column of the list (via) that must be among
    the keys of that table's rows; many: there may be any number of such rows, and which count.
    """

    value: Expression
    via: Expression | None = None
    key: Expression | None = None
    many: tuple[ColumnElement[bool], ...] = ()


class Choices(NamedTuple):
    """The rows to choose from: their keys, names and order, and when they were retired."""

    key: Expression
    name: Expression
    order: tuple[Expression, ...]
    retired: Expression | None = None
    alive: ColumnElement[bool] | None = None
    # The column of a record itself, where each value counts once.
    distinct: bool = False


class Tree(NamedTuple):
    """Records that lie below others: the list's column that holds one, its key and its parent."""

    via: Expression
    key: Expression
    parent: Expression


class ListField(NamedTuple):
    """A column of a list; shows names the item's attributes that are read for it."""

    kind: Kind
    shows: Mapping[str, Expression]
    joins: tuple[Join, ...]
    sort: Sort
    asked: Asked
    # Choices only: their names, for a typed word.
    named: Asked | None = None
    choices: Choices | None = None
    # Records that are asked for by themselves, not by a text.
    tree: Tree | None = None


def own(kind: Kind, attribute: str, column: Expression) -> ListField:
    """Return a column of the list's own table."""
    return ListField(kind, {attribute: column}, (), Sort((column,)), Asked(column))


def chosen(
    attribute: str, join: Join, key: Expression, name: str = "description", *, by: str = ""
) -> ListField:
    """Return a choice out of another table: key holds the id of its row, name its text."""
    target = join.target
    label = getattr(target, name)
    # Rows of one name or place stay together.
    order = (getattr(target, by or name), target.id)
    return ListField(
        Kind.CHOICE,
        {attribute: label},
        (join,),
        Sort(order, (join,)),
        Asked(key),
        Asked(label, key, target.id),
        Choices(target.id, label, order, target.retired_at, target.deleted_at.is_(None)),
    )


def several(attribute: str, shown: Expression, asked: Asked, named: Asked, row: Any) -> ListField:  # noqa: ANN401 - a mapped class
    """Return choices of which a record may have any number, shown as one text."""
    order = (row.position, row.description)
    choices = Choices(row.id, row.description, order, row.retired_at, row.deleted_at.is_(None))
    return ListField(Kind.CHOICE, {attribute: shown}, (), Sort((shown,)), asked, named, choices)


def reached(
    kind: Kind, attribute: str, join: Join, value: Expression, via: Expression
) -> ListField:
    """Return a value of another table, whose row's id stands in via."""
    asked = Asked(value, via, join.target.id)
    return ListField(kind, {attribute: value}, (join,), Sort((value,), (join,)), asked)
