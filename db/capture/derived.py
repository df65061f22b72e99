"""Triggers that keep an opportunity's last and next activity, last deed and day of its stage.

Kept rather than computed, so that lists and boards can sort and group by them. A writer that
fills the columns itself, such as an import, finds nothing left to do here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

ACTIVITY = "activity WHERE opportunity_id = {id} AND deleted_at IS NULL AND done_at"
PROGRESS = "progress WHERE opportunity_id = {id} AND deleted_at IS NULL"
LAST = f"(SELECT max(done_at) FROM {ACTIVITY} IS NOT NULL)"
NEXT = f"(SELECT min(coalesce(due_at, planned_start_at)) FROM {ACTIVITY} IS NULL)"
MOVED = f"(SELECT max(moved_at) FROM {PROGRESS} AND to_stage_id IS NOT NULL)"
DEED = f"""(SELECT max(at) FROM (SELECT max(done_at) AS at FROM {ACTIVITY} IS NOT NULL
UNION ALL SELECT max(moved_at) FROM {PROGRESS}) AS deed)"""
DAY = {"sqlite": "substr({moment}, 1, 10)", "postgresql": "({moment} AT TIME ZONE 'UTC')::date"}
MIDNIGHT = {
    "sqlite": "({day} || 'T00:00:00.000Z')",
    "postgresql": "({day}::timestamp AT TIME ZONE 'UTC')",
}
DIFFERS = {"sqlite": "{a} IS NOT {b}", "postgresql": "{a} IS DISTINCT FROM {b}"}
# The most frequent one has an update of its own.
ADDED = ("progress", "INSERT")
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
            if (table, event) == ADDED:
                body = _added("sqlite") + ";\n"
            name = f"dealboard_{table}_{event.lower()}_derived"
            trigger = f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW"
            found.append(f"{trigger}\nBEGIN\n{body}END")
    return [*found, *_sqlite_opportunity()]


def postgresql_statements() -> list[str]:
    """Return the functions and triggers on activity, progress and opportunity."""
    found = []
    for table, update in _by_table("postgresql").items():
        name = f"dealboard_{table}_derived"
        body = "\n".join(
            f"IF TG_OP <> '{without}' THEN {update.format(row=row)}; END IF;"
            for row, without in (("NEW", "DELETE"), ("OLD", "INSERT"))
        )
        if table == ADDED[0]:
            body = f"IF TG_OP = 'INSERT' THEN {_added('postgresql')}; RETURN NULL; END IF;\n{body}"
        found.append(_function(name, f"BEGIN\n{body}\nRETURN NULL;\nEND"))
        event = "AFTER INSERT OR UPDATE OR DELETE"
        found.append(
            f"CREATE TRIGGER {name} {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    return [*found, *_postgresql_opportunity()]


def _by_table(dialect: str) -> dict[str, str]:
    key, which = "{row}.opportunity_id", "id = {row}.opportunity_id AND "
    activity, progress = _updates(dialect, key, which)
    return {"activity": activity, "progress": progress}


def _updates(dialect: str, key: str, which: str) -> tuple[str, str]:
    """Return what follows from the activities, and what from the moves."""
    last, following = LAST.replace("{id}", key), NEXT.replace("{id}", key)
    day, touched = _stage_day(dialect, key), _touched(dialect, key)
    differs = DIFFERS[dialect]
    deed = differs.format(a="touched_at", b=touched)
    return (
        (
            f"UPDATE opportunity SET last_activity_at = {last}, next_activity_at = {following}, "
            f"touched_at = {touched} "
            f"WHERE {which}({differs.format(a='last_activity_at', b=last)} "
            f"OR {differs.format(a='next_activity_at', b=following)} OR {deed})"
        ),
        (
            "UPDATE opportunity SET "
            f"stage_since_on = CASE WHEN stage_id IS NULL THEN stage_since_on ELSE {day} END, "
            f"touched_at = {touched} WHERE {which}("
            f"(stage_id IS NOT NULL AND {differs.format(a='stage_since_on', b=day)}) OR {deed})"
        ),
    )


def _added(dialect: str) -> str:
    """Return what follows from one more move: it can only raise a latest moment or day.

    Only where the day of creation stood in for a move, and lies behind it, all is looked at anew.
    """
    key, moved = "NEW.opportunity_id", DAY[dialect].replace("{moment}", "NEW.moved_at")
    created = MIDNIGHT[dialect].format(day="created_on")
    no_deed = f"(touched_at > NEW.moved_at AND touched_at = {created})"
    no_move = f"(stage_since_on > {moved} AND stage_since_on = created_on)"
    enters = "(NEW.to_stage_id IS NOT NULL AND stage_id IS NOT NULL)"
    return f"""UPDATE opportunity SET
stage_since_on = CASE WHEN NOT {enters} THEN stage_since_on
    WHEN stage_since_on < {moved} THEN {moved}
    WHEN stage_since_on IS NULL OR {no_move} THEN {_stage_day(dialect, key)}
    ELSE stage_since_on END,
touched_at = CASE WHEN touched_at < NEW.moved_at THEN NEW.moved_at
    WHEN touched_at IS NULL OR {no_deed} THEN {_touched(dialect, key)}
    ELSE touched_at END
WHERE id = {key} AND NEW.deleted_at IS NULL AND (touched_at IS NULL
    OR touched_at < NEW.moved_at OR {no_deed} OR ({enters}
    AND (stage_since_on IS NULL OR stage_since_on < {moved} OR {no_move})))"""


def _stage_day(dialect: str, key: str) -> str:
    moved = DAY[dialect].replace("{moment}", MOVED.replace("{id}", key))
    return f"coalesce({moved}, created_on)"


def _touched(dialect: str, key: str) -> str:
    """Return when somebody last did something: the day of creation begins the count."""
    created = MIDNIGHT[dialect].format(day="created_on")
    return f"coalesce({DEED.replace('{id}', key)}, {created})"


def _sqlite_opportunity() -> list[str]:
    day, touched = _stage_day("sqlite", "NEW.id"), _touched("sqlite", "NEW.id")
    return [
        """CREATE TRIGGER dealboard_opportunity_first_stage AFTER INSERT ON opportunity
FOR EACH ROW WHEN (NEW.stage_id IS NOT NULL AND NEW.stage_since_on IS NULL)
    OR NEW.touched_at IS NULL
BEGIN
UPDATE opportunity SET touched_at = coalesce(touched_at, created_on || 'T00:00:00.000Z'),
    stage_since_on = CASE WHEN stage_id IS NULL THEN stage_since_on
        ELSE coalesce(stage_since_on, created_on) END
WHERE id = NEW.id;
END""",
        f"""CREATE TRIGGER dealboard_opportunity_created AFTER UPDATE OF created_on ON opportunity
FOR EACH ROW WHEN OLD.created_on IS NOT NEW.created_on
BEGIN
UPDATE opportunity SET touched_at = {touched},
    stage_since_on = CASE WHEN stage_id IS NULL THEN stage_since_on ELSE {day} END
WHERE id = NEW.id;
END""",
    ]


def _postgresql_opportunity() -> list[str]:
    found = []
    day, touched = _stage_day("postgresql", "NEW.id"), _touched("postgresql", "NEW.id")
    first = """BEGIN
    IF NEW.stage_id IS NOT NULL AND NEW.stage_since_on IS NULL THEN
        NEW.stage_since_on := NEW.created_on;
    END IF;
    NEW.touched_at := coalesce(NEW.touched_at, NEW.created_on::timestamp AT TIME ZONE 'UTC');
    RETURN NEW;
END"""
    later = f"""BEGIN
    NEW.touched_at := {touched.replace("created_on", "NEW.created_on")};
    IF NEW.stage_id IS NOT NULL THEN
        NEW.stage_since_on := {day.replace("created_on", "NEW.created_on")};
    END IF;
    RETURN NEW;
END"""
    for name, event, body in (
        ("dealboard_opportunity_first_stage", "INSERT", first),
        ("dealboard_opportunity_created", "UPDATE OF created_on", later),
    ):
        trigger = f"CREATE TRIGGER {name} BEFORE {event} ON opportunity FOR EACH ROW"
        found += [_function(name, body), f"{trigger} EXECUTE FUNCTION {name}()"]
    return found


def _function(name: str, body: str) -> str:
    return f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
{body}
$body$"""
