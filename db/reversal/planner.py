"""Decides which cells and rows of an act can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.canonical import canonical
from db.history import later_changes
from db.net_change import NetChange, net_changes
from db.parts import in_parts
from db.references import kept_together, references_to
from db.reversal.values import Plan
from db.tables import Base

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection, Table

    from db.references import Key
    from db.reversal.values import Bonds, Values


class Planner:
    """Decides what can be taken back."""

    def __init__(self, connection: Connection, bonds: Bonds) -> None:
        """Decide by the rows as they are now, locked until the transaction ends."""
        self._connection = connection
        self._bonds = bonds
        self._plan = Plan()
        self._held: set[Key] = set()

    def plan(self, net: Mapping[str, Mapping[UUID, NetChange]]) -> Plan:
        """Return the plan for what an act did."""
        present = {name: self._present(name, rows) for name, rows in net.items()}
        for name, rows in net.items():
            since = self._since(name, rows, present[name])
            for key, change in rows.items():
                if not change.inserted:
                    self._take_back(
                        Base.metadata.tables[name], key, change, present[name].get(key), since
                    )
        self._remove(net, present)
        return self._plan

    def _present(self, name: str, rows: Mapping[UUID, NetChange]) -> dict[UUID, Values]:
        """Return the rows as they are now, locked in one order so that two cannot block."""
        names = {"id", "deleted_at"}.union(*(change.changed() for change in rows.values()))
        if name in self._bonds.followers:
            names.add(self._bonds.followers[name][0])
        table = Base.metadata.tables[name]
        query = select(*(table.c[n] for n in sorted(names))).order_by(table.c.id).with_for_update()
        return {
            row["id"]: dict(row)
            for some in in_parts(sorted(rows))
            for row in self._connection.execute(query.where(table.c.id.in_(some))).mappings()
        }

    def _since(
        self, name: str, rows: Mapping[UUID, NetChange], present: Mapping[UUID, Values]
    ) -> dict[UUID, NetChange]:
        """Return what others did since to rows that are not as the act left them."""
        table = Base.metadata.tables[name]
        other = [
            key
            for key, change in rows.items()
            if not change.inserted and not _is_left(table, change, present.get(key))
        ]
        if not other:
            return {}
        first = min((change.first for change in rows.values()), key=lambda entry: entry.seq)
        found = net_changes(later_changes(self._connection, name, other, first))
        return found.get(name, {})

    def _take_back(
        self,
        table: Table,
        key: UUID,
        change: NetChange,
        now: Values | None,
        since: Mapping[UUID, NetChange],
    ) -> None:
        place, later = (table.name, key), since.get(key)
        if change.deleted and now is None:
            self._plan.returns[table.name][key] = change.before
        elif change.deleted or now is None:
            self._skip(place, None, _last_writer(later))
        else:
            values = self._cells(table, place, change, now, later)
            if values:
                self._plan.updates[table.name][key] = values

    def _cells(
        self, table: Table, place: Key, change: NetChange, now: Values, later: NetChange | None
    ) -> Values:
        """Return the old values of the cells that still have the act's; note the others."""
        changed = change.changed()
        moved = {n for n in changed if canonical(table.c[n], now[n]) != change.after[n]}
        bound: set[str] = set()
        for group in self._bonds.columns.get(table.name, ()):
            if group & moved:
                bound |= group & changed
                self._held.add(place)
        for name in sorted(moved | bound):
            self._skip(place, name, later.writer.get(name) if later else None)
        return {name: change.before[name] for name in changed - moved - bound}

    def _remove(
        self,
        net: Mapping[str, Mapping[UUID, NetChange]],
        present: Mapping[str, Mapping[UUID, Values]],
    ) -> None:
        """Plan the removal of inserted rows that nobody has changed and nothing else needs."""
        going: dict[str, list[UUID]] = {}
        kept: dict[Key, UUID | None] = {}
        for name, rows in net.items():
            living = [
                key
                for key, change in rows.items()
                if change.inserted
                and not change.deleted
                and key in present[name]
                and present[name][key]["deleted_at"] is None
            ]
            going[name] = living
            kept.update(self._touched(name, rows, living))
            kept.update(self._followers(name, living, present[name]))
        places = {(name, key) for name, keys in going.items() for key in keys}
        staying = kept_together(references_to(self._connection, going), places, kept.keys())
        for name, keys in going.items():
            self._plan.removals[name] = [key for key in keys if (name, key) not in staying]
        for place in sorted(staying):
            self._skip(place, None, kept.get(place))

    def _touched(
        self, name: str, rows: Mapping[UUID, NetChange], living: list[UUID]
    ) -> dict[Key, UUID | None]:
        """Return the rows whose cells somebody changed since, and who did so last."""
        if not living:
            return {}
        first = min((rows[key].first for key in living), key=lambda entry: entry.seq)
        later = net_changes(later_changes(self._connection, name, living, first)).get(name, {})
        return {(name, k): _last_writer(change) for k, change in later.items() if change.changed()}

    def _followers(
        self, name: str, living: list[UUID], present: Mapping[UUID, Values]
    ) -> dict[Key, UUID | None]:
        """Return the rows that stay because what they tell of their record stays."""
        if name not in self._bonds.followers:
            return {}
        column, parent = self._bonds.followers[name]
        return {(name, key): None for key in living if (parent, present[key][column]) in self._held}

    def _skip(self, place: Key, column: str | None, act_id: UUID | None) -> None:
        self._plan.skipped.append((place, column, act_id))


def _is_left(table: Table, change: NetChange, now: Values | None) -> bool:
    """Tell whether a row is as the act left it."""
    if now is None:
        return change.deleted
    after = change.after
    return all(canonical(table.c[name], now[name]) == after[name] for name in change.changed())


def _last_writer(change: NetChange | None) -> UUID | None:
    if change is None:
        return None
    return next((change.writer[name] for name in reversed(change.writer)), change.first.act_id)
