"""Series to product families, products with their list price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.sample_import.ground import CURRENCY
from db.sample_rows import ProductThere
from db.tables.product import ProductFamilyRow, ProductPriceRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.sample_import.rows import Rows
    from core.sample_import.sample import Product


def add_products(rows: Rows, products: Sequence[Product]) -> dict[str, ProductThere]:
    """Return every product by name, added where it is not there."""
    found = dict(rows.state.products)
    for product in products:
        if product.name not in found:
            found[product.name] = _add(rows, product)
            rows.places.add(product.place)
    return found


def _add(rows: Rows, product: Product) -> ProductThere:
    family = None
    if product.series:
        family = rows.shared_lookup(ProductFamilyRow, product.series, product.series)
    key = rows.lookup(ProductRow, product.name, product.name, {"family_id": family})
    price = {"product_id": key, "currency_code": CURRENCY, "price_minor": product.price_minor}
    rows.add(ProductPriceRow, price)
    return ProductThere(key, family)
