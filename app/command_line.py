"""The commands: run, import, demo, backup; --database stands before or after them."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.crash import CrashReporter
from app.logs import log_to
from app.places import default_database, report_folder
from db.errors import DealboardError
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# What the user can mend; anything else is our fault and ends in a crash report.
MENDABLE = 2
# What a shell says of a program that ends by Ctrl+C.
STOPPED = 130
# What Python says where nobody reads its output to the end.
UNHEARD = 1
DEMO_OPPORTUNITIES = 2_000


def main(arguments: Sequence[str]) -> int:
    """Run a command; return the exit status."""
    try:
        try:
            return _status(arguments)
        finally:
            # Here and not when Python ends: only here a reader who has left is no error.
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
        return UNHEARD


def _status(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(list(arguments))
    log_to(report_folder())
    CrashReporter(report_folder(), _complain).install()
    try:
        return COMMANDS[options.command or "run"](options)
    except DealboardError as error:
        _complain(str(error))
        return MENDABLE
    except KeyboardInterrupt:
        _complain(_("Stopped. Nothing was changed."))
        return STOPPED


def _say_no_more() -> None:
    """Let what nobody hears go nowhere, so that Python does not fail over it when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)


class NoScreenError(DealboardError):
    """There is nowhere to show a window."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(_("There is no screen for the window. Start it on a desktop."))


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be shown; only Linux may be without a screen."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in names)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dealboard", description=_("Sales opportunities."))
    _add_database(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    run = commands.add_parser("run", help=_("open the window (also without a command)"))
    imported = commands.add_parser("import", help=_("import the CRM sample from a folder"))
    imported.add_argument("folder", type=Path, metavar="FOLDER")
    imported.add_argument(
        "--keep-dates", action="store_true", help=_("do not move its dates up to today")
    )
    demo = commands.add_parser("demo", help=_("fill a database with an invented company"))
    demo.add_argument("--opportunities", type=_positive, default=DEMO_OPPORTUNITIES, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S")
    backup = commands.add_parser("backup", help=_("copy the database to a file"))
    backup.add_argument("file", type=Path, metavar="FILE")
    for command in (run, imported, demo, backup):
        _add_database(command, argparse.SUPPRESS)
    return parser


def _add_database(parser: argparse.ArgumentParser, default: str | None) -> None:
    text = _("file name, or postgresql://login@server/name (default: your own file)")
    parser.add_argument("--database", default=default, metavar="URL", help=text)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("must be a whole number, one or more"))
    return int(text)


def _address(options: argparse.Namespace) -> str:
    return options.database or str(default_database())


def _now() -> datetime:
    return datetime.now(UTC)


def _run(options: argparse.Namespace) -> int:
    if not has_screen(os.environ, sys.platform):
        raise NoScreenError
    from app.run import run  # noqa: PLC0415 - the other commands need no Qt

    return run(options.database)


def _import(options: argparse.Namespace) -> int:
    from core.sample_import import import_sample  # noqa: PLC0415 - costs start time
    from core.workspace import open_workspace  # noqa: PLC0415

    workspace = open_workspace(_address(options), _now())
    report = import_sample(workspace, options.folder, _now(), keep_dates=options.keep_dates)
    print("\n".join(report.lines()))
    return 0


def _demo(options: argparse.Namespace) -> int:
    from core.demo import fill_with_demo  # noqa: PLC0415 - costs start time
    from core.workspace import open_workspace  # noqa: PLC0415

    workspace = open_workspace(_address(options), _now())
    report = fill_with_demo(
        workspace, _now(), opportunities=options.opportunities, seed=options.seed
    )
    print("\n".join(report.lines()))
    return 0


def _backup(options: argparse.Namespace) -> int:
    from core.backup import back_up  # noqa: PLC0415 - costs start time
    from db.database import Database  # noqa: PLC0415
    from db.engine import database_url  # noqa: PLC0415

    target = back_up(Database(database_url(_address(options))), options.file)
    print(_("Copied to {name}.").format(name=target))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "import": _import,
    "demo": _demo,
    "backup": _backup,
}
