"""Which views a body has, in the order in which they are offered, and which of them tells most."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from webhook_inspector.bodies.jwt import holds_token
from webhook_inspector.bodies.kind import KindName, Reading


class View(StrEnum):
    """Every way to look at a body."""

    PRETTY = "pretty"
    TREE = "tree"
    ROWS = "rows"
    FORM = "form"
    PARTS = "parts"
    TOKENS = "tokens"
    IMAGE = "image"
    RAW = "raw"
    HEX = "hex"


TEXTS = frozenset({View.PRETTY, View.RAW, View.TOKENS})
"""Those that are lines of text."""


@dataclass(frozen=True, slots=True)
class _Rule:
    view: View
    fits: Callable[[Reading], bool]


def views_of(reading: Reading) -> tuple[View, ...]:
    """The views that fit; the first is the one to begin with. Nothing has none."""
    if reading.kind.name is KindName.EMPTY:
        return ()
    return tuple(rule.view for rule in _RULES if rule.fits(reading))


def _is(*names: KindName) -> Callable[[Reading], bool]:
    return lambda reading: reading.kind.name in names


def _is_sound_json(reading: Reading) -> bool:
    return reading.kind.name is KindName.JSON and reading.sound


def _is_laid_out(reading: Reading) -> bool:
    laid_out = (KindName.JSON, KindName.XML, KindName.FORM, KindName.MULTIPART)
    return reading.kind.name in laid_out and reading.sound and not (_has_parts(reading) and not reading.kind.charset)


def _has_parts(reading: Reading) -> bool:
    return reading.kind.name is KindName.MULTIPART and reading.kind.fault is None


def _is_token(reading: Reading) -> bool:
    """The whole of it: a token among other things is offered further down."""
    return reading.kind.name is KindName.TEXT and _has_token(reading)


def _has_token(reading: Reading) -> bool:
    return holds_token(reading.text)


_RULES: tuple[_Rule, ...] = (
    _Rule(View.IMAGE, _is(KindName.IMAGE)),
    _Rule(View.TOKENS, _is_token),
    _Rule(View.PARTS, _has_parts),
    _Rule(View.ROWS, _is(KindName.JSON_LINES)),
    _Rule(View.PRETTY, _is_laid_out),
    _Rule(View.FORM, _is(KindName.FORM)),
    _Rule(View.TREE, _is_sound_json),
    _Rule(View.TOKENS, lambda reading: _has_token(reading) and not _is_token(reading)),
    _Rule(View.RAW, lambda reading: bool(reading.kind.charset)),
    _Rule(View.HEX, lambda _reading: True),
)
"""One row a view; of two that fit the upper one tells more."""
