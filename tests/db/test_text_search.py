"""Finding records by their words, the same on both engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import text_search
from db.list_query import ListQuery
from db.opportunity_list import OPPORTUNITY_LIST
from db.record_list import first_page, ordered_ids
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from tests.lists import add_contacts, add_opportunities, change_rows, delete_rows
from tests.workspaces import add_contact, add_opportunity

if TYPE_CHECKING:
    import pytest

    from core.workspace import Workspace

FEW_HERE = 2


def found(workspace: Workspace, text: str) -> list[str]:
    """Return the titles of a search, whose count, page and ids must agree."""
    query = ListQuery(text=text)
    with workspace.database.reading() as connection:
        page = first_page(connection, OPPORTUNITY_LIST, query)
        ids = ordered_ids(connection, OPPORTUNITY_LIST, query)
    assert ids is not None
    assert page.count == len(ids)
    assert [item.id for item in page.items] == ids.slice(0, len(page.items))
    return sorted(item.title for item in page.items)


def add_titles(workspace: Workspace, *titles: str, contact: str = "Rossi S.p.A.") -> None:
    """Write opportunities of these titles at one contact."""
    key = add_contact(workspace, name=contact)
    for place, title in enumerate(titles):
        add_opportunity(workspace, key, title=title, number=f"{contact[:2]}/{place}")


# A title, and words that find it; each alone in its database.
FINDINGS = {
    "Packing line": ("lin", "PACK", "king l", "g"),
    "Robot cell": ("o", "ll", "robot"),
    'A "quoted" press': ('"quoted"', '"'),
    "O'Neill's oven": ("o'n", "'"),
    "Up to 100% faster": ("100%", "%"),
    "Type 5_55": ("5_5", "_"),
    "Path a\\b": ("a\\b", "\\"),
    "Mould AND jig": ("AND",),
    "ÜMLAUT": ("Ümlaut", "ümlaut", "üm", "Ü"),
    "Straße": ("ß", "straße"),
    "PERCHÉ": ("perché", "ché", "É"),
    "*è* [^]": ("*è*", "[^]", "è*"),
    "日本語": ("日本", "日"),
    "Ёлка": ("ёлка", "ЁЛ"),
}
NOT_FOUND = ("100_", "5%5", "NOT", "pa%ng", "a b\\", "[^a]x", "??", "z", "ÿ", "öl", "\ud800")


def test_a_word_is_found_anywhere_in_a_title_whatever_its_signs_mean(workspace: Workspace) -> None:
    add_titles(workspace, *FINDINGS, contact="KKK")

    lost = [
        (title, text)
        for title, texts in FINDINGS.items()
        for text in texts
        if title not in found(workspace, text)
    ]

    assert lost == []


def test_signs_of_a_query_language_stand_for_themselves(workspace: Workspace) -> None:
    add_titles(workspace, *FINDINGS, contact="KKK")

    wrong = {text: found(workspace, text) for text in NOT_FOUND}

    assert not any(wrong.values()), wrong


def test_a_number_is_found(workspace: Workspace) -> None:
    key = add_contact(workspace, name="III")
    add_opportunity(workspace, key, title="By number", number="26/0815")
    add_opportunity(workspace, key, title="By another", number="26/0816")

    assert found(workspace, "26/0815") == ["By number"]


def test_words_may_stand_in_title_number_and_contact(workspace: Workspace) -> None:
    add_titles(workspace, "Hydraulic press", "Hydraulic arm", contact="Legno Veneto")
    add_titles(workspace, "Hydraulic press", "Robot", contact="Ferro Lombardo")

    assert found(workspace, "press legno") == ["Hydraulic press"]
    assert found(workspace, "Le/0 press legno") == ["Hydraulic press"]
    assert found(workspace, "hydraulic") == ["Hydraulic arm", "Hydraulic press", "Hydraulic press"]
    assert found(workspace, "press robot") == []
    assert found(workspace, "p ve") == ["Hydraulic press"]


def test_no_words_find_everything(workspace: Workspace) -> None:
    add_titles(workspace, "Press", "Robot")

    assert found(workspace, "") == ["Press", "Robot"]
    assert found(workspace, "  ") == ["Press", "Robot"]
    assert found(workspace, "\0") == ["Press", "Robot"]


def test_a_renamed_contact_is_found_by_its_new_name_alone(workspace: Workspace) -> None:
    key = add_contact(workspace, name="Legno Veneto")
    add_opportunity(workspace, key, title="Press")

    change_rows(workspace, ContactRow, [key], {"name": "Ferro Lombardo"})

    assert found(workspace, "lombardo") == ["Press"]
    assert found(workspace, "legno") == []


def test_a_renamed_opportunity_is_found_by_its_new_title_alone(workspace: Workspace) -> None:
    key = add_opportunity(workspace, add_contact(workspace), title="Press")

    change_rows(workspace, OpportunityRow, [key], {"title": "Robot"})

    assert found(workspace, "robot") == ["Robot"]
    assert found(workspace, "press") == []


def test_an_opportunity_that_goes_to_another_contact_is_found_by_that(workspace: Workspace) -> None:
    first, second = add_contacts(workspace, ["Legno Veneto", "Ferro Lombardo"])
    key = add_opportunity(workspace, first, title="Press")

    change_rows(workspace, OpportunityRow, [key], {"contact_id": second})

    assert found(workspace, "ferro") == ["Press"]
    assert found(workspace, "legno") == []


def test_a_deleted_opportunity_is_not_found_until_it_is_back(workspace: Workspace) -> None:
    key = add_opportunity(workspace, add_contact(workspace), title="Press")

    delete_rows(workspace, OpportunityRow, [key])
    gone = found(workspace, "press")
    change_rows(workspace, OpportunityRow, [key], {"deleted_at": None})

    assert gone == []
    assert found(workspace, "press") == ["Press"]


def test_a_search_that_finds_much_agrees_with_one_that_finds_little(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ("müller", "MÜLLER", "mü", "robot müller", "Robot", "r", "50%")
    some = ("robot ag", "müller gmbh", "g ag")
    contacts = add_contacts(workspace, ["Müller 50% GmbH", "MÜLLER 50% AG"])
    titles = [f"Robot {place}" for place in range(9)]
    add_opportunities(workspace, contacts, 9, lambda place: {"title": titles[place]})
    little = {text: found(workspace, text) for text in (*texts, *some)}

    monkeypatch.setattr(text_search, "FEW", FEW_HERE)
    much = {text: found(workspace, text) for text in (*texts, *some)}

    assert {text: little[text] for text in texts} == dict.fromkeys(texts, titles)
    assert [len(little[text]) for text in some] == [4, 5, 4]
    assert much == little


def test_a_word_that_is_in_most_rows_is_counted_exactly(workspace: Workspace) -> None:
    contacts = add_contacts(workspace, ["Legno Veneto", "Ferro Lombardo"])
    add_opportunities(workspace, contacts, text_search.FEW + 500)
    add_titles(workspace, "Robot")

    with workspace.database.reading() as connection:
        page = first_page(connection, OPPORTUNITY_LIST, ListQuery(text="packing"))
        none = first_page(connection, OPPORTUNITY_LIST, ListQuery(text="packing robot"))

    assert page.count == text_search.FEW + 500
    assert len(page.items) == 200
    assert none.count == 0


def test_contacts_are_found_by_name(workspace: Workspace) -> None:
    first, _second = add_contacts(workspace, ["Legno Veneto", "Ferro Lombardo"])

    with workspace.database.reading() as connection:
        matches = text_search.contacts_with(["legno", "ve"], connection)
        query = ContactRow.__table__.select().where(matches.condition)
        rows = connection.execute(query).all()

    assert [row.id for row in rows] == [first]
