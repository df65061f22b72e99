"""Extra fields that an administrator adds, views that users save, and settings."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import CheckConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Kept, Lookup, Teamed, link, unique_live
from db.types import LongText


class ExtraFieldRow(Lookup, Base):
    """A field added to one kind of record, for all of its types or for one."""

    __tablename__ = "extra_field"
    rules = (
        unique_live("uq_extra_field_code", "record_kind", "code"),
        CheckConstraint(
            "kind IN ('text', 'number', 'money', 'day', 'flag', 'choice', 'user', 'contact')",
            name="kind",
        ),
    )

    record_kind: Mapped[str]
    kind: Mapped[str]
    choices: Mapped[str | None]
    opportunity_type_id: Mapped[UUID | None] = link("opportunity_type")
    mandatory_from_stage_id: Mapped[UUID | None] = link("stage")


class ExtraValueRow(Kept, Teamed, Base):
    """One cell of an extra field, in the canonical form of its kind."""

    __tablename__ = "extra_value"
    rules = (unique_live("uq_extra_value_cell", "record_id", "field_id"),)

    record_id: Mapped[UUID]
    field_id: Mapped[UUID] = link("extra_field", index=True)
    value: Mapped[str | None]


class SavedViewRow(Kept, Base):
    """Columns, filters and order of a screen, kept for one user, a role or everybody."""

    __tablename__ = "saved_view"
    rules = (
        CheckConstraint("user_id IS NULL OR role_id IS NULL", name="audience"),
        unique_live("uq_saved_view_name", "screen", "user_id", "role_id", "name"),
    )

    screen: Mapped[str]
    name: Mapped[str]
    user_id: Mapped[UUID | None] = link("app_user")
    role_id: Mapped[UUID | None] = link("role")
    is_default: Mapped[bool] = mapped_column(server_default=false())
    content: Mapped[str] = mapped_column(LongText())


class SettingRow(Base):
    """A choice of one user, such as theme or language; it leaves no trace in the log."""

    __tablename__ = "setting"
    captured = False

    user_id: Mapped[UUID] = link("app_user", primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
