"""Prepared databases that the tests of one module share, because they only read them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from core.workspace import open_workspace
from tests.workspaces import NOW

if TYPE_CHECKING:
    import pytest

    from core.workspace import Workspace


def open_copy(
    request: pytest.FixtureRequest, factory: pytest.TempPathFactory, engine: str
) -> Workspace:
    """Return an open workspace on a prepared database of the module's own."""
    name = request.module.__name__.rpartition(".")[2]
    template = request.getfixturevalue(f"{engine}_template")
    if engine == "sqlite":
        path = shutil.copy(template, factory.mktemp(name) / "board.db")
        return open_workspace(str(path), NOW)
    server = request.getfixturevalue("postgresql_server")
    server.psql(server.admin_url, f"CREATE DATABASE {name} TEMPLATE {template}")
    return open_workspace(server.url(name), NOW)
