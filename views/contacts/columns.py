"""How a contact looks in a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resources.texts import _, ngettext
from views.list.cells import day_cell, flag_cell, moment_cell, number_cell, plain, stars_cell
from views.list.columns import ListColumn, ListDescription, Shown
from widgets.grid import Align, Cell, RowLook, Tone

if TYPE_CHECKING:
    from core.formats import Formats
    from db.contact_list import ContactItem

    Column = ListColumn[ContactItem]

RIGHT = Align.RIGHT


def contact_columns() -> tuple[Column, ...]:
    """Return the columns, titled in the language in use; a new column is one new line here."""
    return (*_usual_columns(), *_other_columns())


def contact_row(item: ContactItem) -> RowLook:
    """Return what stands behind a row: the colour of its stage."""
    return RowLook(edge=item.stage_colour or "")


def counted(count: int, text: str) -> str:
    """Return the sentence of how many contacts are listed."""
    if text:
        return ngettext("contact with “{text}”", "contacts with “{text}”", count).format(text=text)
    return ngettext("contact", "contacts", count)


def contact_list() -> ListDescription[ContactItem]:
    """Return the description of the contact list."""
    return ListDescription(
        title=_("Contacts"),
        placeholder=_("Name, e-mail or phone"),
        columns=contact_columns,
        row_look=contact_row,
        counted=counted,
        all_rows=_("All contacts"),
    )


def _usual_columns() -> tuple[Column, ...]:
    return (
        ListColumn("name", _("Name"), plain("name", Tone.STRONG)),
        ListColumn("type", _("Type"), plain("type")),
        ListColumn("country", _("Country"), _country, key_title=_country_name),
        ListColumn("city", _("City"), plain("city")),
        ListColumn("agent", _("Agent"), plain("agent")),
        ListColumn("sector", _("Sector"), plain("sector")),
        ListColumn("quality", _("Quality"), stars_cell("quality")),
        ListColumn("phone", _("Phone"), plain("phone")),
        ListColumn("email", _("E-mail"), plain("email")),
        ListColumn("open_count", _("Open opportunities"), number_cell("open_count"), RIGHT),
        ListColumn("customer_since", _("Customer since"), day_cell("customer_on"), RIGHT),
    )


def _other_columns() -> tuple[Column, ...]:
    found: tuple[Column, ...] = (
        ListColumn("person", _("Person"), flag_cell("person")),
        ListColumn("brand", _("Brand"), plain("brand")),
        ListColumn("province", _("Province"), plain("province")),
        ListColumn("category", _("Commercial category"), plain("category")),
        ListColumn("origin", _("Origin"), plain("origin")),
        ListColumn("website", _("Website"), plain("website")),
        ListColumn("vat_number", _("VAT number"), plain("vat_number")),
        ListColumn("employees", _("Employees"), number_cell("employees"), RIGHT),
        ListColumn("parent", _("Parent contact"), plain("parent")),
        ListColumn("stage", _("Stage"), _stage),
        ListColumn("team", _("Team"), plain("team")),
        ListColumn("tags", _("Tags"), plain("tags")),
        ListColumn("lead_since", _("Lead since"), day_cell("lead_on"), RIGHT),
        ListColumn("customer_until", _("Customer until"), day_cell("customer_until_on"), RIGHT),
        ListColumn("description", _("Description"), plain("description")),
        ListColumn("entered_by", _("Entered by"), plain("entered_by")),
        ListColumn("created_at", _("Entered at"), moment_cell("created_at"), RIGHT),
        ListColumn("changed_by", _("Changed by"), plain("changed_by")),
        ListColumn("changed_at", _("Changed at"), moment_cell("changed_at"), RIGHT),
    )
    return tuple(replace(column, shown=False) for column in found)


def _stage(item: ContactItem, _shown: Shown) -> Cell:
    return Cell(item.stage or "", swatch=item.stage_colour or "")


def _country(item: ContactItem, shown: Shown) -> Cell:
    return Cell(_country_name(item.country, shown.formats) if item.country else "")


def _country_name(code: str, formats: Formats) -> str:
    """Return the name of a country in the user's language."""
    return str(formats.locale.territories.get(code, code))
