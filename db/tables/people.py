"""Companies, teams, users, roles and agents."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from db.tables.base import Base, Kept, Lookup, link, unique_code, unique_live

RECORD_KINDS = ("opportunity", "contact", "activity", "campaign", "lookup", "administration")
SCOPES = ("own", "team", "all")


class CompanyRow(Lookup, Base):
    """One of our companies, with the currency of its totals."""

    __tablename__ = "company"
    rules = (unique_code("company"),)

    currency_code: Mapped[str] = mapped_column(ForeignKey("currency.code"))
    country_code: Mapped[str | None]
    vat_number: Mapped[str | None]
    fiscal_year_start_month: Mapped[int] = mapped_column(server_default=text("1"))


class TeamRow(Lookup, Base):
    """A group of users who share records; a laptop holds the records of its user's teams."""

    __tablename__ = "team"
    rules = (unique_code("team"),)

    manager_id: Mapped[UUID | None] = link("app_user")


class UserRow(Kept, Base):
    """A person who works with the program, known by the login of the system or the database."""

    __tablename__ = "app_user"
    rules = (unique_live("uq_app_user_login", "login"),)

    login: Mapped[str]
    name: Mapped[str]
    email: Mapped[str | None]
    company_id: Mapped[UUID | None] = link("company")
    team_id: Mapped[UUID | None] = link("team")
    language: Mapped[str | None]
    origin_system: Mapped[str | None]
    origin_key: Mapped[str | None]
    retired_at: Mapped[datetime | None]


class TeamMemberRow(Kept, Base):
    """A user's place in a further team."""

    __tablename__ = "team_member"
    rules = (unique_live("uq_team_member_pair", "team_id", "user_id"),)

    team_id: Mapped[UUID] = link("team")
    user_id: Mapped[UUID] = link("app_user", index=True)


class RoleRow(Lookup, Base):
    """What its users may do."""

    __tablename__ = "role"
    rules = (unique_code("role"),)


class RoleRightRow(Kept, Base):
    """What a role may do with one kind of record, and with whose."""

    __tablename__ = "role_right"
    rules: ClassVar[tuple[SchemaItem, ...]] = (
        CheckConstraint("scope IN ('own', 'team', 'all')", name="scope"),
        unique_live("uq_role_right_kind", "role_id", "record_kind"),
    )

    role_id: Mapped[UUID] = link("role")
    record_kind: Mapped[str]
    may_see: Mapped[bool]
    may_create: Mapped[bool]
    may_change: Mapped[bool]
    may_delete: Mapped[bool]
    scope: Mapped[str]


class UserRoleRow(Kept, Base):
    """A role that a user has."""

    __tablename__ = "user_role"
    rules = (unique_live("uq_user_role_pair", "user_id", "role_id"),)

    user_id: Mapped[UUID] = link("app_user")
    role_id: Mapped[UUID] = link("role", index=True)


class AgentRow(Lookup, Base):
    """A salesperson, responsible for contacts and so for their opportunities."""

    __tablename__ = "agent"
    rules = (unique_code("agent"),)

    user_id: Mapped[UUID | None] = link("app_user")
    team_id: Mapped[UUID | None] = link("team")
    zone_id: Mapped[UUID | None] = link("zone")
    email: Mapped[str | None]
    phone: Mapped[str | None]


class TargetRow(Kept, Base):
    """What a user is to win in a month."""

    __tablename__ = "target"
    rules = (unique_live("uq_target_month", "user_id", "month_on", "currency_code"),)

    user_id: Mapped[UUID] = link("app_user")
    team_id: Mapped[UUID | None] = link("team")
    month_on: Mapped[date]
    amount_minor: Mapped[int]
    currency_code: Mapped[str] = mapped_column(ForeignKey("currency.code"))
