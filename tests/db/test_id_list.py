"""The ordered ids of a list: they say what a plain list of ids says."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.id_list import SEARCHED, SIZE, IdList

IDS = st.lists(st.uuids(), unique=True, max_size=SEARCHED + 30)
# Few different bytes, so that an id is also found across the border of two others.
ALIKE = st.lists(
    st.binary(min_size=SIZE, max_size=SIZE).map(
        lambda raw: UUID(bytes=bytes(byte % 2 for byte in raw))
    ),
    unique=True,
    max_size=12,
)


@given(IDS)
def test_ids_come_out_as_they_went_in(ids: list[UUID]) -> None:
    listed = IdList.of(ids)

    assert [listed[place] for place in range(len(listed))] == ids
    assert [listed.packed(place) for place in range(len(ids))] == [key.bytes for key in ids]


@given(IDS, st.integers(-5, 90), st.integers(0, 90))
def test_a_slice_ends_where_the_list_ends(ids: list[UUID], first: int, count: int) -> None:
    listed = IdList.of(ids)

    assert listed.slice(first, count) == ids[max(0, first) : max(0, first + count)]


@given(ALIKE)
def test_every_id_is_found_in_its_place(ids: list[UUID]) -> None:
    listed = IdList.of(ids)

    assert [listed.place(key) for key in ids] == list(range(len(ids)))


def test_an_id_that_also_stands_across_two_others_is_found_in_its_own_place() -> None:
    left, right = UUID(int=1), UUID(int=2 << 64)
    across = UUID(bytes=left.bytes[SIZE // 2 :] + right.bytes[: SIZE // 2])

    listed = IdList.of([left, right, across])

    assert listed.place(across) == 2
    assert IdList.of([left, right]).place(across) == -1


@given(ALIKE, ALIKE)
def test_an_id_that_is_not_there_has_no_place(ids: list[UUID], others: list[UUID]) -> None:
    listed = IdList.of(ids)

    assert all(listed.place(key) == -1 for key in others if key not in ids)


@given(IDS, st.sets(st.uuids(), max_size=3))
def test_the_places_of_many_ids_come_in_the_order_of_the_list(
    ids: list[UUID], strangers: set[UUID]
) -> None:
    listed = IdList.of(ids)
    wanted = set(ids[::2])

    places = listed.places(wanted | (strangers - set(ids)))

    assert places == list(range(0, len(ids), 2))


@given(IDS, st.integers(0, 90))
def test_a_list_begins_with_each_of_its_beginnings(ids: list[UUID], length: int) -> None:
    listed = IdList.of(ids)

    assert listed.begins_with(IdList.of(ids[:length]))


@given(IDS, st.uuids())
def test_a_list_does_not_begin_with_another_one(ids: list[UUID], other: UUID) -> None:
    listed = IdList.of(ids)

    assert not listed.begins_with(IdList.of([*ids, other]))


def test_lists_of_the_same_ids_are_equal() -> None:
    ids = [UUID(int=number) for number in range(3)]

    assert IdList.of(ids) == IdList.of(ids)
    assert hash(IdList.of(ids)) == hash(IdList.of(ids))
    assert IdList.of(ids) != IdList.of(reversed(ids))
    assert IdList.of(ids) != ids


@pytest.mark.parametrize("place", [-1, 3])
def test_a_place_outside_the_list_is_refused(place: int) -> None:
    listed = IdList.of(UUID(int=number) for number in range(3))

    with pytest.raises(IndexError):
        listed[place]


def test_a_million_ids_take_sixteen_bytes_each() -> None:
    packed = bytes(1_000_000 * SIZE)

    assert len(IdList(packed)) == 1_000_000


@given(IDS, IDS, IDS)
def test_what_two_lists_share_at_their_ends_is_counted(
    head: list[UUID], middle: list[UUID], tail: list[UUID]
) -> None:
    unlike = [key for key in middle if key not in head and key not in tail]
    one, other = IdList.of([*head, *unlike, *tail]), IdList.of([*head, *tail])

    assert one.shared_head(other) >= len(head)
    assert one.shared_tail(other) >= len(tail)
    assert one.shared_head(one) == one.shared_tail(one) == len(one)


@given(ALIKE, ALIKE)
def test_shared_ends_are_as_long_as_a_walk_finds(one: list[UUID], other: list[UUID]) -> None:
    def walked(first: list[UUID], second: list[UUID]) -> int:
        pairs = list(zip(first, second, strict=False))
        return next((at for at, (a, b) in enumerate(pairs) if a != b), len(pairs))

    assert IdList.of(one).shared_head(IdList.of(other)) == walked(one, other)
    assert IdList.of(one).shared_tail(IdList.of(other)) == walked(one[::-1], other[::-1])


@given(IDS, IDS, st.integers(0, 90), st.integers(0, 90))
def test_other_ids_take_the_place_of_some(
    ids: list[UUID], others: list[UUID], one: int, other: int
) -> None:
    first, last = sorted((min(one, len(ids)), min(other, len(ids))))

    listed = IdList.of(ids).spliced(first, last, [key.bytes for key in others])

    assert listed == IdList.of([*ids[:first], *others, *ids[last:]])
