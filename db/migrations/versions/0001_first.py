"""The first schema."""

from __future__ import annotations

from alembic import op

from db.ddl import frozen_statements
from db.engine import run_as_is

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table of the first schema."""
    connection = op.get_bind()
    for statement in frozen_statements(revision, connection.dialect.name):
        run_as_is(connection, statement)
