"""Lookup tables: small, ordered, editable lists that records point to."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false, text, true
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Kept, Lookup, link, unique_code, unique_live


class CurrencyRow(Lookup, Base):
    """A currency by its ISO 4217 code, with the number of decimals of its minor unit."""

    __tablename__ = "currency"
    rules = (
        UniqueConstraint("code", name="uq_currency_code"),
        CheckConstraint("decimals BETWEEN 0 AND 4", name="decimals"),
    )

    decimals: Mapped[int] = mapped_column(server_default=text("2"))


class ExchangeRateRow(Kept, Base):
    """Units of a currency for one unit of another from a day on, times a million."""

    __tablename__ = "exchange_rate"
    rules = (
        CheckConstraint("rate_millionths > 0", name="positive"),
        unique_live("uq_exchange_rate_day", "base_code", "currency_code", "valid_on"),
    )

    base_code: Mapped[str] = mapped_column(ForeignKey("currency.code"))
    currency_code: Mapped[str] = mapped_column(ForeignKey("currency.code"))
    valid_on: Mapped[date]
    rate_millionths: Mapped[int]


class ProbabilityRow(Lookup, Base):
    """A probability of success; boards have a column for each."""

    __tablename__ = "probability"
    rules = (
        unique_code("probability"),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
    )

    percent: Mapped[int]
    colour: Mapped[str | None]


class ClosingReasonRow(Lookup, Base):
    """Why an opportunity was won (positive sign) or lost (negative sign)."""

    __tablename__ = "closing_reason"
    rules = (unique_code("closing_reason"), CheckConstraint("sign IN (-1, 1)", name="sign"))

    sign: Mapped[int]


class ContactTypeRow(Lookup, Base):
    """A type of contact, of one kind: contact, prospect, lead, customer or supplier."""

    __tablename__ = "contact_type"
    rules = (
        unique_code("contact_type"),
        CheckConstraint(
            "kind IN ('contact', 'prospect', 'lead', 'customer', 'supplier')", name="kind"
        ),
    )

    kind: Mapped[str]
    workflow_id: Mapped[UUID | None] = link("workflow")


class QualityRow(Lookup, Base):
    """A contact's quality in stars."""

    __tablename__ = "quality"
    rules = (unique_code("quality"), CheckConstraint("stars BETWEEN 1 AND 5", name="stars"))

    stars: Mapped[int]


class OriginRow(Lookup, Base):
    """Where a contact or opportunity came from."""

    __tablename__ = "origin"
    rules = (unique_code("origin"),)


class SectorRow(Lookup, Base):
    """A contact's line of business."""

    __tablename__ = "sector"
    rules = (unique_code("sector"),)


class CommercialCategoryRow(Lookup, Base):
    """A commercial category of contacts."""

    __tablename__ = "commercial_category"
    rules = (unique_code("commercial_category"),)


class CompetitorRow(Lookup, Base):
    """A company that sells against us."""

    __tablename__ = "competitor"
    rules = (unique_code("competitor"),)

    website: Mapped[str | None]


class ActivityTypeRow(Lookup, Base):
    """A type of activity, of one kind: call, email, meeting, visit, note or to_do."""

    __tablename__ = "activity_type"
    rules = (
        unique_code("activity_type"),
        CheckConstraint(
            "kind IN ('call', 'email', 'meeting', 'visit', 'note', 'to_do')", name="kind"
        ),
    )

    kind: Mapped[str]
    icon: Mapped[str | None]


class NoteTypeRow(Lookup, Base):
    """A type of contact note."""

    __tablename__ = "note_type"
    rules = (unique_code("note_type"),)


class VatRateRow(Lookup, Base):
    """A VAT rate in hundredths of a percent, valid between two days."""

    __tablename__ = "vat_rate"
    rules = (
        unique_code("vat_rate"),
        CheckConstraint("rate_hundredths BETWEEN 0 AND 10000", name="rate"),
    )

    rate_hundredths: Mapped[int]
    valid_from_on: Mapped[date | None]
    valid_to_on: Mapped[date | None]


class PaymentTermsRow(Lookup, Base):
    """When an invoice is to be paid: days after its date, or after the end of its month."""

    __tablename__ = "payment_terms"
    rules = (unique_code("payment_terms"),)

    days: Mapped[int] = mapped_column(server_default=text("30"))
    end_of_month: Mapped[bool] = mapped_column(server_default=false())


class UnitRow(Lookup, Base):
    """A unit of quantity."""

    __tablename__ = "unit"
    rules = (unique_code("unit"),)


class AddressTypeRow(Lookup, Base):
    """A type of address."""

    __tablename__ = "address_type"
    rules = (unique_code("address_type"),)


class ZoneRow(Lookup, Base):
    """A sales zone; zones may lie within zones."""

    __tablename__ = "zone"
    rules = (unique_code("zone"),)

    parent_id: Mapped[UUID | None] = link("zone")


class TagRow(Lookup, Base):
    """A word that marks records."""

    __tablename__ = "tag"
    rules = (unique_code("tag"),)

    colour: Mapped[str | None]


class PriceListRow(Lookup, Base):
    """A list of prices, by contact or type, valid between two days."""

    __tablename__ = "price_list"
    rules = (unique_code("price_list"),)

    currency_code: Mapped[str] = mapped_column(ForeignKey("currency.code"))
    valid_from_on: Mapped[date | None]
    valid_to_on: Mapped[date | None]


class NumberSeriesRow(Lookup, Base):
    """How numbers of one kind of record are formed, such as {yy}/{n:04}, by company and year."""

    __tablename__ = "number_series"
    rules = (unique_code("number_series"),)

    pattern: Mapped[str]
    by_year: Mapped[bool] = mapped_column(server_default=true())


class NumberCounterRow(Base):
    """The last number given in a series, a company and a year; 0 where years do not count.

    Counted on the main database only, so it is neither logged nor synchronised.
    """

    __tablename__ = "number_counter"
    captured = False

    series_id: Mapped[UUID] = link("number_series", primary_key=True)
    company_id: Mapped[UUID] = link("company", primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last_number: Mapped[int]


class ParameterRow(Kept, Base):
    """A named value that an administrator sets, such as the days until a record is stale."""

    __tablename__ = "parameter"
    rules = (unique_live("uq_parameter_code", "code"),)

    code: Mapped[str]
    value: Mapped[str | None]


class OpportunityTypeRow(Lookup, Base):
    """A type of opportunity: its workflow and the series of its numbers."""

    __tablename__ = "opportunity_type"
    rules = (unique_code("opportunity_type"), Index(None, "workflow_id"))

    workflow_id: Mapped[UUID | None] = link("workflow")
    number_series_id: Mapped[UUID] = link("number_series")
