"""Asks whether a text holds another, whatever the case of its letters, on either engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import ColumnElement

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler

ESCAPE = "\\"
GLOB_SIGNS = "*?["


class contains(ColumnElement[bool]):  # noqa: N801 - reads as the SQL that it is
    """The condition that a text holds another one.

    LIKE of SQLite knows the two cases of ASCII letters alone; GLOB takes the others as sets.
    """

    inherit_cache = False
    type = Boolean()

    def __init__(self, value: Any, text: str) -> None:  # noqa: ANN401 - any expression
        """Ask a value for a text; signs that no database takes count as spaces."""
        clean = text.encode("utf-8", "replace").decode().replace("\0", " ")
        like = literal(f"%{_escaped(clean)}%")
        self.plain = value.ilike(like, escape=ESCAPE)
        self.sqlite = value.like(like, escape=ESCAPE)
        if not clean.isascii():
            pattern = "".join(map(_either_case, clean))
            self.sqlite = value.op("GLOB", is_comparison=True)(f"*{pattern}*")

    @property
    def _from_objects(self) -> list[Any]:
        return list(self.plain._from_objects)  # noqa: SLF001 - how SQLAlchemy asks a clause


@compiles(contains)
def _contains(element: contains, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    sqlite = compiler.dialect.name == "sqlite"
    return compiler.process(element.sqlite if sqlite else element.plain, **options)


def _either_case(sign: str) -> str:
    """Return a sign as GLOB takes it: the set of its cases, where it stays one sign in them."""
    cases = {sign, *(case for case in (sign.lower(), sign.upper()) if len(case) == 1)}
    return f"[{''.join(sorted(cases))}]" if len(cases) > 1 or sign in GLOB_SIGNS else sign


def _escaped(text: str) -> str:
    for special in (ESCAPE, "%", "_"):
        text = text.replace(special, ESCAPE + special)
    return text
