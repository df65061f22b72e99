"""Themes: reading them, mixing their colours, handing them to the application."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPalette

from tests.widgets.conftest import RESOURCES
from widgets.theme import Appearance, Density, SystemScheme, Theme, ThemeError, load_theme
from widgets.theme.colours import MARK_CONTRAST, contrast_ratio, mixed
from widgets.theme.icons import GlyphError
from widgets.theme.loader import first_family
from widgets.theme.sheet import fill

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QStyleHints
    from pytestqt.qtbot import QtBot

PARTS = ("roles", "stages", "charts", "kinds", "map", "type", "rows", "sizes", "motion")


class Hints(QObject):
    """Style hints of a system that can be told to change, which not every platform can."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's name
    _scheme = Qt.ColorScheme.Light

    def become(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self.colorSchemeChanged.emit(scheme)

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self._scheme


@pytest.fixture
def dark() -> Theme:
    return load_theme(RESOURCES, "dark", Density.COMPACT)


@pytest.mark.parametrize("part", PARTS)
def test_both_themes_name_the_same_things(light: Theme, dark: Theme, part: str) -> None:
    assert set(getattr(light, part)) == set(getattr(dark, part))


def test_density_decides_how_high_rows_are(light: Theme, dark: Theme) -> None:
    assert (light.rows["table"], dark.rows["table"]) == (32, 24)


def test_kinds_have_colours_of_charts(light: Theme) -> None:
    assert light.kinds["order"] == light.charts["chart-2"]


def test_what_the_mouse_is_over_changes_at_once(light: Theme) -> None:
    assert light.motion["hover"] == 0


def test_every_name_in_the_style_sheet_is_filled_in(light: Theme, dark: Theme) -> None:
    assert "@" not in light.sheet + dark.sheet
    assert light.sheet != dark.sheet


def test_every_picture_that_the_style_sheet_names_is_there(light: Theme, dark: Theme) -> None:
    paths = re.findall(r"url\(([^)]+)\)", light.sheet + dark.sheet)

    assert paths
    assert not [path for path in paths if not (RESOURCES / "icons" / path).exists()]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_pictures_have_the_colours_of_their_theme(name: str) -> None:
    theme = load_theme(RESOURCES, name)

    for icon in ("caret-down", "caret-up", "caret-right", "cross", "check-menu"):
        picture = (RESOURCES / "icons" / f"{icon}-{name}.svg").read_text("utf-8")
        assert theme.colour("text-muted").name().upper() in picture


def test_a_longer_name_is_filled_in_before_a_shorter_one() -> None:
    values = {"text": "black", "text-muted": "grey"}

    assert fill("@text-muted @text", values) == "grey black"


def test_an_unknown_name_in_the_style_sheet_is_an_error() -> None:
    with pytest.raises(ThemeError, match="@txet"):
        fill("color: @txet", {"text": "black"})


def test_a_theme_that_cannot_be_read_says_which(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"theme-light\.toml"):
        load_theme(tmp_path, "light")


def test_a_value_that_is_no_colour_is_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "themes"
    folder.mkdir()
    text = (RESOURCES / "themes" / "theme-light.toml").read_text("utf-8")
    (folder / "theme-light.toml").write_text(text.replace('"#FFFFFF"', '"whitish"'), "utf-8")

    with pytest.raises(ThemeError, match="whitish"):
        load_theme(tmp_path, "light")


def test_a_wide_font_is_taken_smaller(tmp_path: Path) -> None:
    folder = tmp_path / "themes"
    shutil.copytree(RESOURCES / "themes", folder)
    file = folder / "theme-light.toml"
    text = re.sub(
        "^families = .*$", 'families = ["DejaVu Sans"]', file.read_text("utf-8"), flags=re.MULTILINE
    )
    file.write_text(text, "utf-8")

    theme = load_theme(tmp_path, "light")

    assert (theme.family, theme.font("body").pixelSize()) == ("DejaVu Sans", 12)


def test_letters_of_the_mono_font_are_equally_wide(light: Theme) -> None:
    measures = QFontMetricsF(light.mono_font())

    assert measures.horizontalAdvance("iiii") == measures.horizontalAdvance("mmmm")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_tint_and_line_of_a_stage_are_mixed_as_in_the_theme(name: str) -> None:
    theme = load_theme(RESOURCES, name)

    for stage in theme.stages.values():
        mixture = theme.stage_colours(stage.base.name())
        assert (mixture.tint, mixture.line) == (stage.tint, stage.line)


def test_a_stage_may_be_one_of_the_theme(light: Theme) -> None:
    assert light.stage_colours("stage-3").base == QColor("#2372B9")


@pytest.mark.parametrize("own", ["#FFFF00", "#101214", "#7F7F7F"])
def test_a_stage_colour_is_changed_until_it_can_be_seen(
    light: Theme, dark: Theme, own: str
) -> None:
    for theme in (light, dark):
        colour = theme.stage_colours(own).base
        assert contrast_ratio(colour, theme.colour("surface")) >= MARK_CONTRAST


def test_text_on_a_stage_is_whichever_contrasts_more(light: Theme) -> None:
    assert light.stage_colours("#202020").text == light.colour("stage-text")
    assert light.stage_colours("#FF9900").text == light.colour("text")


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast_ratio(QColor("black"), QColor("white")) == pytest.approx(21)
    assert mixed(QColor("black"), QColor("white"), 0.5) == QColor(128, 128, 128)


def test_the_first_font_that_is_present_is_taken() -> None:
    wanted = ["Segoe UI", "Inter", "DejaVu Sans"]

    assert first_family(wanted, {"Inter", "DejaVu Sans"}) == "Inter"
    assert first_family(wanted, set()) == "DejaVu Sans"


def test_small_figures_stand_under_one_another(light: Theme) -> None:
    narrow, wide = light.font("body"), light.font("figure")

    assert narrow.pixelSize() == 13
    assert [tag.toString().data() for tag in narrow.featureTags()] == [b"tnum"]
    assert wide.featureValue(narrow.featureTags()[0]) == 0


def test_applying_a_theme_dresses_the_application(appearance: Appearance, dark: Theme) -> None:
    appearance.use(dark)

    palette = QGuiApplication.palette()
    assert palette.color(QPalette.ColorRole.Window) == dark.colour("window")
    assert palette.color(QPalette.ColorRole.Highlight) == dark.colour("selection")
    assert appearance.theme is dark


def test_a_change_of_theme_is_told(qtbot: QtBot, appearance: Appearance, dark: Theme) -> None:
    with qtbot.waitSignal(appearance.changed):
        appearance.use(dark)


def test_icons_handed_out_before_follow_the_theme(appearance: Appearance, dark: Theme) -> None:
    icon = appearance.icons.icon("circle-fill", "text")
    before = icon.pixmap(64, 64).toImage().pixelColor(32, 32)

    appearance.use(dark)

    after = icon.pixmap(64, 64).toImage().pixelColor(32, 32)
    assert before == load_theme(RESOURCES, "light").colour("text")
    assert after == dark.colour("text")


def test_a_picture_of_an_icon_is_made_once(appearance: Appearance) -> None:
    first = appearance.icons.pixmap("bell", "text", 16, 1.5)
    second = appearance.icons.pixmap("bell", "text", 16, 1.5)

    assert first is second
    assert (first.width(), first.devicePixelRatio()) == (24, 1.5)


def test_an_icon_that_does_not_exist_is_an_error(appearance: Appearance) -> None:
    with pytest.raises(GlyphError, match="no-such-icon"):
        appearance.icons.icon("no-such-icon")


def test_the_scheme_of_the_system_names_a_theme(qtbot: QtBot) -> None:
    hints = Hints()
    scheme = SystemScheme(cast("QStyleHints", hints))

    with qtbot.waitSignal(scheme.changed) as caught:
        hints.become(Qt.ColorScheme.Dark)

    assert caught.args == ["dark"]


@pytest.mark.parametrize("wish", [Qt.ColorScheme.Light, Qt.ColorScheme.Unknown])
def test_a_system_that_does_not_say_is_light(wish: Qt.ColorScheme) -> None:
    hints = Hints()
    scheme = SystemScheme(cast("QStyleHints", hints))

    hints.become(wish)

    assert scheme.theme_name() == "light"
