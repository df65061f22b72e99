"""Reads and writes the views that users save."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from sqlalchemy import and_, or_, select

from db.tables.extra import SavedViewRow
from db.tables.people import RoleRow, UserRoleRow
from db.writes import insert_rows, set_rows, update_rows

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Select

    from db.acts import Act
    from db.writes import Values

ADMINISTRATOR = "administrator"
V = SavedViewRow


class StoredView(NamedTuple):
    """A view as it is stored: for one user, one role or, with neither, for all."""

    id: UUID
    screen: str
    name: str
    user_id: UUID | None
    role_id: UUID | None
    is_default: bool
    content: str
    owner_id: UUID | None


class Role(NamedTuple):
    """A role of a user."""

    id: UUID
    code: str
    name: str


def roles_of(connection: Connection, user_id: UUID) -> list[Role]:
    """Return the roles of a user."""
    statement = (
        select(RoleRow.id, RoleRow.code, RoleRow.description)
        .join(UserRoleRow, UserRoleRow.role_id == RoleRow.id)
        .where(UserRoleRow.user_id == user_id)
        .where(UserRoleRow.deleted_at.is_(None), RoleRow.deleted_at.is_(None))
        .order_by(RoleRow.position, RoleRow.id)
    )
    return [Role(*row) for row in connection.execute(statement)]


def views_for(
    connection: Connection, screen: str, user_id: UUID, role_ids: Collection[UUID]
) -> list[StoredView]:
    """Return the views of a screen that a user sees, by name."""
    seen = or_(
        V.user_id == user_id,
        V.role_id.in_(role_ids),
        and_(V.user_id.is_(None), V.role_id.is_(None)),
    )
    statement = _views().where(V.screen == screen, seen).order_by(V.name, V.id)
    return [StoredView(*row) for row in connection.execute(statement)]


def find_view(connection: Connection, view_id: UUID) -> StoredView | None:
    """Return a view."""
    row = connection.execute(_views().where(V.id == view_id)).first()
    return StoredView(*row) if row else None


def same_audience(connection: Connection, view: StoredView) -> list[StoredView]:
    """Return the other views of a screen for the same user, the same role or for all."""
    statement = _views().where(
        V.screen == view.screen,
        V.user_id.is_not_distinct_from(view.user_id),
        V.role_id.is_not_distinct_from(view.role_id),
        V.id != view.id,
    )
    return [StoredView(*row) for row in connection.execute(statement)]


def insert_view(connection: Connection, view: StoredView, act: Act) -> None:
    """Write a new view."""
    row = view._asdict()
    del row["owner_id"]
    insert_rows(connection, V, [row], act)


def update_view(connection: Connection, view_id: UUID, values: Values, act: Act) -> None:
    """Set values of a view."""
    update_rows(connection, V, [(view_id, values)], act)


def clear_defaults(connection: Connection, views: Collection[StoredView], act: Act) -> None:
    """Let none of some views be the default."""
    ids = [view.id for view in views if view.is_default]
    set_rows(connection, V, ids, {"is_default": False}, act)


def _views() -> Select[UUID, str, str, UUID | None, UUID | None, bool, str, UUID | None]:
    return select(
        V.id, V.screen, V.name, V.user_id, V.role_id, V.is_default, V.content, V.entered_by_id
    ).where(V.deleted_at.is_(None))
