"""The statements that make the tables, as a migration freezes them: python -m db.ddl REVISION."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable

from db.capture import search
from db.tables import Base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Dialect
    from sqlalchemy.schema import DDLElement

FROZEN = Path(__file__).parent / "migrations" / "sql"
DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(),
    "postgresql": postgresql.dialect(),  # type: ignore[no-untyped-call]
}
SEPARATOR = ";\n\n"
# What the tables cannot say: the searchable text and the one row of the writer's act.
SQLITE_ONLY = (*search.table_statements(), "INSERT INTO act_now (id) VALUES (1)")
# The transaction that wrote a row of the log, by which a reader finds what is complete, and
# trigram indexes for the text filter where the server offers them.
POSTGRESQL_ONLY = (
    "ALTER TABLE change ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id()",
    "CREATE INDEX ix_change_xid_seq ON change (xid, seq)",
    """DO $$ BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX ix_contact_name_trigram ON contact USING gin (name gin_trgm_ops);
    CREATE INDEX ix_opportunity_title_trigram ON opportunity USING gin (title gin_trgm_ops);
    CREATE INDEX ix_opportunity_number_trigram ON opportunity USING gin (number gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'no trigram search: pg_trgm cannot be installed';
END $$""",
)


def table_statements(dialect_name: str) -> list[str]:
    """Return the statements that make tables and indexes on an engine."""
    made = [_compiled(element, dialect_name) for element in _elements(dialect_name)]
    return [*made, *(SQLITE_ONLY if dialect_name == "sqlite" else POSTGRESQL_ONLY)]


def frozen_statements(revision: str, dialect_name: str) -> list[str]:
    """Return the statements that a migration froze."""
    text = (FROZEN / f"{revision}_{dialect_name}.sql").read_text(encoding="utf-8")
    return [part for part in text.rstrip().removesuffix(";").split(SEPARATOR) if part]


def freeze(revision: str) -> None:
    """Write the statements of the present tables as those of a revision."""
    for name in DIALECTS:
        text = SEPARATOR.join(table_statements(name)) + ";\n"
        (FROZEN / f"{revision}_{name}.sql").write_text(text, encoding="utf-8", newline="\n")


def _elements(dialect_name: str) -> Iterator[DDLElement]:
    """Yield tables, then foreign keys (tables name each other in circles), then indexes."""
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    sqlite_engine = dialect_name == "sqlite"
    tables = [t for t in tables if sqlite_engine or t.name != "act_now"]
    for table in tables:
        yield CreateTable(table, include_foreign_key_constraints=None if sqlite_engine else [])
    if not sqlite_engine:
        for table in tables:
            keys = sorted(table.foreign_key_constraints, key=lambda key: str(key.name))
            yield from (AddConstraint(key) for key in keys)
    for table in tables:
        yield from (CreateIndex(i) for i in sorted(table.indexes, key=lambda i: str(i.name)))


def _compiled(element: DDLElement, dialect_name: str) -> str:
    text = str(element.compile(dialect=DIALECTS[dialect_name])).strip()
    return "\n".join(
        line.rstrip() for line in text.replace("\t", "    ").splitlines() if line.strip()
    )


if __name__ == "__main__":
    freeze(sys.argv[1])
