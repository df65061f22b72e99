"""Reads the companies of the sample; a cell that cannot be is left empty, the company stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.sample_import.countries import Countries
from core.sample_import.mending import KnownNames
from core.sample_import.notes import Note, Topic
from core.sample_import.sample import Account
from core.sample_import.sectors import SECTORS
from core.sample_import.values import MINOR_UNITS, read_number, whole_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.sample_import.reading import Row

# The file gives the turnover in millions.
MILLION = 1_000_000
MOST_MILLIONS = 10_000_000
MOST_EMPLOYEES = 100_000_000
FIRST_YEAR, LAST_YEAR = 1000, 2100


class AccountReader:
    """Reads one company after the other."""

    def __init__(self) -> None:
        """Know the usual sectors and all countries."""
        self._sectors = KnownNames(SECTORS)
        self._countries = Countries()

    def read(self, row: Row, notes: list[Note]) -> Account:
        """Return the company of a row."""
        return Account(
            place=row.place,
            name=row.cells["account"],
            sector=self._sector(row, notes),
            founded_year=_whole(row, "year_established", (FIRST_YEAR, LAST_YEAR), notes),
            turnover_minor=_turnover(row, notes),
            employees=_whole(row, "employees", (0, MOST_EMPLOYEES), notes),
            country_code=self._country(row, notes),
            parent=row.cells["subsidiary_of"] or None,
        )

    def _sector(self, row: Row, notes: list[Note]) -> str:
        text = row.cells["sector"]
        if not text:
            return ""
        sector = self._sectors.closest(text)
        if sector is None:
            notes.append(Note(Topic.NEW_SECTOR, row.place, "sector", text))
            return text
        if sector != text:
            notes.append(Note(Topic.SECTOR, row.place, "sector", text, sector))
        return sector

    def _country(self, row: Row, notes: list[Note]) -> str | None:
        text = row.cells["office_location"]
        if not text:
            return None
        country = self._countries.find(text)
        if country is None:
            notes.append(Note(Topic.NO_SUCH_COUNTRY, row.place, "office_location", text))
            return None
        if text not in country:
            notes.append(Note(Topic.COUNTRY, row.place, "office_location", text, country.name))
        return country.code


def without_lost_parents(accounts: Sequence[Account], notes: list[Note]) -> tuple[Account, ...]:
    """Return the companies, parents first; a parent that is unknown or in a circle is left out."""
    known = KnownNames(account.name for account in accounts)
    named = [_with_known_parent(account, known, notes) for account in accounts]
    parents = {account.name: account.parent for account in named}
    rooted = [_out_of_circle(account, parents, notes) for account in named]
    depths = {account.name: len(_line_up(account.name, parents)) for account in rooted}
    return tuple(sorted(rooted, key=lambda account: depths[account.name]))


def _with_known_parent(account: Account, known: KnownNames, notes: list[Note]) -> Account:
    if account.parent is None:
        return account
    parent = known.same(account.parent)
    if parent is None:
        note = Note(Topic.NO_SUCH_PARENT, account.place, "subsidiary_of", account.parent)
        notes.append(note)
    elif parent != account.parent:
        place, text = account.place, account.parent
        notes.append(Note(Topic.ACCOUNT, place, "subsidiary_of", text, parent))
    return account._replace(parent=parent)


def _out_of_circle(account: Account, parents: dict[str, str | None], notes: list[Note]) -> Account:
    """Return a company that is no parent of its own parents; the first of a circle is cut off."""
    if account.name not in _line_up(account.name, parents)[1:]:
        return account
    parent = account.parent or ""
    notes.append(Note(Topic.PARENT_CIRCLE, account.place, "subsidiary_of", parent))
    parents[account.name] = None
    return account._replace(parent=None)


def _line_up(name: str, parents: dict[str, str | None]) -> list[str]:
    """Return a company and its parents upwards, as far as the first one that comes again."""
    line = [name]
    above = parents[name]
    while above is not None and above not in line:
        line.append(above)
        above = parents[above]
    return line if above is None else [*line, above]


def _whole(row: Row, column: str, bounds: tuple[int, int], notes: list[Note]) -> int | None:
    text = row.cells[column]
    number = whole_within(text, *bounds)
    if text and number is None:
        notes.append(Note(Topic.BAD_NUMBER, row.place, column, text))
    return number


def _turnover(row: Row, notes: list[Note]) -> int | None:
    text = row.cells["revenue"]
    number = read_number(text)
    if number is not None and 0 <= number <= MOST_MILLIONS:
        return round(number * MILLION * MINOR_UNITS)
    if text:
        notes.append(Note(Topic.BAD_NUMBER, row.place, "revenue", text))
    return None
