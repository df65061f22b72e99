"""Texts: out of the source into the catalogues, and the catalogues into what gettext reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from devtools import process
from devtools.console import say
from devtools.places import ROOT, program

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUES = ROOT / "resources" / "translations"
TEMPLATE = CATALOGUES / "dealboard.pot"
LANGUAGES = ("it", "de")
FOLDERS = ("app", "core", "db", "models", "views", "widgets", "resources")
KEYWORDS = ("_", "ngettext:1,2", "marked")
WIDTH = ("--width", "100")
# Babel would add who, when and with what, which every run would write anew.
HEADER_FIELDS = (
    "Project-Id-Version", "Language", "Plural-Forms",
    "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
)  # fmt: skip


def compile_catalogues() -> None:
    """Compile each catalogue that changed since it was compiled."""
    for source in sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _babel("compile", "-i", str(source), "-o", str(target))


def update_catalogues() -> int:
    """Collect the texts of the source and bring the catalogues up to date; return the exit code."""
    CATALOGUES.mkdir(parents=True, exist_ok=True)
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    about = ("--no-location", "--sort-output", "--omit-header", "--project", "Dealboard", *WIDTH)
    _babel("extract", "--no-default-keywords", *keywords, *about, "-o", str(TEMPLATE), *FOLDERS)
    for language in LANGUAGES:
        _update(language, CATALOGUES / language / "LC_MESSAGES" / "dealboard.po")
    compile_catalogues()
    return 0


def _update(language: str, catalogue: Path) -> None:
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    command = "update" if catalogue.exists() else "init"
    options = ("--no-fuzzy-matching", "--ignore-obsolete") if command == "update" else ()
    where = ("-i", str(TEMPLATE), "-o", str(catalogue))
    _babel(command, *where, "-l", language, *WIDTH, *options)
    text = with_fixed_header(catalogue.read_text(encoding="utf-8"))
    catalogue.write_text(text, encoding="utf-8", newline="\n")


def with_fixed_header(text: str) -> str:
    """Return a catalogue whose header has only the fields that mean something, each written once.

    The header is what stands before the first empty line.
    """
    header, rest = text.split("\n\n", 1)
    lines = (line for line in header.split("\n") if not line.startswith("#,"))
    kept = [line for line in lines if not line.startswith('"') or _field(line) in HEADER_FIELDS]
    kept = [re.sub(r"^(\"[\w-]+:) +", r"\1 ", line) for line in kept]
    return "\n".join(kept) + "\n\n" + rest


def _field(line: str) -> str:
    return line.strip('"').partition(":")[0]


def _babel(*arguments: str) -> None:
    """Run Babel's tool; it says on its own what it does not understand."""
    code = process.run([program("pybabel"), "--quiet", *arguments])
    if code:
        say(f"pybabel {arguments[0]} failed with {code}.")
        raise SystemExit(code)
