"""Colours and fonts of the window: two themes of our own over Qt's Fusion style. No other file of this room names a colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

GRID = 8
"""Pixels: margins are this or a multiple; gaps inside a group are half of it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour by what it is for, as `#rrggbb`."""

    dark: bool
    window: str
    base: str
    alternate: str
    text: str
    muted: str
    """Text of less weight: captions, hints, line numbers."""
    disabled: str
    button: str
    edge: str
    """Separators and frames."""
    highlight: str
    """Behind what is selected. Pale enough that every other colour stays readable on it."""
    highlight_inactive: str
    accent: str
    link_visited: str
    tooltip: str
    ok: str
    fail: str
    warn: str
    none: str
    """Like the three above a state, "nothing to say"; never alone: a glyph or a word stands beside it."""
    fail_wash: str
    """Behind a banner that tells of a failure."""
    warn_wash: str
    note_wash: str
    match: str
    """Behind every place that a search found."""
    match_current: str
    on_match_current: str
    marks: Mapping[str, str]
    """Colours that the user gives to captures, by the names of `core.marks.COLOURS`."""
    tokens: Mapping[str, str]
    """Text colour by the token names of `bodies.highlight`; a token that is not here has the colour `text`."""


LIGHT = Theme(
    dark=False,
    window="#f4f5f7",
    base="#ffffff",
    alternate="#f8f9fa",
    text="#1c2024",
    muted="#5a616b",
    disabled="#989ea7",
    button="#fbfbfc",
    edge="#d6dae0",
    highlight="#d6e8f9",
    highlight_inactive="#e3e7ec",
    accent="#0062a3",
    link_visited="#6a3d9a",
    tooltip="#ffffff",
    ok="#0062a3",
    fail="#b34000",
    warn="#7a5c00",
    none="#5f6670",
    fail_wash="#fdebe2",
    warn_wash="#fbf2d5",
    note_wash="#e6f0fa",
    match="#fff0b0",
    match_current="#ffc83d",
    on_match_current="#1c2024",
    marks=MappingProxyType(
        {
            "red": "#b0201a",
            "orange": "#9a4b00",
            "yellow": "#7a5c00",
            "green": "#1b6430",
            "blue": "#0062a3",
            "purple": "#74309a",
        }
    ),
    tokens=MappingProxyType(
        {
            "key": "#0b4f8a",
            "string": "#1b6430",
            "number": "#8f3a00",
            "keyword": "#74309a",
            "name": "#0b5f6b",
            "comment": "#5a616b",
            "punctuation": "#4a525c",
            "error": "#a8231b",
        }
    ),
)

DARK = Theme(
    dark=True,
    window="#26282c",
    base="#1e1f22",
    alternate="#222428",
    text="#dfe1e5",
    muted="#a0a7b0",
    disabled="#6f757e",
    button="#34373d",
    edge="#3d4047",
    highlight="#27405b",
    highlight_inactive="#34383f",
    accent="#63b3ed",
    link_visited="#c9a7f0",
    tooltip="#34373d",
    ok="#63b3ed",
    fail="#ff9a52",
    warn="#e8c33a",
    none="#a0a7b0",
    fail_wash="#43291c",
    warn_wash="#3b331a",
    note_wash="#1f3346",
    match="#453c14",
    match_current="#e8c33a",
    on_match_current="#1e1f22",
    marks=MappingProxyType(
        {
            "red": "#ff8a80",
            "orange": "#ffab66",
            "yellow": "#ecd25c",
            "green": "#8fd694",
            "blue": "#63b3ed",
            "purple": "#d5b0f2",
        }
    ),
    tokens=MappingProxyType(
        {
            "key": "#8cc4f5",
            "string": "#a5d6a0",
            "number": "#f0b07a",
            "keyword": "#d5b0f2",
            "name": "#7fd1d6",
            "comment": "#a0a7b0",
            "punctuation": "#b4bac2",
            "error": "#ff9c92",
        }
    ),
)

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "base"),
    (QPalette.ColorRole.AlternateBase, "alternate"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Button, "button"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "fail"),
    (QPalette.ColorRole.ToolTipBase, "tooltip"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Highlight, "highlight"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "link_visited"),
    (QPalette.ColorRole.Light, "base"),
    (QPalette.ColorRole.Midlight, "alternate"),
    (QPalette.ColorRole.Mid, "edge"),
    (QPalette.ColorRole.Dark, "disabled"),
    (QPalette.ColorRole.Shadow, "edge"),
)
_TEXTS = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def apply(app: QApplication, choice: str) -> None:
    """Dresses the whole application: `choice` is `system`, `light` or `dark`. May be called again at any time."""
    follower = app.findChild(_Follower) or _Follower(app)
    follower.choose(choice)


def theme_of(palette: QPalette) -> Theme:
    """The theme that a widget of this palette is shown in; it changes with the event `PaletteChange`."""
    return DARK if palette.window().color().lightness() < 128 else LIGHT


def palette_of(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, QColor(getattr(theme, token)))
    for role in _TEXTS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, QColor(theme.highlight_inactive))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(theme.highlight_inactive))
    return palette


def code_font(points: float) -> QFont:
    """The system's font of fixed width at a size in points."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    return font


class _Follower(QObject):
    """Keeps the application in the chosen theme while the system's own colours change."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = "system"
        app.styleHints().colorSchemeChanged.connect(self._dress)

    def choose(self, choice: str) -> None:
        self._choice = choice
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice, Qt.ColorScheme.Unknown)
        self._app.styleHints().setColorScheme(scheme)  # title bars and native dialogs, where the platform can
        self._dress()

    def _dress(self) -> None:
        if self._app.style().name().lower() != "fusion":
            self._app.setStyle("Fusion")
        scheme = self._app.styleHints().colorScheme()
        dark = self._choice == "dark" or (self._choice == "system" and scheme is Qt.ColorScheme.Dark)
        self._app.setPalette(palette_of(DARK if dark else LIGHT))
