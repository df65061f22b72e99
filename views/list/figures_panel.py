"""The panel at the side of a list: funnel, sums, what needs attention, expected close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.day_ranges import month_range
from db.filters import ChoiceFilter, DayFilter
from resources.texts import _, ngettext
from views.list.figure_words import FigureWords
from widgets.funnel import (
    AttentionLine,
    AttentionList,
    Funnel,
    FunnelStep,
    MonthBar,
    MonthBars,
    SidePanel,
    Sum,
    SumsBlock,
)
from widgets.segments import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.totals import FunnelRow, MonthTotal
    from db.parameters import Parameters
    from views.list.columns import Attention, PanelColumns
    from views.list.figures_reader import ListSums
    from views.list.filter_values import Wanted
    from views.list.tools import ListBase

PADDING = 16
COUNT, NET, WEIGHTED = "count", "net", "weighted"
# From so many units on, months are read in thousands.
THOUSANDS_FROM = 100_000
THOUSAND = 1_000


class FiguresPanel(QObject):
    """Shows sums, and filters by what is clicked."""

    def __init__(self, base: ListBase[Any], panel: PanelColumns, parameters: Parameters) -> None:
        """Build the panel."""
        super().__init__(base.grid)
        appearance = base.appearance
        self._columns = panel
        self._state = base.state
        self._formats = base.tools.formats
        self._parameters = parameters
        self._sums: ListSums | None = None
        self.widget = SidePanel(appearance, _("Funnel by probability"))
        self.metric = SegmentedControl(
            _("Funnel shows"), [(COUNT, _("Count")), (NET, _("Net")), (WEIGHTED, _("Weighted"))]
        )
        self.metric.select(NET)
        self.funnel = Funnel(appearance, _("Funnel by probability"))
        self.sums = SumsBlock(appearance)
        self.attention = AttentionList(appearance, _("Needs attention"))
        self.months = MonthBars(appearance, _("Expected close"))
        self._build()
        self._connect()

    def show_sums(self, sums: ListSums) -> None:
        """Show other figures."""
        self._sums = sums
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Show the figures again, with what is filtered by now as selected."""
        if self._sums is None or self._sums.sides is None or self._sums.totals is None:
            return
        sides, totals = self._sums.sides, self._sums.totals
        words = FigureWords(self._formats, self._sums.decimals)
        self.funnel.set_steps(self._steps(sides.funnel, words, totals.currency))
        lines = [(_("Net amount"), totals.net_minor), (_("Weighted"), totals.weighted_minor)]
        self.sums.set_sums(
            [Sum(label, words.money(m, totals.currency), totals.currency) for label, m in lines]
        )
        self.attention.set_lines(list(map(self._line, self._columns.attention)))
        self._show_months(sides.months, words, totals.currency)

    def _build(self) -> None:
        inset = QWidget()
        row = QHBoxLayout(inset)
        row.addWidget(self.metric)
        self.widget.add_block(inset)
        row.setContentsMargins(PADDING, 0, PADDING, 6)
        self.widget.add_block(self.funnel)
        self.widget.add_rule()
        self.widget.add_block(self.sums)
        self.widget.add_rule()
        self.widget.add_title(_("Needs attention"))
        self.widget.add_block(self.attention)
        self.widget.add_rule()
        self._unit = self.widget.add_title(_("Expected close"))
        self.widget.add_block(self.months)

    def _connect(self) -> None:
        self.metric.chosen.connect(self.show_state)
        self._state.asked.connect(self.show_state)
        self.funnel.step_clicked.connect(self._filter_step)
        self.attention.line_clicked.connect(self._filter_line)
        self.months.month_clicked.connect(self._filter_month)

    def _steps(
        self, rows: Sequence[FunnelRow], words: FigureWords, currency: str
    ) -> list[FunnelStep]:
        """Return the steps that have rows, or are filtered by."""
        wanted = self._state.filter(self._columns.step)
        shown = [row for row in rows if row.rows or _is_step(wanted, row)]
        sizes = [self._size(row) for row in shown]
        most = max([1, *sizes])
        return [
            self._step(row, max(0, size) / most, words, currency)
            for row, size in zip(shown, sizes, strict=True)
        ]

    def _size(self, row: FunnelRow) -> int:
        sizes = {COUNT: row.rows, NET: row.net_minor, WEIGHTED: row.weighted_minor}
        return sizes[self.metric.value]

    def _step(self, row: FunnelRow, share: float, words: FigureWords, currency: str) -> FunnelStep:
        counted = self.metric.value == COUNT
        count = self._formats.count(row.rows)
        label = _("Not set") if row.percent is None else self._formats.percent(row.percent)
        figure = count if counted else words.money(self._size(row), currency)
        return FunnelStep(
            key="" if row.probability_id is None else str(row.probability_id),
            label=label,
            number="" if counted else count,
            figure=figure,
            code="" if counted else currency,
            share=share,
            selected=_is_step(self._state.filter(self._columns.step), row),
            hint=self._hint(row, words, currency),
        )

    def _hint(self, row: FunnelRow, words: FigureWords, currency: str) -> str:
        net = words.money(row.net_minor, currency)
        weighted = words.money(row.weighted_minor, currency)
        lines = [
            row.description or _("No probability is set."),
            _("Net {amount} {currency}").format(amount=net, currency=currency),
            _("Weighted {amount} {currency}").format(amount=weighted, currency=currency),
        ]
        return "\n".join([*lines, *self._left_out(row)])

    def _left_out(self, row: FunnelRow | MonthTotal) -> list[str]:
        lines = []
        if row.net_unknown:
            text = ngettext("{count} without amount", "{count} without amount", row.net_unknown)
            lines.append(text.format(count=self._formats.count(row.net_unknown)))
        if row.missing:
            text = _("no rate for {currencies}, not in the sums")
            lines.append(text.format(currencies=", ".join(row.missing)))
        return lines

    def _line(self, line: Attention) -> AttentionLine:
        sums = self._sums
        sides = sums.sides if sums else None
        number = getattr(sides.attention, line.figure) if sides else 0
        return AttentionLine(
            line.figure,
            line.icon,
            line.role,
            line.title(self._parameters),
            self._formats.count(number),
            selected=self._state.filter(line.column) == line.wanted(self._parameters),
        )

    def _show_months(self, months: Sequence[MonthTotal], words: FigureWords, currency: str) -> None:
        most = max([1, *(month.net_minor for month in months)])
        unit = 10 ** words.places(currency)
        thousands = most >= THOUSANDS_FROM * unit
        text = _("net, thousand {currency}") if thousands else _("net, {currency}")
        self._unit.setText(text.format(currency=currency))
        step = unit * (THOUSAND if thousands else 1)
        self.months.set_months([self._bar(m, most, step, words, currency) for m in months])

    def _bar(
        self, month: MonthTotal, most: int, step: int, words: FigureWords, currency: str
    ) -> MonthBar:
        net = words.money(month.net_minor, currency)
        count = ngettext("{count} opportunity", "{count} opportunities", month.rows)
        lines = [count.format(count=self._formats.count(month.rows)), f"{net} {currency}"]
        return MonthBar(
            key=month.month.isoformat(),
            label=self._formats.month(month.month),
            figure=self._formats.count(round(month.net_minor / step)),
            share=max(0, month.net_minor) / most,
            selected=self._state.filter(self._columns.month) == self._month_filter(month),
            hint="\n".join([*lines, *self._left_out(month)]),
        )

    def _month_filter(self, month: MonthTotal) -> Wanted:
        return DayFilter(self._columns.month, *month_range(month.month))

    @Slot(str)
    def _filter_step(self, key: str) -> None:
        sides = self._sums.sides if self._sums else None
        for row in sides.funnel if sides else ():
            if key == ("" if row.probability_id is None else str(row.probability_id)):
                self._toggle(_step_filter(self._columns.step, row), still_open=False)

    @Slot(str)
    def _filter_line(self, key: str) -> None:
        for line in self._columns.attention:
            if line.figure == key:
                self._toggle(line.wanted(self._parameters), still_open=True)

    @Slot(str)
    def _filter_month(self, key: str) -> None:
        sides = self._sums.sides if self._sums else None
        for month in sides.months if sides else ():
            if month.month.isoformat() == key:
                self._toggle(self._month_filter(month), still_open=True)

    def _toggle(self, wanted: Wanted, *, still_open: bool) -> None:
        """Filter by what was clicked; a second click takes it away."""
        if self._state.filter(wanted.column) == wanted:
            self._state.set_filters({wanted.column: None})
            return
        changes: dict[str, Wanted | None] = {wanted.column: wanted}
        if still_open:
            changes[self._columns.still_open.column] = self._columns.still_open
        self._state.set_filters(changes)


def _step_filter(column: str, row: FunnelRow) -> ChoiceFilter:
    if row.probability_id is None:
        return ChoiceFilter(column, (), empty=True)
    return ChoiceFilter(column, (row.probability_id,))


def _is_step(wanted: Wanted | None, row: FunnelRow) -> bool:
    if not isinstance(wanted, ChoiceFilter):
        return False
    return wanted.empty if row.probability_id is None else row.probability_id in wanted.keys
