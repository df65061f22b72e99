"""Lists of opportunities to look at: many rows in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from db.ids import new_id
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from db.writes import insert_rows, update_rows
from tests.workspaces import NOW, contact_values, opportunity_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from core.workspace import Workspace
    from db.tables import Base
    from db.writes import Values


def add_contacts(workspace: Workspace, names: Sequence[str]) -> list[UUID]:
    """Write contacts of these names; return their ids."""
    act = workspace.act("Created contacts", NOW)
    with workspace.database.writing(act) as connection:
        rows = [contact_values(connection, name=name) for name in names]
        insert_rows(connection, ContactRow, rows, act)
    return [UUID(str(row["id"])) for row in rows]


def add_opportunities(
    workspace: Workspace,
    contacts: Sequence[UUID],
    count: int,
    values: Callable[[int], Mapping[str, object]] = lambda _place: {},
    first: int = 0,
) -> list[UUID]:
    """Write numbered opportunities of contacts in turn; return their ids in the order written."""
    act = workspace.act("Created opportunities", NOW)
    with workspace.database.writing(act) as connection:
        base = opportunity_values(connection, contacts[0])
        rows = [
            {**base, **_numbered(place, contacts), **values(place)}
            for place in range(first, first + count)
        ]
        insert_rows(connection, OpportunityRow, rows, act)
    return [UUID(str(row["id"])) for row in rows]


def change_rows(
    workspace: Workspace, row_class: type[Base], keys: Sequence[UUID], values: Values
) -> None:
    """Set the same values in some rows, in an act of its own."""
    act = workspace.act("Changed rows", NOW)
    with workspace.database.writing(act) as connection:
        update_rows(connection, row_class, [(key, values) for key in keys], act)


def delete_rows(workspace: Workspace, row_class: type[Base], keys: Sequence[UUID]) -> None:
    """Delete rows softly, in an act of its own."""
    change_rows(workspace, row_class, keys, {"deleted_at": NOW})


def _numbered(place: int, contacts: Sequence[UUID]) -> Values:
    return {
        "id": new_id(),
        "number": f"26/{place:05}",
        "title": f"Packing line {place:05}",
        "contact_id": contacts[place % len(contacts)],
    }
