"""Reads the log of a server: woken by a notice, or where none can come, twice a second.

The position is a snapshot, the set of transactions that it could see. New is what this
snapshot could not see and the present one can, so that a transaction which commits late is
neither missed nor waited for, and no row comes twice. A cursor over seq would lose rows.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC
from time import monotonic
from typing import TYPE_CHECKING, Any

import psycopg

from db.capture.postgresql import CHANNEL
from db.engine import PATIENCE
from db.errors import UnreachableError
from db.failures import explained_driver, server_name
from db.feed.position import POSTGRESQL_END
from db.feed.values import MANY_ROWS, FeedBatch, rows_by_table
from db.history import PastAct, label_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

    from sqlalchemy import URL

    from db.feed.values import Position

POLL_SECONDS = 0.5
# Notices are awaited in slices, so that a stop from another thread is soon seen.
SLICE_SECONDS = 0.2
# Read now and then without any notice: a cut cable tells nobody.
HEARTBEAT_SECONDS = 10.0
# Notices of a burst are answered together.
REST_SECONDS = 0.05
# Both the end and the rows come from the one snapshot of one statement.
NEWS = """SELECT s.now::text, pg_snapshot_xmax(s.now) < pg_snapshot_xmax(s.before),
    c.act_id, c.table_name, c.row_id
FROM (SELECT pg_current_snapshot() AS now, %(position)s::pg_snapshot AS before) s
LEFT JOIN LATERAL (
    SELECT act_id, table_name, row_id FROM change
    WHERE xid >= pg_snapshot_xmin(%(position)s::pg_snapshot)
        AND NOT pg_visible_in_snapshot(xid, %(position)s::pg_snapshot)
    LIMIT %(limit)s
) c ON true"""
ACTS = """SELECT a.id, a.at, a.user_id, u.name, a.device, a.label_key, a.label_values, a.undoes
FROM act a LEFT JOIN app_user u ON u.id = a.user_id
WHERE a.id = ANY(%(acts)s) ORDER BY a.at, a.id"""


class PostgresqlLog:
    """The log of a server; listens tells whether its connection is a direct one."""

    def __init__(self, url: URL, position: Position | None = None, *, polls: bool = False) -> None:
        """Prepare to read, from a position or from the end of the log; polls: never LISTEN."""
        self._url = url
        self._position = None if position is None else str(position)
        self._polls = polls
        self.listens = False
        self._connection: psycopg.Connection[Any] | None = None
        self._server: tuple[str, int] | None = None
        self._lost = False
        self._read_at = 0.0

    def open(self) -> None:
        """Connect and listen, before the first read: a change in between is then noticed."""
        with self._explaining():
            self._connection = self._connect()
            server = (self._connection.info.host, self._connection.info.port)
            # A server that took over from another may lack its last transactions.
            self._lost = self._server not in {None, server}
            self._server = server
            self.listens = not self._polls and not self._is_pooled()
            if self.listens:
                self._connection.execute(f"LISTEN {CHANNEL}")
            if self._position is None:
                self._position = str(self._rows(POSTGRESQL_END)[0][0])
            self._read_at = 0.0

    def wait(self, seconds: float, closed: Event) -> FeedBatch | None:
        """Return what is new since the last batch, waiting for it until the time is up."""
        until = monotonic() + seconds
        with self._explaining():
            while not closed.is_set():
                batch = self._read() if self._is_due() else None
                left = until - monotonic()
                if batch is not None or left <= 0:
                    return batch
                self._await_notice(min(left, SLICE_SECONDS), closed)
        return None

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connect(self) -> psycopg.Connection[Any]:
        # SQLAlchemy's own reading of the address, which knows several hosts.
        address = self._url.get_dialect()().create_connect_args(self._url)[1]
        return psycopg.connect(
            autocommit=True,
            prepare_threshold=None,
            application_name="dealboard feed",
            options="-c timezone=UTC",
            **PATIENCE,
            **address,
        )

    def _is_pooled(self) -> bool:
        """Tell whether a pooler stands between: it names another process than the one at work."""
        if self._connection is None:
            return False
        at_work = self._rows("SELECT pg_backend_pid()")[0][0]
        return bool(at_work != self._connection.info.backend_pid)

    def _is_due(self) -> bool:
        pause = HEARTBEAT_SECONDS if self.listens else POLL_SECONDS
        return monotonic() - self._read_at >= pause

    def _await_notice(self, seconds: float, closed: Event) -> None:
        """Wait for a notice; after one the log is due, once its burst had a moment to end."""
        if self._connection is None or not self.listens:
            closed.wait(seconds)
            return
        # All that came in one packet come here at once, so the rest is taken after them.
        if list(self._connection.notifies(timeout=seconds, stop_after=1)):
            closed.wait(REST_SECONDS)
            self._read_at = 0.0

    def _read(self) -> FeedBatch | None:
        """Return the rows that the position could not see; it moves only when all went well."""
        limit = MANY_ROWS + 1
        found = self._rows(NEWS, {"position": self._position, "limit": limit})
        end, restarted = found[0][0], bool(found[0][1])
        rows = [row[2:] for row in found if row[2] is not None]
        lost = self._lost or restarted
        batch = FeedBatch(everything=True) if lost else self._batch(rows)
        self._position, self._lost, self._read_at = str(end), False, monotonic()
        return batch

    def _batch(self, rows: list[tuple[Any, ...]]) -> FeedBatch | None:
        if not rows:
            return None
        acts = self._rows(ACTS, {"acts": list({row[0] for row in rows})})
        made = tuple(_act(row) for row in acts)
        if len(rows) > MANY_ROWS:
            return FeedBatch(acts=made, everything=True)
        return FeedBatch(rows_by_table(row[1:] for row in rows), made)

    def _rows(self, query: str, values: dict[str, object] | None = None) -> list[tuple[Any, ...]]:
        if self._connection is None:
            raise UnreachableError(server_name(self._url))
        return self._connection.execute(query.encode(), values).fetchall()

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except psycopg.OperationalError as error:
            known = explained_driver(error, self._url)
            raise known or UnreachableError(server_name(self._url)) from error
        except psycopg.Error as error:
            raise (explained_driver(error, self._url) or error) from error


def _act(row: tuple[Any, ...]) -> PastAct:
    key, at, user_id, name, device, label, values, undoes = row
    return PastAct(
        key, at.astimezone(UTC), user_id, name, device, label, label_values(values), undoes
    )
