"""The quick line of a board: "Contact, title, amount" becomes an opportunity."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.board_moves import wanted_at
from core.closing import MoveRules
from core.edit_errors import MoveRefusedError
from core.entry_line import Entry, EntryError, contact_part, parse_entry
from core.labels import act_label
from core.move_ground import MoveGround
from core.moves import OPEN, POSITION, Position, enter_stage
from core.numbering import Numbered, next_number
from db import acts
from db import entry_rows as rows
from db.engine import Lane
from db.entry_rows import ContactName as FoundContact
from db.exchange_rates import currency_decimals
from db.ids import new_id
from db.people import company_currency, first_company_and_team
from db.setting_rows import store_setting, stored_settings
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from db.writes import insert_rows
from resources.texts import _, marked

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from core.board_place import BoardKind, Place
    from core.closing import Target
    from core.workspace import Workspace
    from db.acts import Act
    from db.database import Database
    from db.entry_rows import EntryType
    from db.writes import Values

__all__ = [
    "Entered",
    "Entry",
    "EntryError",
    "FoundContact",
    "currencies",
    "enter_card",
    "find_contacts",
    "parse_entry",
]

ENTERED = marked("Entered {title}")
# The type that the user entered last, kept beside the settings.
LAST_TYPE = "last_type"


class Entered(NamedTuple):
    """The opportunity that was made; new_contact: so was its contact. label: the act's name."""

    act_id: UUID
    opportunity_id: UUID
    number: str
    contact_id: UUID
    new_contact: bool
    label: str


def currencies(workspace: Workspace, company_id: UUID | None = None) -> tuple[str, dict[str, int]]:
    """Return the company's currency (the user's company without one), and decimals by code."""
    with workspace.database.reading() as connection:
        currency = company_currency(connection, company_id or workspace.user.company_id)
        return currency, currency_decimals(connection)


def find_contacts(database: Database, text: str, limit: int = 8) -> list[FoundContact]:
    """Return the contacts that the line may mean, best first, while it is typed."""
    name = contact_part(text)
    if not name:
        return []
    with database.reading() as connection:
        found = dict(rows.contacts_beginning(connection, name, limit))
        if len(found) < limit:
            for contact in rows.contacts_holding(connection, name, limit):
                found.setdefault(contact.id, contact.name)
    return [FoundContact(key, shown) for key, shown in found.items()][:limit]


def enter_card(  # noqa: PLR0913 - the column is one of a board
    workspace: Workspace,
    kind: BoardKind,
    place: Place,
    entry: Entry,
    now: datetime,
    *,
    type_id: UUID | None = None,
) -> Entered:
    """Write an opportunity that stands in a column, in one act "Entered {title}".

    The contact is found or made; without a type the user's last one is taken, else the first.
    Raises EntryError, MoveError where the column is no more or takes nothing new, and
    NumberError where the type gives no number.
    """
    label = {"title": entry.title}
    act = workspace.act(ENTERED, now, label)
    with workspace.database.changing(Lane.INTERACTIVE) as connection:
        acts.begin(connection, act)
        new = _New(connection, workspace, act)
        made = new.enter(kind, place, entry, type_id)
        acts.end(connection, act)
    return made._replace(label=act_label(ENTERED, label))


class _New:
    """One opportunity that is being made in a transaction."""

    def __init__(self, connection: Connection, workspace: Workspace, act: Act) -> None:
        self._connection = connection
        self._user = workspace.user
        self._act = act
        self._id = new_id()
        self._ground = MoveGround(connection, workspace, [self._id])
        self._rules = MoveRules(self._ground)

    def enter(self, kind: BoardKind, place: Place, entry: Entry, type_id: UUID | None) -> Entered:
        """Write the opportunity, and its contact where there is none of its name."""
        target = self._rules.target(wanted_at(kind, place))
        if target.outcome not in {None, OPEN}:
            text = _("What is new is open. Enter it in another column than {place}.")
            raise EntryError(text.format(place=target.name))
        of_type = self._type(type_id, target)
        company_id = self._company()
        # Holds the series, so that two who enter the same new contact wait for each other.
        numbered = Numbered(of_type.id, of_type.series_id, company_id)
        number = next_number(self._connection, numbered, self._act.at.date())
        contact_id, new_contact = self._contact(entry)
        row = self._row(entry, of_type, target)
        row |= {"company_id": company_id, "contact_id": contact_id, "number": number}
        insert_rows(self._connection, OpportunityRow, [self._placed(row, target)], self._act)
        store_setting(self._connection, self._user.id, LAST_TYPE, of_type.id.hex)
        return Entered(self._act.id, self._id, number, contact_id, new_contact, "")

    def _row(self, entry: Entry, of_type: EntryType, target: Target) -> Values:
        """Return the columns before the opportunity stands anywhere."""
        workflow_id = target.stage.workflow_id if target.stage else of_type.workflow_id
        begin = Position(workflow_id, None, None, False, OPEN, None, None, None)  # noqa: FBT003
        first = self._ground.first(workflow_id)
        if target.stage is None and first is not None:
            begin = enter_stage(begin, first)
        return {
            "id": self._id,
            "type_id": of_type.id,
            "title": entry.title,
            "created_on": self._act.at.date(),
            "user_id": self._user.id,
            "team_id": self._user.team_id,
            "currency_code": entry.currency,
            "gross_minor": entry.net_minor,
            "net_minor": entry.net_minor,
            "touched_at": self._act.at,
            **{name: getattr(begin, name) for name in POSITION},
        }

    def _placed(self, row: Values, target: Target) -> Values:
        """Return the columns in the place, where the rules of moves allow it."""
        standing = self._rules.standing(row)
        refused = self._rules.refusals(standing, target)
        if refused:
            raise MoveRefusedError(target.name, refused)
        after = self._rules.moved(standing, target, None)
        return {**row, **{name: getattr(after, name) for name in POSITION}}

    def _type(self, type_id: UUID | None, target: Target) -> EntryType:
        """Return the type asked for, else the last one, else the first that fits the place."""
        types = rows.entry_types(self._connection)
        asked = next((each for each in types if each.id == type_id), None)
        if asked is not None:
            return asked
        flow = target.stage.workflow_id if target.stage else None
        usable = [each for each in types if not each.retired]
        last = stored_settings(self._connection, self._user.id).get(LAST_TYPE)
        # Sorting keeps their order where nothing else counts.
        usable.sort(key=lambda t: (flow is not None and t.workflow_id != flow, t.id.hex != last))
        if not usable:
            raise EntryError(_("There is no type of opportunities. Make one in the tables first."))
        return usable[0]

    def _company(self) -> UUID:
        company_id = self._user.company_id or first_company_and_team(self._connection)[0]
        if company_id is None:
            raise EntryError(_("There is no company. Make one in the tables first."))
        return company_id

    def _contact(self, entry: Entry) -> tuple[UUID, bool]:
        """Return the contact, and whether it was made."""
        if entry.contact_id is not None:
            found = rows.find_contact(self._connection, entry.contact_id)
            if found is None:
                text = _("{name} has been deleted. Choose another contact.")
                raise EntryError(text.format(name=entry.contact))
            return found.id, False
        found = rows.contact_named(self._connection, entry.contact)
        return (found.id, False) if found else (self._new_contact(entry.contact), True)

    def _new_contact(self, name: str) -> UUID:
        of_type = rows.first_contact_type(self._connection)
        if of_type is None:
            raise EntryError(_("There is no type of contacts. Make one in the tables first."))
        key = new_id()
        row = {"id": key, "name": name, "contact_type_id": of_type, "team_id": self._user.team_id}
        insert_rows(self._connection, ContactRow, [row], self._act)
        return key
