"""How the catalogues are written: the same each time, so that a change of texts is all one sees."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from devtools import translating
from devtools.translating import CATALOGUES, HEADER_FIELDS, LANGUAGES, with_fixed_header

if TYPE_CHECKING:
    from pathlib import Path

BABEL_HEADER = """# German texts of Dealboard.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version:  Dealboard\\n"
"Report-Msgid-Bugs-To: EMAIL@ADDRESS\\n"
"POT-Creation-Date: 2026-11-24 08:10+0000\\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
"Language: de\\n"
"Language-Team: de <LL@li.org>\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Generated-By: Babel 2.18.0\\n"
"""
TEXTS = """
#, fuzzy
msgid "Generated-By: "
msgstr ""
"Generated-By: "
"Last-Translator: "
"""


@pytest.fixture
def catalogues(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a copy of the catalogues, which is what gets written."""
    folder = tmp_path / "translations"
    shutil.copytree(CATALOGUES, folder)
    monkeypatch.setattr(translating, "CATALOGUES", folder)
    monkeypatch.setattr(translating, "TEMPLATE", folder / "dealboard.pot")
    return folder


def written(folder: Path) -> dict[str, str]:
    """Return the texts of the catalogues by the names of their files."""
    files = [*folder.glob("*.pot"), *folder.glob("*/LC_MESSAGES/*.po")]
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in files}


def test_texts_written_twice_are_the_same(catalogues: Path) -> None:
    translating.update_catalogues()
    once = written(catalogues)

    translating.update_catalogues()

    assert written(catalogues) == once
    assert len(once) == len(LANGUAGES) + 1


def test_a_catalogue_has_the_fixed_header_and_lines_of_a_hundred(catalogues: Path) -> None:
    translating.update_catalogues()

    for name, text in written(catalogues).items():
        fields = [line for line in text.split("\n\n")[0].split("\n") if line.startswith('"')]
        names = [field.strip('"').partition(":")[0] for field in fields]
        assert name.endswith(".pot") or sorted(names) == sorted(HEADER_FIELDS)
        assert max(map(len, text.split("\n"))) > 90


def test_who_when_and_with_what_are_left_out_of_the_header_alone() -> None:
    text = with_fixed_header(f"{BABEL_HEADER}{TEXTS}")

    assert text == (
        "# German texts of Dealboard.\n"
        'msgid ""\n'
        'msgstr ""\n'
        '"Project-Id-Version: Dealboard\\n"\n'
        '"Language: de\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n{TEXTS}'
    )


def test_a_fixed_header_stays_as_it_is() -> None:
    once = with_fixed_header(f"{BABEL_HEADER}{TEXTS}")

    assert with_fixed_header(once) == once
