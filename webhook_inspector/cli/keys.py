"""Keys and settings of a scheme from the command line. A secret comes from a variable or a file, never from an argument: others see those."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.signatures.scheme import Key, Setting, Settings

_NUMBERS = {"tolerance_seconds"}
_FLAGS = {"secret_is_raw"}
_LISTS = {"algorithms", "required_headers"}


def read_secret(source: str) -> str:
    """The text behind `env:NAME` or `file:FILE`, without the line end that editors put at the end of a file."""
    kind, _, name = source.partition(":")
    if kind == "env" and name:
        value = os.environ.get(name)
        if value is None:
            raise click.BadParameter(f"there is no environment variable {name}")
        return value
    if kind == "file" and name:
        try:
            return Path(name).read_text("utf-8").removesuffix("\n").removesuffix("\r")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise KnownError(Problem.of("file-unreadable", path=name, reason=reason)) from error
    raise click.BadParameter("give env:NAME or file:FILE, so that the secret does not stand in the list of processes")


def keys_from(sources: Sequence[str], kinds: Sequence[str]) -> list[Key]:
    """A key for each source, of the kind that its text shows or else of the first kind that the scheme takes."""
    return [Key(_kind(text, kinds), text, label=source) for source in sources for text in (read_secret(source),)]


def settings_from(pairs: Sequence[str]) -> Settings:
    """`("tolerance_seconds=300",)` as settings; lists are parted by commas."""
    found: dict[str, Setting] = {}
    for pair in pairs:
        name, mark, value = pair.partition("=")
        if not mark:
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE")
        found[name] = _typed(name, value)
    return found


def _typed(name: str, value: str) -> Setting:
    if name in _NUMBERS:
        if not value.isdecimal():
            raise click.BadParameter(f"{name} needs a whole number, not {value!r}")
        return int(value)
    if name in _FLAGS:
        return value.lower() in ("1", "true", "yes")
    return tuple(value.split(",")) if name in _LISTS else value


def _kind(text: str, kinds: Sequence[str]) -> str:
    start = text.lstrip()
    if start.startswith("-----BEGIN CERTIFICATE"):
        shown = "certificate_pem"
    elif start.startswith("-----BEGIN"):
        shown = "public_key_pem"
    elif start.startswith("{"):
        shown = "jwk"
    else:
        shown = ""
    return shown if shown in kinds else kinds[0]
