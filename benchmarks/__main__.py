"""Measures what users wait for: `python -m benchmarks [--only WORD] [--json FILE] ...`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.data_sets import DataSets, cache_folder
from benchmarks.result import Entry, as_json, as_table
from benchmarks.rows import measure, wanted
from benchmarks.workload import Bench, Workload
from db.errors import DealboardError
from devtools.console import say
from devtools.places import ROOT
from devtools.surroundings import NO_POSTGRESQL

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE = ROOT.parent / "shared" / "data" / "maven"
UNUSABLE = 2


def main(arguments: Sequence[str], workload: Workload | None = None) -> int:
    """Measure and print; return 1 where a limit is missed."""
    options = _parser().parse_args(list(arguments))
    if not wanted(options.only):
        say(f"No row begins with {options.only!r}.")
        return UNUSABLE
    try:
        entries = _measured(options, workload or Workload())
    except DealboardError as error:
        say(str(error))
        return UNUSABLE
    say(as_table(entries))
    if options.json is not None:
        options.json.write_text(as_json(entries), encoding="utf-8")
    return 0 if all(entry.ok for entry in entries) else 1


def _measured(options: argparse.Namespace, workload: Workload) -> list[Entry]:
    # Without a screen of our own: what is drawn goes to memory, the same on every machine.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="dealboard-bench-") as folder:
        bench = Bench(
            workload,
            DataSets(options.cache, say),
            Path(folder),
            say,
            sample=options.sample,
            postgresql=os.environ.get(NO_POSTGRESQL) != "1",
        )
        return list(measure(bench, options.only))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--only", metavar="WORD", default="", help="rows whose id begins so")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also writes the figures there")
    parser.add_argument(
        "--sample",
        metavar="FOLDER",
        type=Path,
        default=SAMPLE if SAMPLE.is_dir() else None,
        help="the folder of the CRM sample; without one a folder like it is made",
    )
    parser.add_argument(
        "--cache",
        metavar="FOLDER",
        type=Path,
        default=cache_folder(),
        help="where the data sets are kept",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
