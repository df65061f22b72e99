"""The command palette finds what is meant, with slips of the finger, on either engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.palette import Command, plain, rank_commands, score, search
from db import palette_search
from db.palette_search import candidates
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from tests.copies import open_copy
from tests.lists import add_contacts, add_opportunities, delete_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.workspace import Workspace

COMMANDS = (
    Command("list", "Opportunities", "deals pipeline list"),
    Command("contacts", "Contacts", "companies people"),
    Command("export", "Export to Excel", "xlsx spreadsheet"),
    Command("theme", "Dark theme"),
    Command("undo", "Undo"),
)
TITLES = ("Packing line", "Welding cell", "Forno per pane", "Straße 7", "PERCHÉ no", "Packing line")
CONTACTS = ("Rossi Presse S.p.A.", "Weiß Maschinenbau GmbH", "Vetreria Guidi")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """Return a workspace with opportunities and contacts to look for."""
    workspace = open_copy(request, tmp_path_factory, request.param)
    contacts = add_contacts(workspace, [*CONTACTS, "Rossi Gone"])
    keys = add_opportunities(
        workspace, contacts[:3], len(TITLES), lambda place: {"title": TITLES[place]}
    )
    delete_rows(workspace, OpportunityRow, keys[-1:])
    delete_rows(workspace, ContactRow, contacts[-1:])
    yield workspace
    workspace.database.close()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("packing", "Packing line"),
        ("PACK", "Packing line"),
        ("pakcing", "Packing line"),
        ("paking lnie", "Packing line"),
        ("lin", "Packing line"),
        ("00001", "Welding cell"),
        ("26/00001", "Welding cell"),
        ("rossi pack", "Packing line"),
        ("rosi packnig", "Packing line"),
        ("perche", "PERCHÉ no"),
        ("strasse", "Straße 7"),
        ("guidi", "Vetreria Guidi"),
        ("vetrreia", "Vetreria Guidi"),
        ("weldign cel", "Welding cell"),
    ],
)
def test_a_record_is_found_by_what_was_meant(filled: Workspace, typed: str, first: str) -> None:
    hits = search(filled.database, typed)

    assert first in [hit.title for hit in hits[:2]]


@pytest.mark.parametrize(
    "typed", ["", "   ", "qqqqq", "zzzz packing", '"', "%", "a\0b", "' OR 1=1"]
)
def test_nothing_is_found_where_nothing_is_meant(filled: Workspace, typed: str) -> None:
    assert search(filled.database, typed) == []


@pytest.mark.parametrize("typed", ["o", "pe", "7"])
def test_one_or_two_letters_find_what_holds_them(filled: Workspace, typed: str) -> None:
    hits = search(filled.database, typed)

    assert hits
    assert all(typed in plain(f"{hit.title} {hit.detail}") for hit in hits)


def test_a_hit_says_what_it_is_and_deleted_ones_are_not_found(filled: Workspace) -> None:
    hits = search(filled.database, "rossi")

    contact = next(hit for hit in hits if hit.kind == palette_search.CONTACT)
    assert contact.title == "Rossi Presse S.p.A."
    deals = [hit for hit in hits if hit.kind == palette_search.OPPORTUNITY]
    assert {hit.detail for hit in deals} == {
        "26/00000 · Rossi Presse S.p.A.",
        "26/00003 · Rossi Presse S.p.A.",
    }
    assert len(hits) == 3


def test_no_more_hits_come_than_are_shown(filled: Workspace) -> None:
    assert len(search(filled.database, "26", limit=2)) == 2


def test_a_server_without_trigram_search_finds_them_too(postgresql_workspace: Workspace) -> None:
    database = postgresql_workspace.database
    contacts = add_contacts(postgresql_workspace, CONTACTS)
    add_opportunities(postgresql_workspace, contacts, 1, lambda _place: {"title": "Packing line"})

    with database.changing() as connection:
        connection.exec_driver_sql("DROP EXTENSION IF EXISTS pg_trgm CASCADE")

    assert search(database, "pakcing")[0].title == "Packing line"
    with database.reading() as connection:
        assert candidates(connection, "xyzzy") == []


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("", ["list", "contacts", "export", "theme", "undo"]),
        ("opp", ["list"]),
        ("oportunities", ["list"]),
        ("deals", ["list"]),
        ("excel", ["export"]),
        ("exprot", ["export"]),
        ("dark", ["theme"]),
        ("un", ["undo", "list"]),
        ("nonsense", []),
    ],
)
def test_commands_are_ranked_by_title_then_by_the_words_beside_it(
    typed: str, keys: list[str]
) -> None:
    assert [command.key for command in rank_commands(typed, COMMANDS)] == keys


@given(st.text(max_size=20), st.text(max_size=30))
def test_a_score_lies_between_nothing_and_all(typed: str, text: str) -> None:
    assert 0 <= score(plain(typed).split(), plain(text)) <= 100


@given(st.lists(st.text("abcdefgh", min_size=3, max_size=8), min_size=1, max_size=4))
def test_what_is_there_word_by_word_scores_highest(words: list[str]) -> None:
    assert score(words, " ".join(words)) == 100
    assert score(words, "") == 0
