"""What the tests of the demo data share: a filled file, and questions to it."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from core.demo import fill_with_demo
from core.workspace import open_workspace

if TYPE_CHECKING:
    from core.workspace import Workspace

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TODAY = NOW.date().isoformat()


def ask(workspace: Workspace, query: str, **values: object) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    with workspace.database.reading() as connection:
        return [tuple(row) for row in connection.execute(text(query), values)]


def one(workspace: Workspace, query: str, **values: object) -> Any:  # noqa: ANN401
    """Return the only value of a query."""
    return ask(workspace, query, **values)[0][0]


def filled(address: str, count: int, seed: int = 1) -> Workspace:
    """Return a workspace filled with demo data."""
    workspace = open_workspace(address, NOW)
    fill_with_demo(workspace, NOW, opportunities=count, seed=seed)
    return workspace


def picture(address: str, seed: int, tables: tuple[str, ...]) -> list[list[tuple[Any, ...]]]:
    """Return what a fill writes into tables, without the ids of the database's first rows."""
    with closing(filled(address, 120, seed).database) as database, database.reading() as connection:
        return [[tuple(row) for row in connection.execute(text(query))] for query in tables]
