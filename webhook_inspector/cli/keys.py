"""Secrets and settings from the command line. A secret comes from a variable or a file, never from an argument: others see those."""

import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from webhook_inspector.core.endpoint import Setting
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.providers.table import PROVIDERS
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.setting_rows import SETTING_ROWS, read_setting

_ALL_LISTED = "the command providers lists all"
_SETTINGS = {row.name: row for row in SETTING_ROWS}


def read_secret(source: str, option: str) -> str:
    """The text behind `env:NAME` or `file:FILE`, without the line end that editors put at the end of a file.

    Nothing that is raised quotes a `source` of another form: it may be the secret itself.
    """
    kind, _, name = source.partition(":")
    if kind == "env" and name:
        value = os.environ.get(name)
        if value is None:
            raise click.BadParameter(f"there is no environment variable {name}", param_hint=option)
        return value
    if kind == "file" and name:
        try:
            return without_line_end(Path(name).expanduser().read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            raise KnownError(Problem.of("file-unreadable", path=name, reason=reason)) from None
    raise click.BadParameter(
        "give env:NAME or file:FILE, so that the secret does not stand in the list of processes", param_hint=option
    )


def without_line_end(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r")


def scheme_named(name: str, option: str = "--scheme") -> str:
    """`name`, if there is such a scheme."""
    return _known("scheme", name, SCHEMES, option, _ALL_LISTED)


def provider_named(name: str, option: str = "--provider") -> str:
    return _known("provider", name, PROVIDERS, option, _ALL_LISTED)


def setting_named(name: str, option: str = "--setting") -> str:
    return _known("setting", name, _SETTINGS, option, f"there are {', '.join(_SETTINGS)}")


def setting_of(name: str, text: str, option: str = "--setting") -> Setting:
    """The value of a setting; its row says what it takes."""
    found = read_setting(_SETTINGS[setting_named(name, option)], text)
    if isinstance(found, Problem):
        raise click.BadParameter(sentence(found), param_hint=option)
    return found


def settings_from(pairs: Sequence[str]) -> Mapping[str, Setting]:
    """`("tolerance_seconds=300",)` as settings; lists are parted by commas."""
    found: dict[str, Setting] = {}
    for pair in pairs:
        name, mark, text = pair.partition("=")
        if not mark:
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE", param_hint="--setting")
        found[name] = setting_of(name, text)
    return found


def _known(what: str, name: str, names: Iterable[str], option: str, otherwise: str) -> str:
    every = tuple(names)
    if name in every:
        return name
    near = get_close_matches(name, every, 1)
    hint = f"did you mean {near[0]}?" if near else otherwise
    raise click.BadParameter(f"there is no {what} {name!r}; {hint}", param_hint=option)
