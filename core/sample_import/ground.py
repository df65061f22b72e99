"""What the sample's opportunities stand on: type, workflow, stages, numbers, tags, currency."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from core.sample_import.errors import NoCompanyError
from core.sample_import.sample import DealStage
from db.sample_rows import SERIES_KEY
from db.tables.lookups import (
    CurrencyRow,
    NumberSeriesRow,
    OpportunityTypeRow,
    ProbabilityRow,
    TagRow,
)
from db.tables.workflow import StageRow, TransitionRow, WorkflowRow
from resources.texts import _, marked

if TYPE_CHECKING:
    from core.sample_import.rows import Rows

# The sample's company data are in dollars, so its prices are too.
CURRENCY = "USD"
CURRENCY_NAME = marked("US Dollar")
SAMPLE = "sample"
PATTERN = "S{yy}/{n:04}"
CODE_PARAMETERS = {DealStage.WON: "won_probability", DealStage.LOST: "lost_probability"}


class StageTraits(NamedTuple):
    """How a stage of the sample's workflow looks, and the probability that it gives."""

    text: str
    colour: str
    percent: int


STAGES = {
    DealStage.PROSPECTING: StageTraits(marked("Prospecting"), "stage-1", 25),
    DealStage.ENGAGING: StageTraits(marked("Engaging"), "stage-3", 50),
    DealStage.WON: StageTraits(marked("Won"), "stage-7", 100),
    DealStage.LOST: StageTraits(marked("Lost"), "stage-8", 0),
}
MOVES = (
    (DealStage.PROSPECTING, DealStage.ENGAGING),
    (DealStage.ENGAGING, DealStage.PROSPECTING),
)

LIST_PRICE_TAG = ("sample-list-price", marked("from list price"))
NO_ACCOUNT_TAG = ("sample-no-account", marked("no account in the sample"))
NO_DATE_TAG = ("sample-no-date", marked("date missing in the sample"))
EXPECTED_TAG = ("sample-expected-close", marked("expected close estimated"))


class Ground(NamedTuple):
    """The rows that every opportunity of the sample refers to."""

    company_id: UUID
    type_id: UUID
    workflow_id: UUID
    series_id: UUID
    stages: dict[DealStage, UUID]
    probabilities: dict[DealStage, UUID]


def lay_ground(rows: Rows) -> Ground:
    """Return the rows that opportunities refer to, added where they are not there."""
    if rows.state.company_id is None:
        raise NoCompanyError
    probabilities = {stage: _probability(rows, stage) for stage in DealStage}
    workflow = rows.lookup(WorkflowRow, SAMPLE, _("Sample"), {"record_kind": "opportunity"})
    stages = _stages(rows, workflow, probabilities)
    series = {"pattern": PATTERN, "by_year": True}
    series_id = rows.lookup(NumberSeriesRow, SERIES_KEY, _("Sample"), series)
    links = {"workflow_id": workflow, "number_series_id": series_id}
    type_id = rows.lookup(OpportunityTypeRow, SAMPLE, _("Sample"), links)
    return Ground(rows.state.company_id, type_id, workflow, series_id, stages, probabilities)


def tag(rows: Rows, mark: tuple[str, str]) -> UUID:
    """Return the id of the tag of a mark."""
    code, text = mark
    return rows.lookup(TagRow, code, _(text))


def add_currency(rows: Rows) -> None:
    """Add the sample's currency where there is no row of it."""
    if rows.state.currency is None:
        row = {"code": CURRENCY, "description": _(CURRENCY_NAME), "decimals": 2}
        rows.add(CurrencyRow, row)


def _probability(rows: Rows, stage: DealStage) -> UUID:
    """Return the row named by the parameter of an outcome, or the first one of the percent."""
    state, percent = rows.state, STAGES[stage].percent
    code = state.parameters.get(CODE_PARAMETERS.get(stage, "")) or ""
    by_code = state.lookups[ProbabilityRow.__tablename__].by_code
    found = by_code.get(code) or state.probabilities.get(percent)
    if found is not None:
        return found
    text = _(STAGES[stage].text)
    return rows.lookup(ProbabilityRow, str(percent), text, {"percent": percent})


def _stages(
    rows: Rows, workflow: UUID, probabilities: dict[DealStage, UUID]
) -> dict[DealStage, UUID]:
    before = len(rows.new.get(StageRow, ()))
    stages = {
        stage: rows.lookup(
            StageRow,
            stage.label,
            _(traits.text),
            {**_stage(stage, workflow), "probability_id": probabilities[stage]},
        )
        for stage, traits in STAGES.items()
    }
    new = {row["id"] for row in rows.new.get(StageRow, [])[before:]}
    for start, goal in MOVES:
        move = {"from_stage_id": stages[start], "to_stage_id": stages[goal]}
        if new & set(move.values()):
            rows.add(TransitionRow, move)
    return stages


def _stage(stage: DealStage, workflow: UUID) -> dict[str, object]:
    return {
        "workflow_id": workflow,
        "colour": STAGES[stage].colour,
        "initial": stage is DealStage.PROSPECTING,
        "final": stage.outcome != "open",
        "outcome": stage.outcome,
    }
