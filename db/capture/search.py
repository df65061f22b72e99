"""The searchable text of contacts and opportunities on SQLite, and the triggers that keep it.

Each searched table has a table of its text and a trigram index over that. An opportunity's
text holds its contact's name, so that one look-up finds "press legno" over both records.
PostgreSQL searches the columns themselves through trigram indexes.
"""

from __future__ import annotations

from typing import NamedTuple


class Searched(NamedTuple):
    """A searched table: what its text is made of, for a row called {row}."""

    table: str
    columns: tuple[str, ...]
    text: str


CONTACT_NAME = "(SELECT name FROM contact WHERE id = {row}.contact_id)"
SEARCHED = (
    Searched("contact", ("name",), "{row}.name"),
    Searched(
        "opportunity",
        ("number", "title", "contact_id"),
        f"{{row}}.number || ' ' || {{row}}.title || ' ' || coalesce({CONTACT_NAME}, '')",
    ),
)


def table_statements() -> list[str]:
    """Return the statements that make the tables of text and their indexes."""
    return [statement for searched in SEARCHED for statement in _tables(searched.table)]


def sqlite_statements() -> list[str]:
    """Return the triggers that follow each searched table, and those that follow its text."""
    triggers = [s for searched in SEARCHED for s in _triggers(searched)]
    return [*triggers, _renamed_contact()]


def fill_statements() -> list[str]:
    """Return the statements that fill the text of every row at once, after a fill without log."""
    return [statement for searched in SEARCHED for statement in _fill(searched)]


def _tables(table: str) -> list[str]:
    text = f"{table}_text"
    return [
        (
            f"CREATE TABLE {text} (n INTEGER PRIMARY KEY, record_id BLOB NOT NULL, "
            "text TEXT NOT NULL) STRICT"
        ),
        f"CREATE UNIQUE INDEX uq_{text}_record_id ON {text} (record_id)",
        (
            f"CREATE VIRTUAL TABLE {table}_index USING fts5"
            f"(text, content='{text}', content_rowid='n', tokenize='trigram')"
        ),
    ]


def _fill(searched: Searched) -> list[str]:
    table = searched.table
    text = searched.text.format(row=table)
    return [
        f"DELETE FROM {table}_text",
        (
            f"INSERT INTO {table}_text (record_id, text) "
            f"SELECT id, {text} FROM {table} WHERE deleted_at IS NULL"
        ),
        f"INSERT INTO {table}_index ({table}_index) VALUES ('rebuild')",
    ]


def _triggers(searched: Searched) -> list[str]:
    table = searched.table
    columns = ", ".join((*searched.columns, "deleted_at"))
    forget = f"DELETE FROM {table}_text WHERE record_id = OLD.id;"
    enter = f"""INSERT INTO {table}_text (record_id, text)
    SELECT NEW.id, {searched.text.format(row="NEW")} WHERE NEW.deleted_at IS NULL;"""
    index = f"INSERT INTO {table}_index (rowid, text) VALUES (NEW.n, NEW.text);"
    unindex = f"INSERT INTO {table}_index ({table}_index, rowid, text)\n"
    unindex += "    VALUES ('delete', OLD.n, OLD.text);"
    return [
        _trigger(f"{table}_search_inserted", f"AFTER INSERT ON {table}", enter),
        _trigger(
            f"{table}_search_updated", f"AFTER UPDATE OF {columns} ON {table}", forget + enter
        ),
        _trigger(f"{table}_search_deleted", f"AFTER DELETE ON {table}", forget),
        _trigger(f"{table}_text_inserted", f"AFTER INSERT ON {table}_text", index),
        _trigger(f"{table}_text_updated", f"AFTER UPDATE ON {table}_text", unindex + index),
        _trigger(f"{table}_text_deleted", f"AFTER DELETE ON {table}_text", unindex),
    ]


def _renamed_contact() -> str:
    """Return the trigger that carries a contact's new name into its opportunities' text."""
    text = SEARCHED[1].text.format(row="opportunity")
    body = f"""UPDATE opportunity_text
    SET text = (SELECT {text} FROM opportunity WHERE id = record_id)
    WHERE record_id IN (SELECT id FROM opportunity
        WHERE contact_id = NEW.id AND deleted_at IS NULL);"""
    return _trigger("contact_search_renamed", "AFTER UPDATE OF name ON contact", body)


def _trigger(name: str, event: str, body: str) -> str:
    return f"CREATE TRIGGER dealboard_{name} {event} FOR EACH ROW\nBEGIN\n{body}\nEND"
