"""Steps from one order of rows to another, against a list that does as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.id_list import IdList
from models.arrangement import Change, Rows, Step, steps

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = st.lists(st.integers(1, 14), unique=True, max_size=14)
UNNAMED = st.integers(0, 4)


def ids(names: Sequence[int]) -> IdList:
    return IdList.of(UUID(int=name) for name in names)


def rows(names: Sequence[int], unnamed: int = 0) -> Rows:
    return Rows(ids(names), len(names) + unnamed)


def done(before: Sequence[int], after: Sequence[int]) -> list[Change]:
    return [step.change for step in steps(rows(before), rows(after))]


def follow(names: list[int | None], step: Step) -> list[int | None]:
    """Do to a list of rows what a step tells a view, and nothing else."""
    here = step.rows.ids
    now: list[int | None] = [here[row].int for row in range(len(here))]
    now += [None] * (step.rows.total - len(here))
    first, last = step.first, step.last
    if step.change is Change.INSERT:
        return [*names[:first], *now[first : last + 1], *names[first:]]
    if step.change is Change.REMOVE:
        return names[:first] + names[last + 1 :]
    if step.change is Change.MOVE:
        to = step.to if step.to < first else step.to - 1
        rest = names[:first] + names[last + 1 :]
        return rest[:to] + names[first : last + 1] + rest[to:]
    if step.change is Change.ORDER:
        moved = now[first : last + 1]
        assert set(moved) == set(names[first : last + 1])
        return names[:first] + moved + names[last + 1 :]
    assert names[first : last + 1] == [None] * (last - first + 1)
    return names[:first] + now[first : last + 1] + names[last + 1 :]


@given(NAMES, UNNAMED, NAMES, UNNAMED)
def test_the_steps_lead_from_any_rows_to_any_others(
    before: list[int], unnamed: int, after: list[int], unnamed_then: int
) -> None:
    names: list[int | None] = [*before, *[None] * unnamed]

    for step in steps(rows(before, unnamed), rows(after, unnamed_then)):
        names = follow(names, step)
        assert len(names) == step.rows.total
        assert names[: len(step.rows.ids)] == [key.int for key in step.rows.ids.slice(0, 99)]

    assert names == [*after, *[None] * unnamed_then]


@given(NAMES, UNNAMED)
def test_rows_that_stay_as_they_are_take_no_step(names: list[int], unnamed: int) -> None:
    same = rows(names, unnamed)

    assert list(steps(same, same)) == []


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ([1, 2, 3], [1, 3], [Change.REMOVE]),
        ([1, 3], [1, 2, 3], [Change.INSERT]),
        ([1, 2, 3, 4], [1, 4, 2, 3], [Change.MOVE]),
        ([1, 2, 3, 4], [2, 3, 1, 4], [Change.MOVE]),
        ([1, 2, 3, 4], [4, 3, 2, 1], [Change.ORDER]),
        ([1, 2, 3, 4], [2, 4], [Change.ORDER, Change.REMOVE]),
        ([2, 4], [1, 2, 3, 4], [Change.INSERT, Change.MOVE]),
        ([2, 4, 6], [1, 2, 3, 4, 5, 6], [Change.INSERT, Change.ORDER]),
    ],
)
def test_as_few_steps_are_taken_as_can_be(
    before: list[int], after: list[int], wanted: list[Change]
) -> None:
    assert done(before, after) == wanted


def test_rows_without_names_get_them_where_they_stand() -> None:
    found = list(steps(rows([1, 2], 3), rows([1, 2, 3, 4, 5])))

    assert found == [Step(Change.NAME, 2, 4, rows([1, 2, 3, 4, 5]))]


def test_more_names_than_rows_bring_rows() -> None:
    found = list(steps(rows([1], 1), rows([1, 2, 3])))

    assert [(step.change, step.first, step.last) for step in found] == [
        (Change.NAME, 1, 1),
        (Change.INSERT, 2, 2),
    ]
