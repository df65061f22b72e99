"""What all tables share: keys, bookkeeping columns, soft deletion, and how they are captured."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, MetaData, Text, column, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import FunctionElement

from db.ids import new_id
from db.types import Day, Flag, Id, Moment, Whole

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
LIVE = text("deleted_at IS NULL")


class made_id(FunctionElement[UUID]):  # noqa: N801 - reads as the SQL function that it is
    """An id made by the engine, for rows that another program inserts."""

    inherit_cache = True


class moment_now(FunctionElement[datetime]):  # noqa: N801 - reads as the SQL function that it is
    """The present moment in the stored form."""

    inherit_cache = True


@compiles(made_id)
def _made_id(_element: made_id, compiler: SQLCompiler, **_options: object) -> str:
    sqlite = compiler.dialect.name == "sqlite"
    return "(randomblob(16))" if sqlite else "gen_random_uuid()"


@compiles(moment_now)
def _moment_now(_element: moment_now, compiler: SQLCompiler, **_options: object) -> str:
    sqlite = compiler.dialect.name == "sqlite"
    return "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))" if sqlite else "now()"


class in_order(FunctionElement[Any]):  # noqa: N801 - reads as the SQL that it is
    """The column that an index is walked by: empty values first, as lists sort them."""

    inherit_cache = True


class by_words(FunctionElement[str]):  # noqa: N801 - reads as the SQL that it is
    """A text as lists sort it: SQLite would else set every capital before every small letter."""

    type = Text()
    inherit_cache = True


@compiles(in_order)
def _in_order(element: in_order, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    column = compiler.process(element.clauses, **options)
    return column if compiler.dialect.name == "sqlite" else f"{column} NULLS FIRST"


@compiles(by_words)
def _by_words(element: by_words, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    column = compiler.process(element.clauses, **options)
    return f"{column} COLLATE NOCASE" if compiler.dialect.name == "sqlite" else column


class Base(DeclarativeBase):
    """Parent of every table."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Id(),
        date: Day(),
        datetime: Moment(),
        bool: Flag(),
        int: Whole,
        str: Text(),
    }
    # Constraints and indexes of one table.
    rules: ClassVar[tuple[SchemaItem, ...]] = ()
    # False: its rows leave no trace in the log of changes.
    captured: ClassVar[bool] = True
    # The columns that name the parent whose team a child takes; the first one filled counts.
    team_from: ClassVar[tuple[str, ...]] = ()
    # True: its rows belong to a team, and so do their rows in the log.
    teamed: ClassVar[bool] = False

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        """Return constraints and the storage options that every table shares."""
        info = {"captured": cls.captured, "teamed": cls.teamed, "team_from": cls.team_from}
        options = {"sqlite_with_rowid": False, "sqlite_strict": True, "info": info}
        return (*cls.rules, options)


class Kept:
    """Columns of every captured row: key, who entered and changed it, soft deletion."""

    id: Mapped[UUID] = mapped_column(
        primary_key=True, default=new_id, server_default=made_id(), sort_order=-10
    )
    created_at: Mapped[datetime] = mapped_column(server_default=moment_now(), sort_order=90)
    changed_at: Mapped[datetime] = mapped_column(server_default=moment_now(), sort_order=91)
    deleted_at: Mapped[datetime | None] = mapped_column(sort_order=93)
    row_version: Mapped[int] = mapped_column(server_default=text("1"), sort_order=94)

    @declared_attr
    @classmethod
    def entered_by_id(cls) -> Mapped[UUID | None]:
        """Return the user who entered the row."""
        return link("app_user", sort_order=89)

    @declared_attr
    @classmethod
    def changed_by_id(cls) -> Mapped[UUID | None]:
        """Return the user who last changed the row."""
        return link("app_user", sort_order=92)


class Teamed:
    """The team that a record belongs to."""

    teamed: ClassVar[bool] = True

    @declared_attr
    @classmethod
    def team_id(cls) -> Mapped[UUID | None]:
        """Return the team; empty: everybody's."""
        return link("team", sort_order=88)


class Imported:
    """Where a row came from, so that a second import finds it again."""

    origin_system: Mapped[str | None] = mapped_column(sort_order=86)
    origin_key: Mapped[str | None] = mapped_column(sort_order=87)


class Lookup(Kept, Imported):
    """A row of a lookup table: everybody's, ordered, retired rather than deleted."""

    code: Mapped[str] = mapped_column(sort_order=-9)
    description: Mapped[str] = mapped_column(sort_order=-8)
    position: Mapped[int] = mapped_column(server_default=text("0"), sort_order=-7)
    retired_at: Mapped[datetime | None] = mapped_column(sort_order=-6)


# Bookkeeping that the log leaves out: it follows from the act itself.
BOOKKEEPING = frozenset(
    {"created_at", "entered_by_id", "changed_at", "changed_by_id", "row_version"}
)


def link(target: str, *, index: bool = False, **options: Any) -> MappedColumn[Any]:  # noqa: ANN401 - handed on
    """Return a reference to a row of another table, checked at the end of the transaction."""
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(Id(), key, index=index, **options)


def live_index(name: str, *columns: str, words: bool = False) -> Index:
    """Return an index over rows that are not deleted; words: its first column is a text.

    Ends in id and deleted_at: without the column of its own condition SQLite 3.40 does not
    use a partial index as a covering one.
    """
    tail = tuple(c for c in ("id", "deleted_at") if c not in columns)
    # An id is never empty, and sorted as a plain one.
    others = (each if each == "id" else walked(each) for each in columns[1:])
    parts: tuple[Any, ...] = (walked(columns[0], words=words), *others, *tail)
    return Index(name, *parts, sqlite_where=LIVE, postgresql_where=LIVE)


def walked(name: str, *, words: bool = False) -> in_order:
    """Return a column of an index as lists walk it."""
    plain: ColumnElement[Any] = column(name)
    return in_order(by_words(plain) if words else plain)


def unique_live(name: str, *columns: str) -> Index:
    """Return a rule that rows which are not deleted differ in these columns."""
    return Index(name, *columns, unique=True, sqlite_where=LIVE, postgresql_where=LIVE)


def unique_code(table: str) -> Index:
    """Return the rule that a lookup code is used once."""
    return unique_live(f"uq_{table}_code", "code")


def unique_origin(table: str) -> Index:
    """Return the rule that a row of another system is imported once."""
    return unique_live(f"uq_{table}_origin", "origin_system", "origin_key")
