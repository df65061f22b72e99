"""What a user has chosen on a board: kept, read back, and damaged."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.board_values import CardOrder
from views.boards.board_choices import MOST_DAYS, BoardChoices

KEYS = st.frozensets(st.text(max_size=8), max_size=4)
CHOICES = st.builds(
    BoardChoices,
    order=st.sampled_from(CardOrder),
    descending=st.booleans(),
    closed_days=st.none() | st.integers(1, MOST_DAYS),
    workflow_id=st.none() | st.uuids(),
    density=st.sampled_from([None, "comfortable", "compact"]),
    collapsed=KEYS,
    opened=KEYS,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
)
NAMES = st.sampled_from(list(BoardChoices().to_plain()))


@given(CHOICES)
def test_choices_are_read_back_as_they_were_kept(choices: BoardChoices) -> None:
    kept = json.loads(json.dumps(choices.to_plain()))

    assert BoardChoices.from_plain(kept) == choices


@given(st.dictionaries(NAMES, JSON) | JSON)
def test_what_is_damaged_reads_as_something_sound(kept: object) -> None:
    choices = BoardChoices.from_plain(kept)

    assert BoardChoices.from_plain(choices.to_plain()) == choices


@pytest.mark.parametrize("kept", [None, [], "progress", {"order": "colour"}, {"closed_days": 0}])
def test_what_cannot_be_read_is_as_nobody_had_chosen(kept: object) -> None:
    assert BoardChoices.from_plain(kept) == BoardChoices()


def test_a_column_is_a_strip_as_at_first_until_the_user_opens_it() -> None:
    choices = BoardChoices()

    opened = choices.with_collapsed(["won"], collapsed=False)

    assert choices.is_collapsed("won", at_first=True)
    assert not opened.is_collapsed("won", at_first=True)
    assert not choices.is_collapsed("half", at_first=False)


def test_what_was_collapsed_last_holds() -> None:
    choices = BoardChoices().with_collapsed(["half", "won"], collapsed=False)

    again = choices.with_collapsed(["won"], collapsed=True)

    assert again.is_collapsed("won", at_first=False)
    assert not again.is_collapsed("half", at_first=True)
