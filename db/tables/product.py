"""Products, their families and list prices."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Kept, Lookup, link, unique_code, unique_live


class ProductFamilyRow(Lookup, Base):
    """The group by which opportunities are forecast."""

    __tablename__ = "product_family"
    rules = (unique_code("product_family"),)

    parent_id: Mapped[UUID | None] = link("product_family")


class ProductRow(Lookup, Base):
    """What is offered."""

    __tablename__ = "product"
    rules = (unique_code("product"),)

    family_id: Mapped[UUID | None] = link("product_family")
    unit_id: Mapped[UUID | None] = link("unit")
    vat_rate_id: Mapped[UUID | None] = link("vat_rate")


class ProductPriceRow(Kept, Base):
    """A product's list price in a currency, of the standard list or of a price list."""

    __tablename__ = "product_price"
    rules = (unique_live("uq_product_price", "product_id", "currency_code", "price_list_id"),)

    product_id: Mapped[UUID] = link("product")
    price_list_id: Mapped[UUID | None] = link("price_list")
    currency_code: Mapped[str] = mapped_column(ForeignKey("currency.code"))
    price_minor: Mapped[int]
