"""Triggers that keep an opportunity's last and next activity and the day of its stage.

Kept rather than computed, so that lists and boards can sort and group by them. A writer that
fills the columns itself, such as an import, finds nothing left to do here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

ACTIVITY = "activity WHERE opportunity_id = {id} AND deleted_at IS NULL AND done_at"
LAST = f"(SELECT max(done_at) FROM {ACTIVITY} IS NOT NULL)"
NEXT = f"(SELECT min(coalesce(due_at, planned_start_at)) FROM {ACTIVITY} IS NULL)"
MOVED = (
    "(SELECT max(moved_at) FROM progress WHERE opportunity_id = {id} "
    "AND deleted_at IS NULL AND to_stage_id IS NOT NULL)"
)
DAY = {"sqlite": "substr({moment}, 1, 10)", "postgresql": "({moment} AT TIME ZONE 'UTC')::date"}
DIFFERS = {"sqlite": "{a} IS NOT {b}", "postgresql": "{a} IS DISTINCT FROM {b}"}
EVENTS = (("INSERT", ("NEW",)), ("UPDATE", ("NEW", "OLD")), ("DELETE", ("OLD",)))


def rebuild(connection: Connection) -> None:
    """Compute the derived columns of every opportunity anew; right ones are left alone."""
    for statement in _updates(connection.dialect.name, "opportunity.id", ""):
        connection.exec_driver_sql(statement)


def sqlite_statements() -> list[str]:
    """Return the triggers on activity, progress and opportunity."""
    found = []
    for table, update in _by_table("sqlite").items():
        for event, rows in EVENTS:
            body = "".join(update.format(row=row) + ";\n" for row in rows)
            name = f"dealboard_{table}_{event.lower()}_derived"
            trigger = f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW"
            found.append(f"{trigger}\nBEGIN\n{body}END")
    return [*found, _sqlite_first_stage()]


def postgresql_statements() -> list[str]:
    """Return the functions and triggers on activity, progress and opportunity."""
    found = []
    for table, update in _by_table("postgresql").items():
        name = f"dealboard_{table}_derived"
        body = "\n".join(
            f"IF TG_OP <> '{without}' THEN {update.format(row=row)}; END IF;"
            for row, without in (("NEW", "DELETE"), ("OLD", "INSERT"))
        )
        found.append(_function(name, f"BEGIN\n{body}\nRETURN NULL;\nEND"))
        event = "AFTER INSERT OR UPDATE OR DELETE"
        found.append(
            f"CREATE TRIGGER {name} {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    return [*found, *_postgresql_first_stage()]


def _by_table(dialect: str) -> dict[str, str]:
    activity, stage = _updates(dialect, "{row}.opportunity_id", "id = {row}.opportunity_id AND ")
    return {"activity": activity, "progress": stage}


def _updates(dialect: str, key: str, which: str) -> tuple[str, str]:
    last, following = LAST.replace("{id}", key), NEXT.replace("{id}", key)
    moved = DAY[dialect].replace("{moment}", MOVED.replace("{id}", key))
    day = f"coalesce({moved}, created_on)"
    differs = DIFFERS[dialect]
    return (
        (
            f"UPDATE opportunity SET last_activity_at = {last}, next_activity_at = {following} "
            f"WHERE {which}({differs.format(a='last_activity_at', b=last)} "
            f"OR {differs.format(a='next_activity_at', b=following)})"
        ),
        (
            f"UPDATE opportunity SET stage_since_on = {day} "
            f"WHERE {which}stage_id IS NOT NULL AND {differs.format(a='stage_since_on', b=day)}"
        ),
    )


def _sqlite_first_stage() -> str:
    return """CREATE TRIGGER dealboard_opportunity_first_stage AFTER INSERT ON opportunity
FOR EACH ROW WHEN NEW.stage_id IS NOT NULL AND NEW.stage_since_on IS NULL
BEGIN
UPDATE opportunity SET stage_since_on = created_on WHERE id = NEW.id;
END"""


def _postgresql_first_stage() -> list[str]:
    name = "dealboard_opportunity_first_stage"
    body = """BEGIN
    IF NEW.stage_id IS NOT NULL AND NEW.stage_since_on IS NULL THEN
        NEW.stage_since_on := NEW.created_on;
    END IF;
    RETURN NEW;
END"""
    trigger = f"CREATE TRIGGER {name} BEFORE INSERT ON opportunity FOR EACH ROW"
    return [_function(name, body), f"{trigger} EXECUTE FUNCTION {name}()"]


def _function(name: str, body: str) -> str:
    return f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
{body}
$body$"""
