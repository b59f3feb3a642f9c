"""Two JSON texts side by side: members meet by name, items of arrays by their `id` or by position, whatever their order."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest

from webhook_inspector.bodies.lines import WIDTH
from webhook_inspector.bodies.reindent import DEEPEST
from webhook_inspector.compare.change import Change, Kind, Place, Row, Section, Stop, Stopped
from webhook_inspector.compare.ignoring import Ignoring, Item, Path, path_text, pattern_text
from webhook_inspector.compare.json_values import STEP, Number, Value, compact, is_open, lines, name_text, scalar_text


def compare_values(before: Value, after: Value, ignoring: Ignoring, stop: Stop) -> Section | None:
    """None where they are too deep. Raises Stopped."""
    walk = _Walk(ignoring, stop)
    try:
        walk.pair((), "", before, after, ("", ""))
    except RecursionError:
        return None
    return Section(Place.BODY, tuple(walk.rows), tuple(walk.changes))


class _Walk:
    """Goes through both at once, and keeps what it finds."""

    def __init__(self, ignoring: Ignoring, stop: Stop) -> None:
        self._ignoring = ignoring
        self._stop = stop
        self.rows: list[Row] = []
        self.changes: list[Change] = []

    def pair(self, path: Path, lead: str, before: Value, after: Value, commas: tuple[str, str]) -> None:
        """`lead` is what stands before the value on its line; `commas` what stands behind it on either side."""
        alike = type(before) is type(after)
        if alike and isinstance(before, dict | list) and (before or after):
            self._containers(path, lead, before, after, commas)
        elif alike and before == after:
            text = f"{_indent(path)}{lead}{scalar_text(before)}"
            self._add(Kind.SAME, [text + commas[0]], [text + commas[1]])
        else:
            scalars = not is_open(before) and not is_open(after)
            plain = (scalar_text(before), scalar_text(after)) if scalars else None
            kind = self._note(path, compact(before), compact(after), plain)
            indent = _indent(path)
            left, right = lines(before, lead, indent, commas[0]), lines(after, lead, indent, commas[1])
            self._add(kind, left, right, pattern_text(path))

    def _containers(self, path: Path, lead: str, before: Value, after: Value, commas: tuple[str, str]) -> None:
        if self._stop():
            raise Stopped
        opening, closing = ("{", "}") if isinstance(before, dict) else ("[", "]")
        indent = _indent(path)
        self._add(Kind.SAME, [f"{indent}{lead}{opening}"], [f"{indent}{lead}{opening}"])
        left, right = _parts(before, after)
        steps = _merged(left, right)
        last_left = next(reversed(list(left)), None)
        last_right = next((step for step in reversed(steps) if step in right), None)
        for step in steps:
            own = "" if isinstance(step, Item) else f"{name_text(step)}: "
            ends = ("" if step == last_left else ",", "" if step == last_right else ",")
            inner = (*path, step)
            if step in left and step in right:
                self.pair(inner, own, left[step], right[step], ends)
            elif step in left:
                kind = self._note(inner, compact(left[step]), None)
                self._add(kind, lines(left[step], own, _indent(inner), ends[0]), [], pattern_text(inner))
            else:
                kind = self._note(inner, None, compact(right[step]))
                self._add(kind, [], lines(right[step], own, _indent(inner), ends[1]), pattern_text(inner))
        self._add(Kind.SAME, [f"{indent}{closing}{commas[0]}"], [f"{indent}{closing}{commas[1]}"])

    def _note(self, path: Path, before: str | None, after: str | None, plain: tuple[str, str] | None = None) -> Kind:
        """Counts a change; `plain` are both values where they are scalars."""
        noise, ignored = self._ignoring.value(path, *(plain or (None, None)))
        change = Change(Place.BODY, path_text(path), before, after, noise, ignored)
        self.changes.append(change)
        return Kind.IGNORED if ignored else change.kind

    def _add(self, kind: Kind, left: Iterable[str], right: Iterable[str], pattern: str = "") -> None:
        for one, other in zip_longest(left, right):
            if max(len(one or ""), len(other or "")) <= WIDTH:
                self.rows.append(Row(kind, one, one if one == other else other, pattern))  # one text in memory
            else:
                pieces = zip_longest(_pieces(one), _pieces(other))
                self.rows += [Row(kind, some, more, pattern) for some, more in pieces]


def _parts(before: Value, after: Value) -> tuple[dict[str, Value], dict[str, Value]]:
    """What either holds, by its name or its place."""
    if isinstance(before, dict):
        return before, after
    left, right = _ids(before), _ids(after)
    if left is None or right is None:
        left, right = _positions(before), _positions(after)
    return dict(zip(left, before, strict=True)), dict(zip(right, after, strict=True))


def _positions(items: list[Value]) -> list[str]:
    return [Item(f"[{place}]") for place in range(len(items))]


def _ids(items: list[Value]) -> list[str] | None:
    """The steps into an array whose items all have an `id` of their own; None for any other."""
    found: list[str] = []
    for item in items:
        number = item.get("id") if isinstance(item, dict) else None
        if not isinstance(number, str | Number):
            return None
        found.append(Item(f"[id={scalar_text(number)}]"))
    return found if len(set(found)) == len(found) else None


def _merged(left: Mapping[str, Value], right: Mapping[str, Value]) -> list[str]:
    """Every step once: in the order of the left, those of the right alone behind the one they follow there."""
    followers: dict[str | None, list[str]] = {}
    before: str | None = None
    for step in right:
        if step in left:
            before = step
        else:
            followers.setdefault(before, []).append(step)
    found = list(followers.get(None, ()))
    for step in left:
        found.append(step)
        found += followers.get(step, ())
    return found


def _indent(path: Path) -> str:
    return STEP * min(len(path), DEEPEST)


def _pieces(line: str | None) -> list[str]:
    return [] if line is None else [line[start : start + WIDTH] for start in range(0, len(line), WIDTH)]
