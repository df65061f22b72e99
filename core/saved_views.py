"""Saved views: for me, a role or all; one of them is what a screen opens with."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from core.view_content import Loaded, ViewContent, from_text, to_text
from db.errors import DealboardError
from db.ids import new_id
from db.saved_view_rows import (
    ADMINISTRATOR,
    Role,
    StoredView,
    clear_defaults,
    find_view,
    insert_view,
    roles_of,
    same_audience,
    update_view,
    views_for,
)
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace

SAVED = marked("Saved the view {name}")
DELETED = marked("Deleted the view {name}")
OPENS = marked("Made {name} the view to begin with")


class Audience(Enum):
    """Whom a view is for."""

    ME = "me"
    ROLE = "role"
    ALL = "all"


class SavedView(NamedTuple):
    """A view of a screen; may_change: whether this user may save over it or delete it."""

    id: UUID
    name: str
    audience: Audience
    role_id: UUID | None
    is_default: bool
    may_change: bool
    content: ViewContent
    dropped: tuple[str, ...]
    damaged: bool


class ViewError(DealboardError):
    """A view cannot be saved, changed or deleted."""


class NotYoursError(ViewError):
    """The view belongs to somebody else."""

    def __init__(self, name: str) -> None:
        """Name the view."""
        text = _(
            "“{name}” is shared, and only who made it or an administrator may change it. "
            "Save your own under another name."
        )
        super().__init__(text.format(name=name))


class ViewGoneError(ViewError):
    """Somebody has deleted the view."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(_("This view has been deleted. Save what you see under a new name."))


class NameTakenError(ViewError):
    """There is such a view already."""

    def __init__(self, name: str) -> None:
        """Name the view."""
        text = _("There is a view “{name}” already. Choose another name.")
        super().__init__(text.format(name=name))


class NamelessError(ViewError):
    """A view needs a name."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(_("A view needs a name. Write one."))


class SavedViews:
    """The saved views of one screen, for the user of a workspace; each method waits."""

    def __init__(self, workspace: Workspace, screen: str, columns: Collection[str]) -> None:
        """Keep views of a screen that has these columns."""
        self._workspace = workspace
        self._screen = screen
        self._columns = columns

    def views(self) -> list[SavedView]:
        """Return the views that this user sees, by name."""
        with self._workspace.database.reading() as connection:
            roles = roles_of(connection, self._user_id)
            stored = views_for(connection, self._screen, self._user_id, [r.id for r in roles])
        return [self._view(view, roles) for view in stored]

    def roles(self) -> list[Role]:
        """Return the roles that this user may save a view for."""
        with self._workspace.database.reading() as connection:
            return roles_of(connection, self._user_id)

    def first(self) -> SavedView | None:
        """Return the view to begin with: the default of mine, else of a role, else of all."""
        defaults = [view for view in self.views() if view.is_default]
        return min(defaults, key=lambda view: list(Audience).index(view.audience), default=None)

    def save(
        self,
        name: str,
        content: ViewContent,
        now: datetime,
        audience: Audience = Audience.ME,
        role_id: UUID | None = None,
    ) -> UUID:
        """Save a new view; raises a ViewError where there is one of this name."""
        user_id = self._user_id if audience is Audience.ME else None
        wanted = role_id if audience is Audience.ROLE else None
        name = _named(name)
        view = StoredView(
            new_id(),
            self._screen,
            name,
            user_id,
            wanted,
            is_default=False,
            content=to_text(content),
            owner_id=None,
        )
        act = self._workspace.act(SAVED, now, {"name": name})
        with self._workspace.database.writing(act) as connection:
            _refuse_taken(name, same_audience(connection, view))
            insert_view(connection, view, act)
        return view.id

    def replace(self, view_id: UUID, content: ViewContent, now: datetime) -> None:
        """Save other content under the name of a view."""
        self._change(view_id, SAVED, {"content": to_text(content)}, now)

    def rename(self, view_id: UUID, name: str, now: datetime) -> None:
        """Give a view another name."""
        self._change(view_id, SAVED, {"name": _named(name)}, now)

    def delete(self, view_id: UUID, now: datetime) -> None:
        """Delete a view."""
        self._change(view_id, DELETED, {"deleted_at": now}, now)

    def begin_with(self, view_id: UUID, now: datetime) -> None:
        """Make a view the one that its audience begins with."""
        self._change(view_id, OPENS, {"is_default": True}, now)

    @property
    def _user_id(self) -> UUID:
        return self._workspace.user.id

    def _change(self, view_id: UUID, label: str, values: dict[str, object], now: datetime) -> None:
        with self._workspace.database.reading() as connection:
            view = self._changeable(connection, view_id)
        act = self._workspace.act(label, now, {"name": str(values.get("name", view.name))})
        with self._workspace.database.writing(act) as connection:
            view = self._changeable(connection, view_id)
            others = same_audience(connection, view)
            if "name" in values:
                _refuse_taken(str(values["name"]), others)
            if values.get("is_default"):
                clear_defaults(connection, others, act)
            update_view(connection, view_id, values, act)

    def _changeable(self, connection: Connection, view_id: UUID) -> StoredView:
        view = find_view(connection, view_id)
        if view is None:
            raise ViewGoneError
        if not self._may_change(view, roles_of(connection, self._user_id)):
            raise NotYoursError(view.name)
        return view

    def _may_change(self, view: StoredView, roles: Sequence[Role]) -> bool:
        if view.user_id is not None:
            return view.user_id == self._user_id
        mine = view.owner_id == self._user_id
        return mine or any(role.code == ADMINISTRATOR for role in roles)

    def _view(self, stored: StoredView, roles: Sequence[Role]) -> SavedView:
        loaded: Loaded = from_text(stored.content, self._columns)
        audience = (
            Audience.ME if stored.user_id else Audience.ROLE if stored.role_id else Audience.ALL
        )
        may_change = self._may_change(stored, roles)
        head = (stored.id, stored.name, audience, stored.role_id, stored.is_default, may_change)
        return SavedView(*head, *loaded)


def dropped_sentence(view: SavedView) -> str:
    """Return what is said of a view that could not be loaded whole, or nothing."""
    if view.dropped:
        text = _("“{name}” names columns that no longer exist: {columns}. The rest is shown.")
        return text.format(name=view.name, columns=", ".join(view.dropped))
    if view.damaged:
        text = _("A part of “{name}” cannot be read. The rest is shown; save it again to mend it.")
        return text.format(name=view.name)
    return ""


def _named(name: str) -> str:
    if not name.strip():
        raise NamelessError
    return name.strip()


def _refuse_taken(name: str, others: Sequence[StoredView]) -> None:
    if any(view.name.casefold() == name.casefold() for view in others):
        raise NameTakenError(name)
