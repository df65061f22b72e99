"""Draws all pictures in both themes, at 100 and at 150 %, and a page that shows them."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from app.places import RESOURCES
from app.run import make_application
from app.shots.screens import SHOTS, Shot
from app.shots.stage import stage
from widgets.theme import Appearance, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

THEMES = ("light", "dark")
# Qt takes the scale when the program starts, so each scale is a process of its own.
SCALES = {"100": "1", "150": "1.5"}
SCALE = "QT_SCALE_FACTOR"


def main(arguments: Sequence[str]) -> int:
    """Draw pictures into a folder; return the exit status."""
    parser = argparse.ArgumentParser(prog="shots", description="Draws every screen.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", metavar="WORD", help="names that contain WORD")
    parser.add_argument("--scale", choices=SCALES, help=argparse.SUPPRESS)
    options = parser.parse_args(list(arguments))
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.scale:
        _draw(options.folder, options.scale, options.only)
        return 0
    for scale, factor in SCALES.items():
        command = [sys.executable, "-m", "app.shots", *arguments, "--scale", scale]
        subprocess.run(command, check=True, env={**os.environ, SCALE: factor})  # noqa: S603 - ours
    _write_index(options.folder)
    return 0


def _draw(folder: Path, scale: str, only: str) -> None:
    app = make_application()
    appearance = Appearance(app, load_theme(RESOURCES, THEMES[0]))
    with stage(appearance) as made:
        for theme in THEMES:
            appearance.use(load_theme(RESOURCES, theme))
            for name, shot in _named(theme, scale, only):
                shot.draw(made, folder / f"{name}.png")
                print(f"{name}.png")  # noqa: T201 - speaks to a terminal


def _named(theme: str, scale: str, only: str) -> Iterator[tuple[str, Shot]]:
    """Yield SCREEN-THEME[-STATE] of the pictures that were asked for; 100 % is not named."""
    for shot in SHOTS:
        parts = (shot.screen, theme, shot.state, "" if scale == "100" else scale)
        name = "-".join(filter(None, parts))
        if only in name:
            yield name, shot


def _write_index(folder: Path) -> None:
    """Write a page with all pictures of the folder."""
    figures = "\n".join(_figure(path) for path in sorted(folder.glob("*.png")))
    style = "body{font:14px sans-serif;background:#777}img{max-width:100%}figcaption{color:#fff}"
    page = f"<!doctype html><meta charset=utf-8><style>{style}</style>\n{figures}\n"
    (folder / "index.html").write_text(page, encoding="utf-8")


def _figure(path: Path) -> str:
    name, title = escape(path.name), escape(path.stem)
    return f'<figure><img src="{name}"><figcaption>{title}</figcaption></figure>'
