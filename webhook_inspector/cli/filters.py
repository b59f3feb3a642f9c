"""A filter given on the command line: read, explained in the help, and shown with its fault."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from unicodedata import east_asian_width

import click

from webhook_inspector.cli.command import Command
from webhook_inspector.core.problem import Problem
from webhook_inspector.options import GlobalOptions
from webhook_inspector.search.faults import Fault
from webhook_inspector.search.query import Query

_NAMED = re.compile(r""""(?:[^"\\]|\\.)*+"?|(?<![^\s(-])@(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s()"]+))""")
"""A text in quotes, in which nothing has a meaning, or `@NAME` at the beginning of a word."""
_BEFORE, _SHOWN = 30, 72
"""Characters of a long filter that are shown before the place of a fault, and in all."""


class FilterCommand(Command):
    """A command that takes a FILTER; its help ends with what can be written in one."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from webhook_inspector.search.fields import help_lines

        with formatter.section("Filter"):
            formatter.write_dl(list(help_lines()))
            formatter.write_paragraph()
            formatter.write_text("@NAME stands for the filter that is saved under that name; see the command filters.")
            formatter.write_text("A shell takes -word for an option: write NOT word, or -- before the filter.")
        super().format_epilog(ctx, formatter)


def query_of(words: Iterable[str], options: GlobalOptions) -> Query:
    """Raises click.UsageError that shows the place of what is wrong."""
    from webhook_inspector.search.parse import parse

    text = filter_text(words, options)
    parsed = parse(text)
    if parsed.fault is not None:
        raise click.UsageError("\n".join(fault_lines(text, parsed.fault)))
    return parsed.query or Query()


def filter_text(words: Iterable[str], options: GlobalOptions) -> str:
    """The words as one filter; in place of each @NAME the one that is saved under that name, in brackets."""
    given = list(words)
    if not any(found["quoted"] or found["plain"] for found in _NAMED.finditer(" ".join(given))):
        return " ".join(given)
    from webhook_inspector.paths import data_folder
    from webhook_inspector.saved_filters import load_filters

    saved = {one.name: one.text for one in load_filters(data_folder(options.data_dir).settings)}
    text = " ".join(
        f'@"{word[1:]}"' if " " in word and word[:1] == "@" and word[1:] in saved else word for word in given
    )
    return _NAMED.sub(lambda found: _saved(found, text, saved), text)


def _saved(found: re.Match[str], text: str, saved: Mapping[str, str]) -> str:
    name = found["quoted"] or found["plain"]
    if not name:
        return found[0]
    alike = [one for one in saved if one.casefold() == name.casefold()]
    if name in saved or len(alike) == 1:
        return f"({saved[name if name in saved else alike[0]]})"
    folded = {one.casefold(): one for one in saved}
    near = get_close_matches(name.casefold(), folded, 1)
    problem = (
        Problem.of("filter-unsaved-near", name=name, near=f"@{folded[near[0]]}")
        if near
        else Problem.of("filter-unsaved", name=name)
    )
    raise click.UsageError("\n".join(fault_lines(text, Fault(problem, *found.span()))))


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
