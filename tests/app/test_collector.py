"""The collector of garbage must not let the window stand still."""

from __future__ import annotations

import gc

from app.run import keep_loaded

# Modules alone are more than these.
MANY = 50_000


def test_what_is_loaded_is_left_out_of_later_collections() -> None:
    gc.unfreeze()
    later: list[object] = []

    keep_loaded()
    later.append([later])

    kept, watched = gc.get_freeze_count(), len(gc.get_objects())
    gc.unfreeze()
    assert kept > MANY
    assert watched < MANY
    assert later[0] == [later]
