"""Ids: of version 7, in the order in which they were made, one or many at once."""

from __future__ import annotations

from db.ids import new_id, new_ids


def test_many_ids_ascend_and_differ_like_single_ones() -> None:
    made = [new_id(), *new_ids(500), new_id()]

    assert len(set(made)) == len(made)
    # Two of the same quarter of a microsecond may stand in either order.
    moments = [key.int >> 64 for key in made]
    assert moments == sorted(moments)
    assert {(key.version, key.variant) for key in made} == {(7, "specified in RFC 4122")}


def test_no_ids_are_asked_for_in_vain() -> None:
    assert new_ids(0) == []
