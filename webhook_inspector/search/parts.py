"""A filter's text by what must hold each by itself: what those parts are, and the text without some of them."""

from collections.abc import Collection, Sequence

from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import And, Everything, Node, Not, Or, Text


def parts_of(text: str) -> tuple[str, ...]:
    """As they are written, in their order. None where nothing is asked, or the text cannot be understood."""
    query = parse(text).query
    return () if query is None else tuple(_slice(text, part) for part in query.parts)


def text_without(text: str, gone: Collection[int]) -> str:
    """A text that asks for all parts but those at the places `gone`; as much as can be is as it was written."""
    query = parse(text).query
    if query is None or not gone:
        return text
    kept = tuple(part for place, part in enumerate(query.parts) if place not in gone)
    left = _cut(text, [part for place, part in enumerate(query.parts) if place in gone])
    # What is left may read otherwise than before: a bracket is empty, an AND has lost what it joins.
    for found in (left, " ".join(_slice(text, part) for part in kept)):
        again = parse(found).query
        if again is not None and again.parts == kept:
            return found
    return " ".join(_written(text, part) for part in kept)


def _slice(text: str, node: Node) -> str:
    return text[node.at.start : node.at.end]


def _cut(text: str, parts: Sequence[Node]) -> str:
    for part in reversed(parts):
        before, behind = text[: part.at.start].rstrip(), text[part.at.end :].lstrip()
        close = not before or not behind or before.endswith("(") or behind.startswith(")")
        text = f"{before}{'' if close else ' '}{behind}"
    return text


def _written(text: str, node: Node) -> str:
    """So that nothing before or behind it changes what it means."""
    match node:
        case Text(words):
            escaped = words.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'
        case Everything():
            return '""'
        case Not(part):
            return f"NOT {_written(text, part)}"
        case Or(parts):
            return f"({' OR '.join(_written(text, part) for part in parts)})"
        case And(parts):
            return f"({' '.join(_written(text, part) for part in parts)})"
        case _:
            return _slice(text, node)
