"""The feed: what others change arrives, once, and nothing is missed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread, Timer
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import make_url

from core.workspace import open_workspace
from db.errors import MissingFileError, UnreachableError
from db.feed import Feed, FeedBatch, FeedState, open_feed, read_position
from db.feed.postgresql import PostgresqlLog
from db.ids import new_id
from db.tables.contact import ContactRow
from db.tables.lookups import TagRow
from db.writes import update_rows
from devtools.postgresql import PostgresqlServer
from devtools.surroundings import NO_POSTGRESQL
from tests.db.outside import run_sqlite3
from tests.db.proxy import PostgresqlProxy
from tests.workspaces import NOW, add_contact, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.workspace import Workspace

LONG = 10.0
SHORT = 0.6


@contextmanager
def live_feed(address: str, *, polls: bool = False) -> Iterator[Feed]:
    """Give a feed that is connected, at the end of the log."""
    feed = open_feed(address, polls=polls)
    try:
        feed.wait(0)
        assert feed.status.state is FeedState.LIVE
        yield feed
    finally:
        feed.close()
        feed.wait(0)


def gather(feed: Feed, count: int = 1) -> list[FeedBatch]:
    """Return the batches up to the one that brings so many contacts."""
    batches: list[FeedBatch] = []
    until = monotonic() + LONG
    while len(contacts(batches)) < count and monotonic() < until:
        batch = feed.wait(0.5)
        batches += [batch] if batch else []
    return batches


def contacts(batches: list[FeedBatch]) -> set[UUID]:
    return {key for batch in batches for key in batch.rows.get("contact", ())}


def test_a_change_arrives_with_its_act_and_its_user(workspace: Workspace, address: str) -> None:
    with live_feed(address) as feed:
        key = add_contact(workspace)

        batch = feed.wait(LONG)

    assert batch is not None
    assert batch.rows == {"contact": frozenset({key})}
    assert not batch.everything
    act = batch.acts[0]
    assert (act.label_key, act.user_id, act.at) == ("Created contact", workspace.user.id, NOW)
    assert act.user_name == workspace.user.name


def test_the_values_of_a_label_arrive(workspace: Workspace, address: str) -> None:
    key = add_contact(workspace)
    with live_feed(address) as feed:
        act = workspace.act("Renamed to {name}", NOW, {"name": "Bianchi \u00e8"})
        with workspace.database.writing(act) as connection:
            update_rows(connection, ContactRow, [(key, {"name": "Bianchi \u00e8"})], act)

        batch = feed.wait(LONG)

    assert batch is not None
    assert batch.acts[0].label_values == {"name": "Bianchi \u00e8"}
    assert batch.acts[0].id == act.id


def test_a_feed_starts_at_the_present_end_of_the_log(workspace: Workspace, address: str) -> None:
    add_contact(workspace)

    with live_feed(address) as feed:
        batch = feed.wait(SHORT)

    assert batch is None


def test_a_feed_can_start_where_a_reader_stood(workspace: Workspace, address: str) -> None:
    with workspace.database.reading() as connection:
        position = read_position(connection)
    key = add_contact(workspace)

    feed = open_feed(address, position)
    batches = gather(feed)
    feed.close()
    feed.wait(0)

    assert contacts(batches) == {key}


def test_nothing_comes_twice(workspace: Workspace, address: str) -> None:
    with live_feed(address) as feed:
        keys = [add_contact(workspace) for _ in range(5)]

        batches = gather(feed, 5)
        after = feed.wait(SHORT)

    arrived = [key for batch in batches for key in batch.rows["contact"]]
    assert sorted(arrived) == sorted(keys)
    assert after is None


def test_a_close_from_another_thread_ends_a_wait_soon(address: str) -> None:
    feed = open_feed(address)
    feed.wait(0)
    Timer(0.2, feed.close).start()
    begun = monotonic()

    batch = feed.wait(60)

    assert batch is None
    assert feed.status.state is FeedState.STOPPED
    assert monotonic() - begun < 0.9


def test_a_pooled_server_is_polled(
    postgresql_workspace: Workspace, postgresql_address: str
) -> None:
    with live_feed(postgresql_address, polls=True) as feed:
        key = add_contact(postgresql_workspace)

        batch = feed.wait(LONG)

    assert batch is not None
    assert batch.rows == {"contact": frozenset({key})}


def test_a_pooler_is_noticed_and_polled(
    postgresql_workspace: Workspace, postgresql_address: str
) -> None:
    with PostgresqlProxy(postgresql_address, pools=True) as proxy:
        log = PostgresqlLog(make_url(proxy.address))
        direct = PostgresqlLog(make_url(postgresql_address))
        log.open()
        direct.open()
        key = add_contact(postgresql_workspace)

        batch = log.wait(LONG, Event())

        assert (log.listens, direct.listens) == (False, True)
        log.close()
        direct.close()
    assert batch is not None
    assert batch.rows == {"contact": frozenset({key})}


def test_a_connection_that_is_cut_is_made_again(
    postgresql_workspace: Workspace, postgresql_address: str
) -> None:
    with PostgresqlProxy(postgresql_address) as proxy, live_feed(proxy.address) as feed:
        proxy.cut()
        feed.wait(LONG)
        away = feed.status.state
        key = add_contact(postgresql_workspace)

        batches = gather(feed)

        assert away is FeedState.AWAY
        assert feed.status.state is FeedState.LIVE
    assert contacts(batches) == {key}


def test_a_late_commit_is_neither_missed_nor_waited_for(
    postgresql_workspace: Workspace, postgresql_address: str
) -> None:
    address = postgresql_address.replace("+psycopg", "")
    with psycopg.connect(address) as late, live_feed(postgresql_address) as feed:
        late.execute("UPDATE tag SET position = 1")
        type_id = late.execute("SELECT id FROM contact_type").fetchall()[0][0]
        row = late.execute(
            "INSERT INTO contact (name, contact_type_id) VALUES ('Late', %s) RETURNING id",
            [type_id],
        ).fetchone()
        prompt = add_contact(postgresql_workspace)

        first = gather(feed)
        again = feed.wait(SHORT)
        late.commit()
        second = gather(feed)
        last = feed.wait(SHORT)

    assert row is not None
    assert contacts(first) == {prompt}
    assert again is None
    assert contacts(second) == {row[0]}
    assert last is None


def test_a_transaction_that_is_rolled_back_is_never_told(
    postgresql_workspace: Workspace, postgresql_address: str
) -> None:
    with psycopg.connect(postgresql_address.replace("+psycopg", "")) as other:
        other.execute("INSERT INTO tag (code, description) VALUES ('x', 'x')")
        with live_feed(postgresql_address) as feed:
            key = add_contact(postgresql_workspace)
            other.rollback()

            batches = gather(feed)
            after = feed.wait(SHORT)

    assert [set(batch.rows) for batch in batches] == [{"contact"}]
    assert contacts(batches) == {key}
    assert after is None


def test_a_server_that_goes_and_comes_back_loses_nothing(request: pytest.FixtureRequest) -> None:
    if os.environ.get(NO_POSTGRESQL) == "1":
        pytest.skip(f"{NO_POSTGRESQL}=1")
    server = PostgresqlServer()
    request.addfinalizer(server.close)
    address = server.create_database()
    with closing(open_workspace(address, NOW).database), live_feed(address) as feed:
        server.stop()
        feed.wait(LONG)
        away = feed.status
        server.start()
        # Written while the feed still pauses.
        key = server.psql(
            address,
            "INSERT INTO contact (name, contact_type_id) SELECT 'Back', id FROM contact_type "
            "WHERE code = 'customer' RETURNING id",
        )
        batches = gather(feed)

    assert away.state is FeedState.AWAY
    assert isinstance(away.error, UnreachableError)
    assert "cannot be reached" in str(away.error)
    assert contacts(batches) == {UUID(key)}
    assert not batches[0].everything


def test_a_server_that_is_never_there_is_tried_with_growing_pauses() -> None:
    feed = open_feed("postgresql://127.0.0.1:1/nowhere")
    tried = 0

    until = monotonic() + 2
    while monotonic() < until:
        feed.wait(0.1)
        tried += feed.status.error is not None
    feed.close()
    feed.wait(0)

    assert tried > 0
    assert feed.status.state is FeedState.STOPPED


def test_a_server_with_a_younger_clock_of_transactions_makes_everything_new(
    postgresql_workspace: Workspace, postgresql_address: str
) -> None:
    # A position of a server that had come further, as after a restore from a dump.
    feed = open_feed(postgresql_address, "900000000:900000000:")
    feed.wait(0)

    batch = feed.wait(LONG)
    key = add_contact(postgresql_workspace)
    after = gather(feed)
    feed.close()
    feed.wait(0)

    assert batch == FeedBatch(everything=True)
    assert contacts(after) == {key}


def test_a_change_by_the_sqlite3_program_is_seen(sqlite_address: str) -> None:
    with live_feed(sqlite_address) as feed:
        run_sqlite3(sqlite_address, "INSERT INTO tag (code, description) VALUES ('vip', 'VIP')")

        batch = feed.wait(LONG)

    assert batch is not None
    assert set(batch.rows) == {"tag"}
    assert [act.label_key for act in batch.acts] == ["outside"]
    assert batch.acts[0].user_id is None


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file in its place")
def test_a_file_that_is_replaced_is_away_and_then_all_new(
    sqlite_address: str, tmp_path: Path
) -> None:
    other = shutil.copy(sqlite_address, tmp_path / "other.db")
    with live_feed(sqlite_address) as feed:
        Path(other).replace(sqlite_address)

        feed.wait(LONG)
        away = feed.status
        feed.wait(LONG)
        batch = feed.wait(LONG)

    assert away.state is FeedState.AWAY
    assert isinstance(away.error, MissingFileError)
    assert batch == FeedBatch(everything=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not remove an open file")
def test_a_file_that_vanishes_is_away_and_is_not_made_anew(sqlite_address: str) -> None:
    with live_feed(sqlite_address) as feed:
        Path(sqlite_address).unlink()

        feed.wait(LONG)
        feed.wait(1)

        assert feed.status.state is FeedState.AWAY
        assert "cannot be found" in str(feed.status.error)
    assert not Path(sqlite_address).exists()


def test_a_change_of_another_process_arrives(address: str) -> None:
    program = (
        "import sys\n"
        "from core.workspace import open_workspace\n"
        "from tests.workspaces import NOW, add_contact\n"
        "print(add_contact(open_workspace(sys.argv[1], NOW)))\n"
    )
    with live_feed(address) as feed:
        said = subprocess.run(
            [sys.executable, "-c", program, address],
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout

        batches = gather(feed)

    assert contacts(batches) == {UUID(said.strip())}


def test_more_rows_than_can_be_named_are_told_as_everything(
    workspace: Workspace, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = address.partition(":")[0].partition("+")[0] if "://" in address else "sqlite"
    monkeypatch.setattr(f"db.feed.{engine}.MANY_ROWS", 10)
    with live_feed(address) as feed:
        rows = [{"id": new_id(), "code": str(n), "description": str(n)} for n in range(11)]
        act = write_rows(workspace, TagRow, rows)

        batch = feed.wait(LONG)
        after = feed.wait(SHORT)

    assert batch is not None
    assert batch.everything
    assert [found.id for found in batch.acts] == [act.id]
    assert after is None


def test_a_burst_of_writers_arrives_whole(postgresql_address: str) -> None:
    keys: list[UUID] = []

    def write() -> None:
        made = open_workspace(postgresql_address, NOW)
        with closing(made.database):
            keys.extend(add_contact(made) for _ in range(20))

    with live_feed(postgresql_address) as feed:
        threads = [Thread(target=write) for _ in range(4)]
        for thread in threads:
            thread.start()
        batches = gather(feed, 80)
        for thread in threads:
            thread.join()

    arrived = [key for batch in batches for key in batch.rows["contact"]]
    assert sorted(arrived) == sorted(keys)
