"""Fixtures of a real PostgreSQL; without one the tests that need it fail, they are not skipped."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from devtools.postgresql import PostgresqlError, PostgresqlServer
from devtools.postgresql_programs import NoPostgresqlError
from devtools.surroundings import NO_POSTGRESQL

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    """Return a private server that the whole run shares."""
    if os.environ.get(NO_POSTGRESQL) == "1":
        pytest.skip(f"{NO_POSTGRESQL}=1")
    try:
        server = PostgresqlServer()
    except (NoPostgresqlError, PostgresqlError) as error:
        pytest.fail(f"{error}\nTo leave PostgreSQL out on purpose, set {NO_POSTGRESQL}=1.")
    with server:
        yield server


@pytest.fixture
def postgresql_url(postgresql_server: PostgresqlServer) -> str:
    """Return the address of an empty database of the test's own."""
    return postgresql_server.create_database()
