"""A secret that is to be kept: from a variable, from a file, from standard input, or typed in without being shown."""

import sys

import click

from webhook_inspector.cli.keys import read_secret, without_line_end
from webhook_inspector.core.problem import KnownError, Problem

_STANDARD_INPUT = "-"


def secret_from(source: str) -> str:
    """Raises KnownError where there is none, or it cannot be read; click.BadParameter where `source` is no source."""
    text = _standard_input() if source == _STANDARD_INPUT else read_secret(source, "SOURCE")
    if not text.strip():
        raise KnownError(Problem.of("pasted-nothing"))
    return text


def _standard_input() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Secret", hide_input=True, err=True, prompt_suffix=" (it is not shown): "))
    try:
        return without_line_end(sys.stdin.buffer.read().decode())
    except UnicodeDecodeError:
        raise KnownError(Problem.of("file-unreadable", path="standard input", reason="it is not UTF-8 text")) from None
