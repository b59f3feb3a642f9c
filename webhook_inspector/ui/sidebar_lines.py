"""What the sidebar shows: endpoints, providers and saved filters, with how many captures each has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.endpoint import holds
from webhook_inspector.core.text import visible
from webhook_inspector.core.verdict import Status
from webhook_inspector.saved_filters import SavedFilter
from webhook_inspector.search.parse import parse, quoted
from webhook_inspector.store.counts import Counts, Tally, plain_path
from webhook_inspector.ui.columns import colour_word, provider_title
from webhook_inspector.ui.sidebar_line import Kind, Line
from webhook_inspector.ui.texts import cut, number, problem_text
from webhook_inspector.ui.verdict_words import WORDS

MOST = 50
"""Lines of a section that nobody configured: those with the most captures."""

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is."""

    counts: Counts | None = None
    configured: tuple[str, ...] = ()
    """Paths of endpoints."""
    saved: tuple[SavedFilter, ...] = ()
    found: Mapping[str, int] = field(default_factory=dict)
    """How many captures a saved filter finds, by its text."""


def lines_of(shelf: Shelf) -> tuple[Line, ...]:
    total = None if shelf.counts is None else shelf.counts.total
    return (
        Line(Kind.TITLE, translate("Sidebar", "Endpoints")),
        Line(Kind.FILTER, translate("Sidebar", "All"), count=total),
        *_endpoints(shelf),
        *_providers(shelf.counts or Counts()),
        *_saved(shelf),
    )


def _endpoints(shelf: Shelf) -> Iterator[Line]:
    """The root is missing: everything lies under it."""
    seen = {} if shelf.counts is None else shelf.counts.paths
    configured = {plain_path(path): path for path in sorted(shelf.configured) if plain_path(path)}
    others = {path: path for path in seen if path and not any(holds(one, path) for one in configured)}
    under = _with_what_lies_under(seen.items(), configured.keys() | others.keys())
    often = sorted(others, key=lambda path: (-under[path].count, path))
    for plain, path in (*configured.items(), *((path, path) for path in sorted(often[:MOST]))):
        yield _endpoint(path, under[plain], known=shelf.counts is not None)
    yield from _more(len(often), translate("Sidebar", "{count} more paths"))


def _endpoint(path: str, tally: Tally, *, known: bool) -> Line:
    word = WORDS[Status(tally.verdict)] if tally.verdict in set(Status) else None
    hint = "" if word is None else translate("Sidebar", "The newest: {verdict}")
    return Line(
        Kind.FILTER,
        cut(visible(path)),
        f"endpoint:{quoted(path)}",
        "·" if word is None else word.glyph,
        "muted" if word is None else word.tone,
        tally.count if known else None,
        "" if word is None else hint.format(verdict=translate("Signature", word.sentence)),
    )


def _with_what_lies_under(seen: Iterable[tuple[str, Tally]], wanted: Iterable[str]) -> dict[str, Tally]:
    """As the filter `endpoint:` finds it: with what was sent to longer paths."""
    found = dict.fromkeys(wanted, Tally())
    for path, tally in seen:
        steps = path.split("/")
        for length in range(2, len(steps) + 1):
            above = "/".join(steps[:length])
            if above in found:
                found[above] = found[above].plus(tally)
    return found


def _providers(counts: Counts) -> Iterator[Line]:
    often = sorted(counts.providers.items(), key=lambda one: (-one[1], one[0]))
    if often:
        yield Line(Kind.TITLE, translate("Sidebar", "Providers"))
    for name, count in often[:MOST]:
        yield Line(Kind.FILTER, cut(visible(provider_title(name))), f"provider:{quoted(name)}", count=count)
    yield from _more(len(often), translate("Sidebar", "{count} more providers"))


def _more(count: int, text: str) -> Iterator[Line]:
    if count > MOST:
        yield Line(Kind.REMARK, text.format(count=number(count - MOST)))


def _saved(shelf: Shelf) -> Iterator[Line]:
    yield Line(Kind.TITLE, translate("Sidebar", "Saved filters"))
    for one in shelf.saved:
        yield _saved_line(one, shelf.found.get(one.text))
    if not shelf.saved:
        yield Line(Kind.REMARK, translate("Sidebar", "none yet"))


def _saved_line(one: SavedFilter, count: int | None) -> Line:
    fault = parse(one.text).fault
    key = f"Alt+{one.key}" if one.key else ""
    hint = " · ".join(part for part in (visible(cut(one.text)), colour_word(one.colour), key) if part)
    if fault is None:
        return Line(Kind.SAVED, one.name, one.text, "★", one.colour or "muted", count, hint)
    return Line(Kind.SAVED, one.name, one.text, "!", "warn", None, f"{hint}\n{problem_text(fault.problem)}")
