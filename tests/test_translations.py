"""The catalogues: every text of the source is translated, and with the same placeholders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

from devtools.places import ROOT
from devtools.translating import CATALOGUES, FOLDERS, KEYWORDS, LANGUAGES, TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from babel.messages.catalog import Message

PATHS = sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def language_of(path: Path) -> str:
    return path.parent.parent.name


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=None if path == TEMPLATE else language_of(path))


def texts(catalogue: Catalog) -> list[Message]:
    """Return the messages without the header."""
    return [message for message in catalogue if message.id]


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return a text, or the singular and the plurals of one."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@pytest.fixture(params=PATHS, ids=language_of)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """Return the texts of a language."""
    path: Path = request.param
    return read(path)


def test_every_language_has_a_catalogue() -> None:
    assert [language_of(path) for path in PATHS] == sorted(LANGUAGES)


def test_the_template_holds_just_the_texts_of_the_source() -> None:
    source = Catalog()
    for folder in FOLDERS:
        found = extract_from_dir(ROOT / folder, keywords=parse_keywords(KEYWORDS))
        for _file, _line, text, _comments, _context in found:
            source.add(text)

    there = {forms(message.id) for message in texts(read(TEMPLATE))}
    wanted = {forms(message.id) for message in texts(source)}

    assert sorted(wanted - there) == [], "new in the source: python3 dev.py texts, then translate"
    assert sorted(there - wanted) == [], "no longer in the source: python3 dev.py texts"


def test_a_catalogue_holds_just_the_texts_of_the_template(catalogue: Catalog) -> None:
    there = {forms(message.id) for message in texts(catalogue)}
    wanted = {forms(message.id) for message in texts(read(TEMPLATE))}

    assert sorted(wanted - there) == []
    assert sorted(there - wanted) == []


def test_every_text_is_translated_in_all_its_forms(catalogue: Catalog) -> None:
    empty = [
        message.id
        for message in texts(catalogue)
        if not all(forms(message.string))
        or (message.pluralizable and len(forms(message.string)) != catalogue.num_plurals)
    ]

    assert empty == []


def test_no_translation_is_a_guess(catalogue: Catalog) -> None:
    assert [message.id for message in texts(catalogue) if message.fuzzy] == []


def test_a_translation_has_the_placeholders_of_its_text(catalogue: Catalog) -> None:
    different = [
        (original, translated)
        for message in texts(catalogue)
        for position, translated in enumerate(forms(message.string))
        for original in [forms(message.id)[min(position, len(forms(message.id)) - 1)]]
        if placeholders(original) != placeholders(translated)
    ]

    assert different == []
