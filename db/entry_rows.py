"""Reads what a new opportunity is made from: contacts by their names, and types."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from sqlalchemy import func, select

from db.tables.base import by_words, in_order
from db.tables.contact import ContactRow
from db.tables.lookups import ContactTypeRow, OpportunityTypeRow
from db.text_search import contacts_with, words_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


class ContactName(NamedTuple):
    """A contact by its name."""

    id: UUID
    name: str


class EntryType(NamedTuple):
    """A type of opportunity; retired: it is not chosen any more."""

    id: UUID
    workflow_id: UUID | None
    series_id: UUID
    retired: bool


def contacts_beginning(connection: Connection, text: str, limit: int) -> list[ContactName]:
    """Return contacts whose names begin with a text, in the order of names."""
    beginning = " ".join(words_of(text))
    # Where a database sorts capitals apart, each way to write it is a place of its own.
    ways = {beginning, *(way(beginning) for way in (str.lower, str.upper, str.title))}
    ways.add(beginning[:1].upper() + beginning[1:])
    found = {each for way in ways for each in _names_from(connection, way, limit)}
    folded = beginning.casefold()
    alike = [each for each in found if each.name.casefold().startswith(folded)]
    return sorted(alike, key=lambda each: (each.name.casefold(), each.id))[:limit]


def _names_from(connection: Connection, text: str, limit: int) -> list[ContactName]:
    row, name = ContactRow, by_words(ContactRow.name)
    statement = select(row.id, row.name).where(row.deleted_at.is_(None), name >= text)
    rows = connection.execute(statement.order_by(in_order(name), row.id).limit(limit))
    return [ContactName(*found) for found in rows]


def contacts_holding(connection: Connection, text: str, limit: int) -> list[ContactName]:
    """Return contacts in whose names all the words of a text stand, in the order of names."""
    row = ContactRow
    holds = contacts_with(words_of(text), connection).condition
    statement = select(row.id, row.name).where(row.deleted_at.is_(None), holds)
    rows = connection.execute(statement.order_by(in_order(by_words(row.name)), row.id).limit(limit))
    return [ContactName(*found) for found in rows]


def contact_named(connection: Connection, name: str) -> ContactName | None:
    """Return the oldest contact of a name, whatever the case of its letters."""
    row = ContactRow
    holds = contacts_with(words_of(name), connection).of_all
    statement = select(row.id, row.name).where(
        row.deleted_at.is_(None), holds, func.length(row.name) == len(name)
    )
    rows = connection.execute(statement.order_by(row.id))
    alike = (ContactName(*found) for found in rows if found[1].casefold() == name.casefold())
    return next(alike, None)


def find_contact(connection: Connection, contact_id: UUID) -> ContactName | None:
    """Return a contact that is not deleted."""
    row = ContactRow
    statement = select(row.id, row.name).where(row.id == contact_id, row.deleted_at.is_(None))
    found = connection.execute(statement).first()
    return ContactName(*found) if found else None


def first_contact_type(connection: Connection) -> UUID | None:
    """Return the type that a new contact gets: a prospect's, or the first one."""
    row = ContactTypeRow
    statement = select(row.id).where(row.deleted_at.is_(None), row.retired_at.is_(None))
    order = ((row.kind == "prospect").desc(), row.position, row.id)
    return connection.scalar(statement.order_by(*order).limit(1))


def entry_types(connection: Connection) -> list[EntryType]:
    """Return the types of opportunities in their order."""
    row = OpportunityTypeRow
    statement = select(
        row.id, row.workflow_id, row.number_series_id, row.retired_at.is_not(None)
    ).where(row.deleted_at.is_(None))
    rows = connection.execute(statement.order_by(row.position, row.id))
    return [EntryType(*found) for found in rows]
