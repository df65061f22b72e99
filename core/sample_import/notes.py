"""Notes: what was mended, filled, left out or is to be said, one for each cell or row."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from resources.texts import _, marked


class Kind(Enum):
    """What happened to a cell or a row."""

    MENDED = "mended"
    FILLED = "filled"
    LEFT_OUT = "left out"
    SAID = "said"


class Topic(Enum):
    """What a note is about: its kind, and a sentence that may name the value."""

    SPACES = (Kind.MENDED, marked("Spaces around a value were removed."))
    SECTOR = (Kind.MENDED, marked("The sector “{value}” was read as “{became}”."))
    COUNTRY = (Kind.MENDED, marked("The country “{value}” was read as “{became}”."))
    PRODUCT = (Kind.MENDED, marked("The product “{value}” was read as “{became}”."))
    ACCOUNT = (Kind.MENDED, marked("The account “{value}” was read as “{became}”."))
    AGENT = (Kind.MENDED, marked("The sales agent “{value}” was read as “{became}”."))
    STAGE = (Kind.MENDED, marked("The stage “{value}” was read as “{became}”."))
    ROUNDED = (Kind.MENDED, marked("An amount with fractions of a cent was rounded."))

    LIST_PRICE = (
        Kind.FILLED,
        marked("Open and lost: the amount is the list price, tagged “{became}”."),
    )
    LIST_PRICE_WON = (
        Kind.FILLED,
        marked("Won without a close value: the amount is the list price, tagged “{became}”."),
    )
    NO_ACCOUNT = (Kind.FILLED, marked("Without an account: given to the contact “{became}”."))
    NO_DATE = (
        Kind.FILLED,
        marked("Without a date: the day of the import was taken, tagged “{became}”."),
    )
    NO_CREATION = (
        Kind.FILLED,
        marked("Without an engage date: the close date was taken, tagged “{became}”."),
    )
    NO_CLOSE = (
        Kind.FILLED,
        marked("Won or lost without a close date: the day of the import, tagged “{became}”."),
    )
    EXPECTED_CLOSE = (
        Kind.FILLED,
        marked(
            "Open: expected to close after the median days of the product's won "
            "opportunities, tagged “{became}”."
        ),
    )

    CELL_COUNT = (Kind.LEFT_OUT, marked("The row has more or fewer cells than the first line."))
    NO_KEY = (Kind.LEFT_OUT, marked("The row has no name or no id."))
    DUPLICATE = (Kind.LEFT_OUT, marked("The name or id stands in an earlier row already."))
    BAD_DATE = (
        Kind.LEFT_OUT,
        marked("The row has a date that is not a day such as 2017-03-01, from 1990 to 2079."),
    )
    DATE_ORDER = (Kind.LEFT_OUT, marked("The row closes before it was engaged."))
    NO_AMOUNT = (Kind.LEFT_OUT, marked("The row has no amount."))
    BAD_AMOUNT = (Kind.LEFT_OUT, marked("The row has an amount that is not a number."))
    NEGATIVE = (Kind.LEFT_OUT, marked("The row has a negative amount."))
    HUGE = (Kind.LEFT_OUT, marked("The row has an amount of more than 1,000,000,000."))
    UNKNOWN_STAGE = (Kind.LEFT_OUT, marked("The row has a stage that is not known."))
    UNKNOWN_AGENT = (Kind.LEFT_OUT, marked("The sales agent is not in sales_teams.csv."))
    UNKNOWN_PRODUCT = (Kind.LEFT_OUT, marked("The product is not in products.csv."))
    UNKNOWN_ACCOUNT = (Kind.LEFT_OUT, marked("The account is not in accounts.csv."))
    REFUSED_AGENT = (
        Kind.LEFT_OUT,
        marked(
            "Opportunities of the sales agent “{value}”, whose row in sales_teams.csv was left "
            "out. {became}"
        ),
    )
    REFUSED_PRODUCT = (
        Kind.LEFT_OUT,
        marked(
            "Opportunities of the product “{value}”, whose row in products.csv was left out. "
            "{became}"
        ),
    )
    REFUSED_ACCOUNT = (
        Kind.LEFT_OUT,
        marked(
            "Opportunities of the account “{value}”, whose row in accounts.csv was left out. "
            "{became}"
        ),
    )

    NO_SUCH_COUNTRY = (Kind.LEFT_OUT, marked("A country that is not known: left empty."))
    NO_SUCH_PARENT = (Kind.LEFT_OUT, marked("A parent that is not in accounts.csv: left empty."))
    PARENT_CIRCLE = (Kind.LEFT_OUT, marked("A parent that would close a circle: left empty."))
    BAD_NUMBER = (
        Kind.LEFT_OUT,
        marked("A revenue, a year or employees that cannot be: left empty."),
    )
    CLOSE_OF_OPEN = (Kind.LEFT_OUT, marked("A close date of an open opportunity was not taken."))
    VALUE_OF_OPEN = (
        Kind.LEFT_OUT,
        marked("A close value of an opportunity that is not won was not taken."),
    )
    FURTHER_COLUMN = (Kind.LEFT_OUT, marked("The column “{value}” is not known and was not read."))

    NEW_SECTOR = (Kind.SAID, marked("The sector “{value}” is not a usual one: kept as it is."))
    NO_TEAM = (Kind.SAID, marked("A sales agent without a manager has no team."))

    @property
    def kind(self) -> Kind:
        """Return what happened."""
        return self.value[0]

    def sentence(self, value: str, became: str) -> str:
        """Return the sentence in the user's language."""
        return _(self.value[1]).format(value=value, became=became)


class Place(NamedTuple):
    """A line of a file."""

    file: str
    line: int


class Note(NamedTuple):
    """What happened to one cell, or to a row because of that cell."""

    topic: Topic
    place: Place
    column: str = ""
    value: str = ""
    became: str = ""


class RefusedRowError(Exception):
    """A row is left out because of one of its cells."""

    def __init__(self, topic: Topic, column: str = "", value: str = "", became: str = "") -> None:
        """Name the reason and the cell."""
        super().__init__(topic.name)
        self.topic = topic
        self.column = column
        self.value = value
        self.became = became

    def note(self, place: Place) -> Note:
        """Return the note of a row that stands at a place."""
        return Note(self.topic, place, self.column, self.value, self.became)
