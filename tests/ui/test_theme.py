from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from webhook_inspector.core.marks import COLOURS
from webhook_inspector.ui.theme import DARK, LIGHT, Theme, apply, code_font, palette_of, theme_of

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
READABLE = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text of ordinary size."""


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_known_pairs():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["base", "window", "alternate", "highlight", "tooltip", "button"])
@pytest.mark.parametrize("token", ["text", "ok", "fail", "warn", "accent"])
def test_what_is_written_can_be_read(theme: Theme, ground: str, token: str):
    least = READABLE if token == "text" or ground != "highlight" else 4.0  # a selected row has a frame besides
    assert contrast(getattr(theme, token), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["base", "window", "alternate"])
@pytest.mark.parametrize("token", ["muted", "none", "link_visited"])
def test_quiet_text_can_be_read_too(theme: Theme, ground: str, token: str):
    assert contrast(getattr(theme, token), getattr(theme, ground)) >= READABLE


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("wash", ["fail_wash", "warn_wash", "note_wash"])
@pytest.mark.parametrize("token", ["text", "fail", "warn", "ok"])
def test_banners_can_be_read(theme: Theme, wash: str, token: str):
    assert contrast(getattr(theme, token), getattr(theme, wash)) >= READABLE


@pytest.mark.parametrize("theme", THEMES)
def test_code_can_be_read(theme: Theme):
    for token, colour in theme.tokens.items():
        assert contrast(colour, theme.base) >= READABLE, token
        assert contrast(colour, theme.alternate) >= READABLE, token
    for name, colour in theme.marks.items():
        assert contrast(colour, theme.base) >= READABLE, name
        assert contrast(colour, theme.highlight) >= 4.0, name
    assert contrast(theme.text, theme.match) >= READABLE
    assert contrast(theme.on_match_current, theme.match_current) >= READABLE
    assert contrast(theme.match, theme.match_current) >= 1.3  # the place to look at stands out from the others


def test_both_themes_know_the_colours_of_marks():
    assert tuple(LIGHT.marks) == tuple(DARK.marks) == COLOURS


def test_both_themes_colour_the_same_tokens():
    assert LIGHT.tokens.keys() == DARK.tokens.keys()


@pytest.mark.parametrize("theme", THEMES)
def test_the_palette_says_which_theme_it_is(qapp: QApplication, theme: Theme):
    assert theme_of(palette_of(theme)) is theme


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_is_ours(qapp: QApplication, theme: Theme):
    ours = {getattr(theme, field.name) for field in fields(Theme) if field.name not in ("dark", "marks", "tokens")}
    palette = palette_of(theme)
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            assert palette.color(role).name() in ours, role


def test_apply_changes_everything_at_once(qapp: QApplication):
    apply(qapp, "dark")
    assert theme_of(qapp.palette()) is DARK
    assert qapp.style().name() == "fusion"
    apply(qapp, "light")
    assert theme_of(qapp.palette()) is LIGHT


def test_system_follows_the_system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    scheme = Qt.ColorScheme.Dark
    hints = qapp.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: scheme)
    monkeypatch.setattr(type(hints), "setColorScheme", lambda _hints, _scheme: None)
    apply(qapp, "system")
    assert theme_of(qapp.palette()) is DARK
    scheme = Qt.ColorScheme.Light
    hints.colorSchemeChanged.emit(scheme)
    assert theme_of(qapp.palette()) is LIGHT


def test_a_choice_outlasts_a_change_of_the_system(qapp: QApplication):
    apply(qapp, "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme_of(qapp.palette()) is DARK
    apply(qapp, "light")


def test_apply_keeps_one_follower(qapp: QApplication):
    before = len(qapp.children())
    for _ in range(3):
        apply(qapp, "light")
    assert len(qapp.children()) <= before + 1


def test_code_font(qapp: QApplication):
    assert code_font(13.5).pointSizeF() == 13.5
