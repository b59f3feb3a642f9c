"""Which characters of two lines differ."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

Mark = tuple[int, int]
"""First character, number of characters."""

_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)
_MOST_WORDS = 200
"""Of longer lines only what they begin and end with alike is left unmarked."""


@lru_cache(maxsize=1024)
def marks(left: str, right: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Whole words of either line. A comma at the end is only marked where nothing else differs."""
    one, other = left.rstrip(","), right.rstrip(",")
    if one == other:
        one, other = left, right
    words = _WORD.findall(one), _WORD.findall(other)
    if max(map(len, words)) > _MOST_WORDS:
        return _between(one, other)
    found: tuple[list[Mark], list[Mark]] = [], []
    starts = _starts(words[0]), _starts(words[1])
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    for tag, left_start, left_end, right_start, right_end in matcher.get_opcodes():
        if tag != "equal":
            for side, start, end in ((0, left_start, left_end), (1, right_start, right_end)):
                first, last = starts[side][start], starts[side][end]
                if last > first:
                    found[side].append((first, last - first))
    return tuple(found[0]), tuple(found[1])


def _starts(words: list[str]) -> list[int]:
    """Where each word begins, and where the last one ends."""
    found = [0]
    for word in words:
        found.append(found[-1] + len(word))
    return found


def _between(one: str, other: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    sizes = len(one) - start - end, len(other) - start - end
    return ((start, sizes[0]),) if sizes[0] else (), ((start, sizes[1]),) if sizes[1] else ()
