"""Accounts to contacts, each with its address and its parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.sample_import.ground import CURRENCY
from core.sample_import.sectors import SECTORS
from db.sample_rows import ORIGIN
from db.tables.contact import ContactAddressRow, ContactRow
from db.tables.lookups import ContactTypeRow, SectorRow
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from core.sample_import.dating import DatedDeal
    from core.sample_import.rows import Rows
    from core.sample_import.sample import Account
    from db.writes import Values

NOT_NAMED = marked("Not named (sample)")
# No account has this name: a file's names have no space in front.
NOT_NAMED_KEY = " not named"


class Contacts:
    """Makes the contacts that are not there; their type follows from what they bought."""

    def __init__(self, rows: Rows, deals: Iterable[DatedDeal]) -> None:
        """Add to the rows; the opportunities tell who is a customer."""
        self._rows = rows
        self._found = dict(rows.state.contacts)
        self._won_on: dict[str, date] = {}
        self._asked: set[str] = set()
        for deal in deals:
            if deal.account is not None:
                self._note(deal.account, deal)

    def add(self, accounts: Sequence[Account]) -> None:
        """Add the contacts of accounts, which come parents first."""
        for account in accounts:
            if account.name not in self._found:
                self._found[account.name] = self._account(account)
                self._rows.places.add(account.place)

    def of(self, account: str | None) -> UUID:
        """Return the contact of an account; opportunities without one share a contact."""
        return self._not_named() if account is None else self._found[account]

    def _not_named(self) -> UUID:
        if NOT_NAMED_KEY not in self._found:
            values = _contact(NOT_NAMED_KEY, _(NOT_NAMED), self._type("contact"))
            self._found[NOT_NAMED_KEY] = self._rows.add(ContactRow, values)
        return self._found[NOT_NAMED_KEY]

    def _note(self, account: str, deal: DatedDeal) -> None:
        self._asked.add(account)
        if deal.deal.stage.outcome == "won" and deal.closed_on is not None:
            first = self._won_on.get(account, deal.closed_on)
            self._won_on[account] = min(first, deal.closed_on)

    def _account(self, account: Account) -> UUID:
        values = _contact(account.name, account.name, self._type(self._kind(account.name)))
        values |= {
            "country_code": account.country_code,
            "sector_id": self._sector(account.sector) if account.sector else None,
            "parent_id": self._found.get(account.parent or ""),
            "founded_year": account.founded_year,
            "turnover_minor": account.turnover_minor,
            "employees": account.employees,
            "customer_on": self._won_on.get(account.name),
        }
        key = self._rows.add(ContactRow, values)
        address = {
            "contact_id": key,
            "main": True,
            "country_code": account.country_code,
        }
        if account.country_code is not None:
            self._rows.add(ContactAddressRow, address)
        return key

    def _kind(self, account: str) -> str:
        """Return the kind: a customer has bought, a prospect was offered something, or a lead."""
        if account in self._won_on:
            return "customer"
        return "prospect" if account in self._asked else "lead"

    def _type(self, kind: str) -> UUID:
        found = self._rows.state.contact_types.get(kind)
        text = kind.title()
        return found or self._rows.lookup(ContactTypeRow, kind, text, {"kind": kind})

    def _sector(self, name: str) -> UUID:
        text = _(SECTORS[name]) if name in SECTORS else name
        return self._rows.shared_lookup(SectorRow, name, text)


def _contact(key: str, name: str, contact_type: UUID) -> Values:
    """Return what every contact of the sample has; the rest is empty until it is known."""
    return {
        "name": name,
        "contact_type_id": contact_type,
        "currency_code": CURRENCY,
        "country_code": None,
        "sector_id": None,
        "parent_id": None,
        "founded_year": None,
        "turnover_minor": None,
        "employees": None,
        "customer_on": None,
        "origin_system": ORIGIN,
        "origin_key": key,
    }
