"""Whatever is moved, closed, reopened and undone, by whomever: the rows tell one story."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from core.board_moves import Seen, barred, move_cards
from core.board_place import LOST_PLACE, NOT_SET, WON_PLACE, BoardKind, Place, place_in
from core.move_ground import MoveGround
from core.opportunity_edit import save
from core.undo import last_undoable, undo
from core.workspace import open_workspace
from db.capture import derived
from db.errors import DealboardError
from db.tables.opportunity import DERIVED
from tests.core.test_board_moves import (
    PROGRESS,
    STAGES,
    add_many,
    at,
    at_stage,
    rows_of,
)
from tests.core.test_opportunity_edit import moves, reason
from tests.workspaces import NOW

if TYPE_CHECKING:
    from uuid import UUID

    from core.closing import Reason
    from core.workspace import Workspace

CARDS = 3
TOLD = {"stage_id": "stage_id", "probability_id": "probability_id", "outcome": "outcome"}
TOLD["probability_by_hand"] = "by_hand"
CHANCES = ("0", "10", "25", "50", "90", "100")
STEPS = ("new", "visit", "budget", "offer", "negotiation", "won", "lost")
CARD_SETS = st.lists(st.integers(0, CARDS - 1), min_size=1, unique=True)
PLACES = st.one_of(
    st.tuples(st.just("chance"), st.sampled_from(CHANCES)),
    st.tuples(st.just("stage"), st.sampled_from(STEPS)),
    st.tuples(st.just("end"), st.sampled_from(("won", "lost", "not_set"))),
)
DEEDS = st.one_of(
    st.tuples(st.just("drop"), CARD_SETS, PLACES),
    st.tuples(st.just("others_drop"), CARD_SETS, PLACES),
    st.tuples(st.just("automatic"), CARD_SETS, st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("outside"), CARD_SETS, st.none()),
)


class _Stage:
    """Two programs on one file, and a third that knows nothing of the rules."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mine = open_workspace(str(path), NOW)
        self.other = open_workspace(str(path), NOW)
        self.keys = add_many(self.mine, CARDS)
        self.now = NOW
        self.reasons = {o: reason(self.mine, f"price-{o}") for o in ("won", "lost")}

    def close(self) -> None:
        self.mine.database.close()
        self.other.database.close()

    def run(self, deed: str, cards: list[int] | None, where: tuple[str, str] | None) -> None:
        self.now += timedelta(hours=7)
        keys = [self.keys[card] for card in cards or ()]
        if where is not None:
            self._drop(self.other if deed == "others_drop" else self.mine, keys, where)
        elif deed == "automatic":
            row = rows_of(self.mine, keys)[keys[0]]
            changes = {"probability_by_hand": (row["probability_by_hand"], False)}
            save(self.mine, keys[0], changes, self.now)
        elif deed == "undo":
            self._undo()
        else:
            self._write_outside(keys[0])

    def _drop(self, workspace: Workspace, keys: list[UUID], where: tuple[str, str]) -> None:
        kind, place = _place(workspace, *where)
        seen = [Seen(key, "", _standing(workspace, kind, key)) for key in keys]
        # Both signs are tried: which one fits is for the rules to say.
        for why in self.reasons.values():
            with suppress(DealboardError):
                self._move(workspace, kind, seen, place, why)

    def _move(
        self, workspace: Workspace, kind: BoardKind, seen: list[Seen], place: Place, why: Reason
    ) -> None:
        ids = [card.id for card in seen]
        bars = barred(workspace, kind, ids, [place])
        moved = move_cards(workspace, kind, seen, place, self.now, reason=why, reopen=True)
        # What went was not barred, and stands where it was dropped.
        assert not bars
        assert {_standing(workspace, kind, key) for key in moved.ids} <= {_end(workspace, place)}

    def _undo(self) -> None:
        with self.mine.database.reading() as connection:
            act = last_undoable(connection, self.mine.user.id)
        # Without the cards there would be nothing left to move.
        if act is not None and act.label_key != "Created opportunities":
            undo(self.mine, act.id, self.now)

    def _write_outside(self, key: UUID) -> None:
        with closing(sqlite3.connect(self.path)) as connection, connection:
            statement = "UPDATE opportunity SET title = title || '.', net_minor = 5 WHERE id = ?"
            connection.execute(statement, (key.bytes,))


def _place(workspace: Workspace, what: str, code: str) -> tuple[BoardKind, Place]:
    if what == "stage":
        return STAGES, at_stage(workspace, code)
    if what == "chance":
        return PROGRESS, at(workspace, code)
    return PROGRESS, {"won": WON_PLACE, "lost": LOST_PLACE, "not_set": NOT_SET}[code]


def _standing(workspace: Workspace, kind: BoardKind, key: UUID) -> Place:
    row = rows_of(workspace, [key])[key]
    with workspace.database.reading() as connection:
        finals = MoveGround(connection, workspace).finals(row["workflow_id"])
    return place_in(kind, row, finals)


def _end(workspace: Workspace, place: Place) -> Place:
    """Return where a card stands that was dropped: the probabilities of the ends close it."""
    ends = {at(workspace, "100"): WON_PLACE, at(workspace, "0"): LOST_PLACE}
    return ends.get(place, place)


def _check(stage: _Stage) -> None:
    told = moves(stage.mine)
    for key, row in rows_of(stage.mine, stage.keys).items():
        own = sorted((m for m in told if m.opportunity_id == key), key=lambda m: (m.moved_at, m.id))
        assert (row["outcome"] == "open") == (row["closed_on"] is None)
        for column, name in TOLD.items():
            values = [_to(move, name) for move in own if _tells(move, name)]
            assert not values or values[-1] == row[column], (column, own)
    before = rows_of(stage.mine, stage.keys)
    with stage.mine.database.changing() as connection:
        derived.rebuild(connection)
    after = rows_of(stage.mine, stage.keys)
    assert {n: before[k][n] for k in before for n in DERIVED} == {
        n: after[k][n] for k in after for n in DERIVED
    }


def _tells(move: object, name: str) -> bool:
    return _to(move, name) is not None or getattr(move, f"from_{name}") is not None


def _to(move: object, name: str) -> object:
    return getattr(move, f"to_{name}")


@settings(max_examples=25, deadline=None)
@given(deeds=st.lists(DEEDS, min_size=1, max_size=8))
def test_progress_and_derived_columns_agree_with_the_rows_after_any_deeds(
    sqlite_template: Path, deeds: list[tuple[str, list[int] | None, tuple[str, str] | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(sqlite_template, Path(folder) / "board.db"))
        with closing(_Stage(path)) as stage:
            for deed in deeds:
                # A refusal is an answer too; it must leave everything as it was.
                with suppress(DealboardError):
                    stage.run(*deed)

                _check(stage)
