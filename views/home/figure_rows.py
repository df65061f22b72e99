"""The figures of the home screen as cards that lead to the lists behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.texts import _
from views.home.arranged import GAP, Arranged
from widgets.detail_card import Detail, DetailCard
from widgets.figure_card import Figure, FigureCard
from widgets.loading_bars import Bar, LoadingBars

if TYPE_CHECKING:
    from core.home import Figure as Sums
    from core.home import Home
    from core.home_lines import HomeLines
    from views.home.words import Words
    from widgets.theme import Appearance

WIDE, NARROW = 260, 190
PERCENT = 100
LOADING = (Bar(36, 20, 0.5), Bar(64, 12, 0.75))


class Titles(NamedTuple):
    """What each figure is called, also as the title of the list behind it."""

    pipeline: str
    closing: str
    month: str
    overdue: str
    today: str
    stale: str
    changed: str


def titles() -> Titles:
    """Return the titles in the language in use."""
    return Titles(
        _("My open pipeline, net"),
        _("Expected to close this month"),
        _("Won this month"),
        _("Overdue activities"),
        _("Activities today"),
        _("Stale opportunities"),
        _("Changed by others"),
    )


class FigureRows(QWidget):
    """Three cards of money, and four of counts below them."""

    # The name of a figure.
    chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        """Build cards whose figures have not come yet."""
        super().__init__()
        self._titles = titles()
        self.cards: dict[str, FigureCard] = {}
        money = [self._card(appearance, n, DetailCard) for n in ("pipeline", "closing", "month")]
        counts = ("overdue", "today", "stale", "changed")
        plain = [self._card(appearance, name, FigureCard) for name in counts]
        self._bars = [LoadingBars(card, appearance, LOADING) for card in self.cards.values()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(Arranged(money, WIDE))
        column.addWidget(Arranged(plain, NARROW))

    def show_home(self, home: Home, lines: HomeLines, words: Words) -> None:
        """Show what was read."""
        self._settle()
        self._show_money("pipeline", home.pipeline, words)
        self._show_money("closing", home.closing, words)
        self._show_month(home, words)
        self._show_activities(home, lines, words)
        self._show_count("stale", home.stale, words, "warning")
        self._show_count("changed", home.changed, words, "text-muted", _("since yesterday"))

    def show_failed(self) -> None:
        """Say that no figure is known, where none was read yet."""
        for name, card in self.cards.items():
            if not card.figure.figure:
                card.show_figure(Figure(self._title(name), "–"))
        self._settle()

    def _settle(self) -> None:
        for bars in self._bars:
            bars.hide()

    def _card(self, appearance: Appearance, name: str, kind: type[FigureCard]) -> FigureCard:
        card = kind(appearance, Figure(self._title(name), ""))
        card.clicked.connect(lambda: self.chosen.emit(name))
        self.cards[name] = card
        return card

    def _title(self, name: str) -> str:
        return str(getattr(self._titles, name))

    def _show(self, name: str, figure: Figure, detail: Detail, tooltip: str) -> None:
        card = self.cards[name]
        if isinstance(card, DetailCard):
            card.show_details(figure, detail)
        else:
            card.show_figure(figure)
        card.setToolTip(tooltip)
        card.setAccessibleDescription(tooltip)

    def _show_money(self, name: str, sums: Sums, words: Words) -> None:
        totals = sums.totals
        net = words.money(totals.net_minor, totals.currency)
        weighted = words.money(totals.weighted_minor, totals.currency)
        note = _("{amount} weighted").format(amount=weighted)
        figure = Figure(self._title(name), net, totals.currency, note)
        counted = (words.opportunities(totals.rows), words.left_out(totals))
        role = "warning" if totals.missing else "text-muted"
        detail = Detail(", ".join(filter(None, counted)), role)
        self._show(name, figure, detail, words.split(totals, _("At today's rates.")))

    def _show_month(self, home: Home, words: Words) -> None:
        totals, target = home.month.won.totals, home.month.target_minor
        net = words.money(totals.net_minor, totals.currency)
        title = _("Won in {month}").format(month=words.month(home.month.month))
        left_out = words.left_out(totals)
        if target:
            reached = totals.net_minor * PERCENT // target
            note = _("{percent} of my target of {target}").format(
                percent=words.formats.percent(reached), target=words.money(target, totals.currency)
            )
            note = ", ".join(filter(None, (note, left_out)))
            role = "positive-mark" if reached >= PERCENT else "bar-fill"
            detail = Detail(share=totals.net_minor / target, bar_role=role)
        else:
            note = _no_target(home.month.missing)
            detail = Detail(left_out, "warning" if totals.missing else "text-muted")
        figure = Figure(title, net, totals.currency, note)
        tooltip = words.split(totals, _("At the rates of the closing days."))
        self._show("month", figure, detail, tooltip)

    def _show_activities(self, home: Home, lines: HomeLines, words: Words) -> None:
        first = lines.overdue[0].due_at if lines.overdue else None
        since = _("the oldest of {day}").format(day=words.day(first)) if first else ""
        count = words.formats.count(home.overdue.rows)
        overdue = Figure(self._titles.overdue, count, note=since, role="negative")
        self._show("overdue", overdue, Detail(), since)
        start = words.hour(lines.today[0].due_at) if lines.today else ""
        begin = _("the first at {time}").format(time=start) if start else ""
        today = Figure(self._titles.today, words.formats.count(home.today.rows), note=begin)
        self._show("today", today, Detail(), begin)

    def _show_count(self, name: str, sums: Sums, words: Words, role: str, when: str = "") -> None:
        totals = sums.totals
        net = words.coded(totals.net_minor, totals.currency) if totals.rows else ""
        note = ", ".join(filter(None, (when, net)))
        figure = Figure(self._title(name), words.formats.count(totals.rows), note=note, role=role)
        tooltip = [words.split(totals, _("At today's rates.")), words.left_out(totals)]
        self._show(name, figure, Detail(), "\n".join(filter(None, tooltip)))


def _no_target(missing: tuple[str, ...]) -> str:
    if missing:
        return _("My target has no rate for {codes}").format(codes=", ".join(missing))
    return _("I have no target for this month")
