"""Databases with demo data, made once and kept outside the tree.

A file is named by kind, size, seed and revision: a hash over everything that decides what is in
it. Files of an older revision are removed when a new one is made.
"""

from __future__ import annotations

import hashlib
import shutil
from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from core.demo import fill_with_demo
from core.workspace import open_workspace
from db.schema import HEAD
from devtools.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
SEED = 1
# What decides the content of a file: tables, triggers, first rows, demo.
SOURCES = ("db/migrations/sql", "db/tables", "db/capture", "core/first_rows", "core/demo")


def cache_folder() -> Path:
    """Return the folder of the files; it is made."""
    return user_cache_path("Dealboard", appauthor=False, ensure_exists=True) / "benchmarks"


class DataSets:
    """Makes databases and finds them again."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        """Keep files in a folder; say when one has to be made."""
        self._folder = folder
        self._say = say

    def demo(self, opportunities: int) -> Path:
        """Return a file with so many opportunities; it is only to be read."""
        path = self._folder / f"demo-{opportunities}-{SEED}-{_revision()}.db"
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            self._forget(f"demo-{opportunities}-{SEED}-*")
            self._make(path, opportunities)
        return path

    def copy(self, opportunities: int, target: Path) -> Path:
        """Return a copy of such a file, to be written to."""
        for left in ("-wal", "-shm"):
            target.with_name(target.name + left).unlink(missing_ok=True)
        shutil.copyfile(self.demo(opportunities), target)
        return target

    def _make(self, path: Path, opportunities: int) -> None:
        self._say(f"Making {opportunities:,} opportunities, once ...")
        began = perf_counter()
        half = path.with_suffix(".half")
        fill(str(half), opportunities)
        half.rename(path)
        self._say(f"... in {perf_counter() - began:,.0f} s, {path.stat().st_size / 1e6:,.0f} MB.")

    def _forget(self, pattern: str) -> None:
        for file in self._folder.glob(pattern):
            file.unlink()


def fill(address: str, opportunities: int) -> None:
    """Fill an empty database with demo data; a file is left without a write-ahead log."""
    workspace = open_workspace(address, NOW)
    fill_with_demo(workspace, NOW, opportunities=opportunities, seed=SEED)
    workspace.database.close()


def _revision() -> str:
    digest = hashlib.sha256(HEAD.encode())
    for path in _sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _sources() -> Iterator[Path]:
    for folder in SOURCES:
        yield from sorted(path for path in (ROOT / folder).rglob("*.*") if path.suffix != ".pyc")
