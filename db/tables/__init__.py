"""Every table of the database; mapped classes end in Row and never leave this floor."""

from db.tables import (
    activity,
    contact,
    extra,
    log,
    lookups,
    opportunity,
    people,
    product,
    workflow,
)
from db.tables.base import Base
from db.tables.forms import add_form_checks

MODULES = (activity, contact, extra, log, lookups, opportunity, people, product, workflow)

add_form_checks(Base.metadata)

__all__ = ["MODULES", "Base"]
