"""What the table is filled with, read from a history: on the library's threads, touching no widget."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from webhook_inspector.core.order import Order
from webhook_inspector.search.query import Query
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.captures_model import PAGE
from webhook_inspector.ui.columns import Cells, cells_of
from webhook_inspector.ui.outline import Outline
from webhook_inspector.ui.places import Places

FIRST = 1000
"""Ids of the newest captures that a search shows at once, before it has found all."""
COUNTED = 20_000
"""Ids up to which captures are counted at once: among very many it would take longer than all else that is shown at first."""
UNFOLDED = 1000
"""Further tries of one delivery that are shown."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search shows at first."""

    ids: "array[int]"
    cells: list[Cells]
    last: int
    """The newest id when the search began: later ones come as news."""
    holes: int | None
    """How many of the ids up to `last` have no capture any more; None: that is yet to be counted."""
    order: Order | None = None
    places: Places | None = None
    """Where each stands, in another order than that of arrival."""
    unfolded: "dict[int, array[int]]" = field(default_factory=dict)
    """The further tries of those that are unfolded."""
    same: bool = False
    """Whether it is what was shown before, but for what came since."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table shows while the same is read again."""

    heads: "array[int]"
    opened: "dict[int, array[int]]"
    """With the further tries that stand under them."""
    last: int
    """The newest id that had been taken in."""


@dataclass(frozen=True, slots=True)
class News:
    """What came since."""

    ids: "array[int]"
    cells: list[Cells]
    last: int
    disk_size: int
    tried_again: list[Cells]
    """Captures in the table of whose deliveries another try has come."""
    unfolded: "dict[int, array[int]]"
    """The further tries of those that are unfolded."""


def first_found(reader: Reader, query: Query) -> Found:
    """The newest of what a query finds. The newest id is read first, so that nothing falls between this and the news."""
    last = reader.last_id()
    ids = found_by(reader, query, newest=FIRST)
    holes = reader.holes() if last <= COUNTED or not ids else None
    return Found(ids, cells_in(reader, ids[-PAGE:]), max(last, ids[-1] if ids else 0), holes)


def all_found(reader: Reader, query: Query) -> "tuple[int, array[int]]":
    """How many ids have no capture any more, and all that a query finds: at nearly one moment, so that what goes later is taken off both."""
    return reader.holes(), found_by(reader, query)


def ordered_found(reader: Reader, query: Query, order: Order | None, opened: Iterable[int]) -> Found:
    """All that a query finds, in an order; those are unfolded that were."""
    last = reader.last_id()
    holes = reader.holes()
    ids = found_by(reader, query, order=order)
    unfolded = {number: reader.retries(number, UNFOLDED) for number in opened} if folds(query) else {}
    if order is None:
        return Found(ids, cells_in(reader, ids[-PAGE:]), max([last, *ids[-1:]]), holes, unfolded=unfolded)
    return Found(ids, cells_in(reader, ids[:PAGE]), last, holes, order, Places(ids), unfolded)


def found_again(reader: Reader, query: Query, order: Order | None, shown: Shown) -> Found:
    """What is to be shown by now, read whole."""
    found = ordered_found(reader, query, order, shown.opened)
    return replace(found, same=_same(found, shown))


def _same(found: Found, shown: Shown) -> bool:
    ids = found.ids if found.order is not None else found.ids[: bisect_right(found.ids, shown.last)]
    return ids == shown.heads and {head: under for head, under in found.unfolded.items() if under} == shown.opened


def outline_of(found: Found) -> Outline:
    outline = Outline(found.ids, found.places)
    for number, under in found.unfolded.items():
        if under and outline.is_head(number):
            outline.unfold(number, under)
    return outline


def news_of(reader: Reader, query: Query, after: int, history: Path, unfolded: Callable[[int], int | None]) -> News:
    """What came after an id, with the rows that someone at the end of the table sees at once."""
    last = reader.last_id()
    ids = found_by(reader, query, after=after)
    again = reader.tried_again(after) if folds(query) else array("q")
    return News(
        ids,
        cells_in(reader, ids[-PAGE:]),
        max(last, ids[-1] if ids else 0),
        disk_size(history),
        cells_in(reader, again[-PAGE:]),
        {number: reader.retries(number, UNFOLDED) for number in again if unfolded(number) is not None},
    )


def folds(query: Query) -> bool:
    """Whether of each delivery only the first try is shown: not in a search, which shows everything that it finds."""
    return query.is_empty


def found_by(
    reader: Reader, query: Query, *, after: int = 0, newest: int | None = None, order: Order | None = None
) -> "array[int]":
    """The ids that the table shows."""
    if folds(query):
        return reader.first_ids(after=after, newest=newest, order=order)
    return reader.ids(query, after=after, newest=newest, order=order)


def misplaced(reader: Reader, query: Query, heads: "array[int]", last: int) -> list[Cells] | None:
    """What of a list is a further try by now; None where too much is otherwise to take out one after the other."""
    found = found_by(reader, query)
    found = found[: bisect_right(found, last)]
    if found == heads:
        return []
    right = set(found)
    gone = array("q", (number for number in heads if number not in right))
    if len(gone) > PAGE or len(heads) - len(gone) != len(found):
        return None
    return cells_in(reader, gone)


def tries_of(reader: Reader, number: int) -> "tuple[array[int], list[Cells]]":
    """The further tries of a delivery, with the first of them ready to paint."""
    ids = reader.retries(number, UNFOLDED)
    return ids, cells_in(reader, ids[:PAGE])


def cells_in(reader: Reader, ids: "array[int]") -> list[Cells]:
    return [cells_of(row) for row in reader.rows(ids)]


def disk_size(history: Path) -> int:
    """Bytes of the history and of its log."""
    return sum(_size(path) for path in (history, history.with_name(history.name + "-wal")))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
