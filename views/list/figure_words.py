"""How sums of a list read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.exchange import divided
from resources.texts import _, ngettext
from widgets.totals_bar import Total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.formats import Formats
    from core.totals import CurrencyTotal, Totals

USUAL_DECIMALS = 2
SUMS = ("gross", "net", "weighted")


@dataclass(frozen=True)
class FigureWords:
    """Writes sums in the user's locale."""

    formats: Formats
    decimals: Mapping[str, int]

    def money(self, minor: int | None, currency: str) -> str:
        """Return an amount without its code."""
        return self.formats.money(minor, self.places(currency))

    def places(self, currency: str) -> int:
        """Return the decimals of a currency."""
        return self.decimals.get(currency, USUAL_DECIMALS)

    def totals(self, sums: Totals, names: Iterable[str] = SUMS) -> list[Total]:
        """Return the sums of a bar, each with its split by currency in the tooltip."""
        labels = {"gross": _("Gross"), "net": _("Net"), "weighted": _("Weighted")}
        return [
            Total(
                labels[name],
                self.money(getattr(sums, f"{name}_minor"), sums.currency),
                sums.currency,
                self._split(labels[name], name, sums),
            )
            for name in names
        ]

    def average(self, sums: Totals) -> Total | None:
        """Return the average of the net amounts that are known."""
        known = sum(each.rows - each.net_unknown for each in sums.by_currency)
        known -= sum(e.rows - e.net_unknown for e in sums.by_currency if e.currency in sums.missing)
        if known <= 0:
            return None
        minor = divided(sums.net_minor, known)
        return Total(_("Average"), self.money(minor, sums.currency), sums.currency)

    def notes(self, sums: Totals) -> list[str]:
        """Return what a sum leaves out: unknown amounts, currencies without a rate."""
        found = []
        if sums.net_unknown:
            text = ngettext("{count} without amount", "{count} without amount", sums.net_unknown)
            found.append(text.format(count=self.formats.count(sums.net_unknown)))
        if sums.missing:
            text = _("no rate for {currencies}, not in the sums")
            found.append(text.format(currencies=", ".join(sums.missing)))
        return found

    def _split(self, label: str, name: str, sums: Totals) -> str:
        """Return a sum as it was before it was converted, by currency."""
        head = f"{label}: {self.money(getattr(sums, f'{name}_minor'), sums.currency)}"
        lines = [f"{head} {sums.currency}"]
        if any(each.currency != sums.currency for each in sums.by_currency):
            lines += [self._line(name, each, sums) for each in sums.by_currency]
            lines.append(_("Open amounts at today's rate, closed ones at that of their day."))
        unknown = sums.gross_unknown if name == "gross" else sums.net_unknown
        if unknown:
            text = ngettext("{count} without amount", "{count} without amount", unknown)
            lines.append(text.format(count=self.formats.count(unknown)))
        return "\n".join(lines)

    def _line(self, name: str, each: CurrencyTotal, sums: Totals) -> str:
        amount = self.money(getattr(each, f"{name}_minor"), each.currency)
        line = f"{amount} {each.currency}"
        if each.currency not in sums.missing:
            return line
        return _("{amount} (no rate, not in the sum)").format(amount=line)
