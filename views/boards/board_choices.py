"""What a user has chosen on a board besides its filter, kept until the next start."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from core.board_values import CardOrder

if TYPE_CHECKING:
    from collections.abc import Iterable

# More than any board can show, and what a spin box still holds.
MOST_DAYS = 36_500
DENSITIES = ("comfortable", "compact")


@dataclass(frozen=True)
class BoardChoices:
    """Sort of the cards, days of what was closed, workflow, density, columns closed and opened.

    None stands for what nobody has chosen: the parameter, the first workflow, the row height.
    """

    order: CardOrder = CardOrder.AMOUNT
    descending: bool = True
    closed_days: int | None = None
    workflow_id: UUID | None = None
    density: str | None = None
    collapsed: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()

    def is_collapsed(self, key: str, *, at_first: bool) -> bool:
        """Tell whether a column is a strip: as the user left it, else as it is at first."""
        return key in self.collapsed or (at_first and key not in self.opened)

    def with_collapsed(self, keys: Iterable[str], *, collapsed: bool) -> BoardChoices:
        """Return the choices with some columns collapsed, or opened."""
        some = frozenset(keys)
        if collapsed:
            return replace(self, collapsed=self.collapsed | some, opened=self.opened - some)
        return replace(self, collapsed=self.collapsed - some, opened=self.opened | some)

    def to_plain(self) -> dict[str, object]:
        """Return the choices as JSON takes them."""
        return {
            "order": self.order.value,
            "descending": self.descending,
            "closed_days": self.closed_days,
            "workflow": self.workflow_id.hex if self.workflow_id else None,
            "density": self.density,
            "collapsed": sorted(self.collapsed),
            "opened": sorted(self.opened),
        }

    @classmethod
    def from_plain(cls, kept: object) -> BoardChoices:
        """Return the choices that were kept; what is damaged reads as not chosen."""
        if not isinstance(kept, dict):
            return cls()
        first = cls()
        return cls(
            order=_order(kept.get("order")) or first.order,
            descending=kept.get("descending") is not False,
            closed_days=_days(kept.get("closed_days")),
            workflow_id=_id(kept.get("workflow")),
            density=kept.get("density") if kept.get("density") in DENSITIES else None,
            collapsed=_keys(kept.get("collapsed")),
            opened=_keys(kept.get("opened")),
        )


def _order(kept: object) -> CardOrder | None:
    return next((order for order in CardOrder if order.value == kept), None)


def _days(kept: object) -> int | None:
    sound = isinstance(kept, int) and not isinstance(kept, bool) and 0 < kept <= MOST_DAYS
    return kept if sound and isinstance(kept, int) else None


def _id(kept: object) -> UUID | None:
    try:
        return UUID(hex=kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def _keys(kept: object) -> frozenset[str]:
    found = kept if isinstance(kept, list) else []
    return frozenset(key for key in found if isinstance(key, str))
