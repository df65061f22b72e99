"""Capture triggers for PostgreSQL: one function for each table, with static comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.capture.columns import (
    HASH_FACTORS,
    HASH_MODULUS,
    LONG,
    captured_columns,
    captured_tables,
    long_columns,
    parents,
    team,
)
from db.types import LongText, Moment

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

CHANNEL = "dealboard_change"
SUMS = " || ".join(
    f"lpad(to_hex(sum((get_byte(b, n - 1) + 1)::bigint * ((n::bigint * {factor})"
    f" % {HASH_MODULUS}))::bigint), 16, '0')"
    for factor in HASH_FACTORS
)


def statements() -> list[str]:
    """Return the statements that create functions and triggers of all captured tables."""
    shared = [
        _text_hash(),
        _user(),
        _act(),
        _bound_act(),
        _act_trigger(),
        _notify(),
        _notify_trigger(),
    ]
    return shared + [s for table in captured_tables() for s in _table_statements(table)]


def _function(name: str, arguments: str, returns: str, body: str, traits: str = "") -> str:
    """Return a function with a fixed search path, without which other logins' edits fail."""
    return f"""CREATE OR REPLACE FUNCTION {name}({arguments}) RETURNS {returns}
LANGUAGE plpgsql {traits} SET search_path FROM CURRENT AS $body$
{body}
$body$"""


def _trigger(name: str, event: str, table: str, function: str, each: str = "ROW") -> str:
    return (
        f"CREATE TRIGGER dealboard_{name} {event} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION {function}()"
    )


def _text_hash() -> str:
    """Return the function that hashes a text; a subquery would turn it into bytes at each byte."""
    body = f"""DECLARE b bytea := convert_to(value, 'UTF8');
BEGIN RETURN (SELECT {SUMS} FROM generate_series(1, length(b)) n); END"""
    return _function("dealboard_text_hash", "value text", "text", body, "IMMUTABLE")


def _user() -> str:
    body = """BEGIN
RETURN (SELECT id FROM app_user WHERE login = session_user AND deleted_at IS NULL); END"""
    return _function("dealboard_user", "", "uuid", body, "STABLE")


def _act() -> str:
    """Return the function that gives the act of this transaction, or opens an outside act."""
    body = """DECLARE act_id uuid := nullif(current_setting('dealboard.act', true), '');
BEGIN
    IF act_id IS NULL THEN
        INSERT INTO act (label_key, device)
            VALUES ('outside', current_setting('application_name', true)) RETURNING id INTO act_id;
        PERFORM set_config('dealboard.act', act_id::text, true);
    END IF;
    RETURN act_id;
END"""
    return _function("dealboard_act", "", "uuid", body)


def _bound_act() -> str:
    """Return the function that writes the session's user into an act, whoever is named."""
    body = "BEGIN NEW.user_id := dealboard_user(); RETURN NEW; END"
    return _function("dealboard_bound_act", "", "trigger", body)


def _act_trigger() -> str:
    return _trigger("act_bound", "BEFORE INSERT", "act", "dealboard_bound_act")


def _notify() -> str:
    """Return the function that wakes the feeds; equal notices of a transaction are folded."""
    body = f"BEGIN PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL; END"
    return _function("dealboard_notify", "", "trigger", body)


def _notify_trigger() -> str:
    return _trigger("change_notify", "AFTER INSERT", "change", "dealboard_notify", "STATEMENT")


def _table_statements(table: Table) -> list[str]:
    name = table.name
    return [
        _stamp_function(table),
        _trigger(f"{name}_stamp", "BEFORE INSERT OR UPDATE", name, f"dealboard_{name}_stamp"),
        _log_function(table),
        _trigger(f"{name}_log", "AFTER INSERT OR UPDATE OR DELETE", name, f"dealboard_{name}_log"),
        *_team_statements(table),
    ]


def _stamp_function(table: Table) -> str:
    """Return the function that raises the version and dates the change of a row."""
    fill = f"NEW.team_id := {team(table, 'NEW')};" if parents(table) else ""
    body = f"""BEGIN
    {fill}
    IF TG_OP = 'UPDATE' THEN
        NEW.row_version := OLD.row_version + 1;
        IF NEW.changed_at IS NOT DISTINCT FROM OLD.changed_at THEN
            NEW.changed_at := now();
            NEW.changed_by_id := dealboard_user();
        END IF;
    END IF;
    RETURN NEW;
END"""
    return _function(f"dealboard_{table.name}_stamp", "", "trigger", body)


def _log_function(table: Table) -> str:
    columns = captured_columns(table)
    changed = "\n".join(_changed_cell(column) for column in columns)
    gone = "\n".join(_old_cell(column) for column in columns)
    body = f"""DECLARE
    cells jsonb := '{{}}';
    origin text := coalesce(nullif(current_setting('dealboard.origin', true), ''), 'local');
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO change (act_id, table_name, row_id, op, team_id, origin)
            VALUES (dealboard_act(), '{table.name}', NEW.id, 'insert',
                {_team(table, "NEW")}, origin);
        RETURN NULL;
    END IF;
{_kept_texts(table)}
    IF TG_OP = 'UPDATE' THEN
{changed}
        IF cells = '{{}}' THEN RETURN NULL; END IF;
        INSERT INTO change (act_id, table_name, row_id, op, cells, team_id, old_team_id, origin)
            VALUES (dealboard_act(), '{table.name}', NEW.id, 'update', cells,
                {_team(table, "NEW")}, {_team(table, "OLD")}, origin);
        RETURN NULL;
    END IF;
{gone}
    INSERT INTO change (act_id, table_name, row_id, op, cells, old_team_id, origin)
        VALUES (dealboard_act(), '{table.name}', OLD.id, 'delete', cells,
            {_team(table, "OLD")}, origin);
    RETURN NULL;
END"""
    return _function(f"dealboard_{table.name}_log", "", "trigger", body)


def _team(table: Table, row: str) -> str:
    return f"{row}.team_id" if table.info["teamed"] else "NULL"


def _canonical(column: Column[object], value: str) -> str:
    if isinstance(column.type, Moment):
        return f"""to_char({value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')"""
    if isinstance(column.type, LongText):
        short = (
            f"jsonb_build_object('length', length({value}), 'hash', dealboard_text_hash({value}))"
        )
        return f"CASE WHEN length({value}) > {LONG} THEN {short} ELSE to_jsonb({value}) END"
    return value


def _changed_cell(column: Column[object]) -> str:
    old, new = f"OLD.{column.name}", f"NEW.{column.name}"
    pair = f"jsonb_build_array({_canonical(column, old)}, {_canonical(column, new)})"
    return f"""        IF {old} IS DISTINCT FROM {new} THEN
            cells := cells || jsonb_build_object('{column.name}', {pair});
        END IF;"""


def _old_cell(column: Column[object]) -> str:
    old = f"OLD.{column.name}"
    pair = f"jsonb_build_array({_canonical(column, old)}, NULL)"
    return f"""    IF {old} IS NOT NULL THEN
        cells := cells || jsonb_build_object('{column.name}', {pair});
    END IF;"""


def _kept_texts(table: Table) -> str:
    return "\n".join(
        f"""    IF length(OLD.{c.name}) > {LONG} THEN
        INSERT INTO log_text (length, hash, value) VALUES
            (length(OLD.{c.name}), dealboard_text_hash(OLD.{c.name}), OLD.{c.name})
            ON CONFLICT DO NOTHING;
    END IF;"""
        for c in long_columns(table)
    )


def _team_statements(table: Table) -> list[str]:
    found = []
    for column, parent in parents(table):
        name = f"dealboard_{table.name}_{column}_team"
        body = f"""BEGIN
    UPDATE {table.name} SET team_id = NEW.team_id WHERE {column} = NEW.id;
    RETURN NULL;
END"""
        found.append(_function(name, "", "trigger", body))
        moved = f"CREATE TRIGGER {name} AFTER UPDATE OF team_id ON {parent} FOR EACH ROW "
        condition = "WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id) "
        found.append(f"{moved}{condition}EXECUTE FUNCTION {name}()")
    return found
