"""Where a contact is: columns of lists that read its main address."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select, true

from db.list_field import Asked, Kind, ListField, Sort
from db.tables.contact import ContactAddressRow

if TYPE_CHECKING:
    from db.list_field import Expression

A = ContactAddressRow
MAIN = (A.main == true(), A.deleted_at.is_(None))


class AddressFields(NamedTuple):
    """The columns of a main address."""

    city: ListField
    province: ListField


def main_address(contact_id: Expression) -> AddressFields:
    """Return the columns of the main address of the contact whose id stands in a column."""
    return AddressFields(
        _field("city", A.city, contact_id), _field("province", A.province, contact_id)
    )


def _field(name: str, column: Expression, contact_id: Expression) -> ListField:
    first = select(column).where(A.contact_id == contact_id, *MAIN).order_by(A.id).limit(1)
    shown = first.correlate_except(A).scalar_subquery()
    asked = Asked(column, contact_id, A.contact_id, MAIN)
    return ListField(Kind.TEXT, {name: shown}, (), Sort((shown,)), asked)
