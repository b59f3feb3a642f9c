"""A filter given on the command line: read, explained in the help, and shown with its fault."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

import click

from webhook_inspector.cli.command import Command
from webhook_inspector.search.faults import Fault
from webhook_inspector.search.query import Query

_BEFORE, _SHOWN = 30, 72
"""Characters of a long filter that are shown before the place of a fault, and in all."""


class FilterCommand(Command):
    """A command that takes a FILTER; its help ends with what can be written in one."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from webhook_inspector.search.fields import help_lines

        with formatter.section("Filter"):
            formatter.write_dl(list(help_lines()))
            formatter.write_paragraph()
            formatter.write_text("A shell takes -word for an option: write NOT word, or -- before the filter.")
        super().format_epilog(ctx, formatter)


def query_of(words: Iterable[str]) -> Query:
    """Raises click.UsageError that shows the place of what is wrong."""
    from webhook_inspector.search.parse import parse

    text = " ".join(words)
    parsed = parse(text)
    if parsed.fault is not None:
        raise click.UsageError("\n".join(fault_lines(text, parsed.fault)))
    return parsed.query or Query()


def fault_lines(text: str, fault: Fault) -> Sequence[str]:
    """The sentence, the filter, and a mark under the place."""
    from webhook_inspector.core.sentences import sentence
    from webhook_inspector.core.text import visible

    first = max(0, fault.start - _BEFORE) if len(text) > _SHOWN else 0
    last = first + _SHOWN
    start, end = (visible(text[first:place]) for place in (fault.start, max(fault.start, min(fault.end, last))))
    shown = ("…" if first else "") + visible(text[first:last]) + ("…" if last < len(text) else "")
    blank = " " * (_width(start) + (1 if first else 0))
    return visible(sentence(fault.problem)), f"  {shown}", f"  {blank}{'^' * max(1, _width(end) - _width(start))}"


def _width(text: str) -> int:
    """Columns of a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
