"""A reader of the log under writers that commit late: nothing may be lost."""

from __future__ import annotations

import random
from threading import Event, Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Self

import psycopg

from db.feed import open_feed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

WRITERS = 8
SECONDS = 3.0
LATE = 0.3
LONGEST_PAUSE = 0.05
INSERT = "INSERT INTO tag (code, description) VALUES (%s, 'x') RETURNING id"


class Writers:
    """Eight writers, some of whose transactions pause before they commit."""

    def __init__(self, address: str) -> None:
        """Prepare to write to a server."""
        self._address = address
        self.committed: list[UUID] = []
        self._threads = [Thread(target=self._write, args=(n,)) for n in range(WRITERS)]

    def __enter__(self) -> Self:
        """Begin to write."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Wait until the writers are done."""
        for thread in self._threads:
            thread.join()

    def at_work(self) -> bool:
        """Tell whether anybody still writes."""
        return any(thread.is_alive() for thread in self._threads)

    def _write(self, number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - a test that can be repeated
        until = monotonic() + SECONDS
        with psycopg.connect(self._address) as connection:
            count = 0
            while monotonic() < until:
                count += 1
                row = connection.execute(INSERT, [f"{number}-{count}"]).fetchone()
                if chance.random() < LATE:
                    sleep(chance.random() * LONGEST_PAUSE)
                connection.commit()
                self.committed.extend(row or ())


def naive_rows(address: str, stopped: Event) -> Iterator[UUID]:
    """Yield rows as a cursor over seq sees them."""
    query = "SELECT seq, row_id FROM change WHERE table_name = 'tag' AND seq > %s ORDER BY seq"
    seq = 0
    with psycopg.connect(address, autocommit=True) as connection:
        while True:
            last = stopped.is_set()
            for found, row_id in connection.execute(query, [seq]).fetchall():
                seq = found
                yield row_id
            if last:
                return
            sleep(0.007)


def test_eight_writers_lose_nothing_to_the_feed_but_rows_to_a_plain_cursor(
    postgresql_address: str,
) -> None:
    address = postgresql_address.replace("+psycopg", "")
    naive: list[UUID] = []
    stopped = Event()
    reader = Thread(target=lambda: naive.extend(naive_rows(address, stopped)))
    feed = open_feed(postgresql_address)
    feed.wait(0)
    seen: list[UUID] = []

    reader.start()
    with Writers(address) as writers:
        while writers.at_work():
            batch = feed.wait(0.1)
            seen += batch.rows["tag"] if batch else ()
    stopped.set()
    reader.join()
    while (batch := feed.wait(1)) is not None:
        seen += batch.rows["tag"]
    feed.close()
    feed.wait(0)

    assert len(writers.committed) > WRITERS * 10
    assert sorted(seen) == sorted(writers.committed)
    # The reason for all this: the plain cursor never saw some of them.
    assert set(naive) < set(writers.committed)
