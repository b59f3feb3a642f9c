"""What a search asks for: every word of it, somewhere in the request line, the headers or the body."""

import re
from dataclasses import dataclass

_WORD = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Query:
    """Substrings that must all occur. An empty one finds everything. ASCII letters match in either case."""

    words: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """Words are parted by blanks; quotes keep blanks inside a word. Every text is a valid query."""
    found = (quoted or plain for quoted, plain in _WORD.findall(text))
    return Query(tuple(word for word in found if word))


def matches(query: Query, head: bytes, body: bytes) -> bool:
    """Whether a request has every word. The same judgement as the history's SQL."""
    head, body = head.lower(), body.lower()
    needles = (word.encode("utf-8", "surrogatepass").lower() for word in query.words)
    return all(needle in head or needle in body for needle in needles)
