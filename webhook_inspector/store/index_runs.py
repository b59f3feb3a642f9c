"""What the search index holds of a text, and what it is asked for a word: runs of four bytes.

FTS5 has a tokenizer for every three neighbouring characters ("trigram"). It is given characters that each stand for two neighbouring
bytes, so that its three are four bytes: of text in hexadecimal digits a capture has a tenth of all runs of three, but a hundredth of
those of four. FTS5 ends a text at NUL, knows no surrogates and folds letters in its own way: so A to Z are written as a to z, and the
codes that this leaves free stand for the bytes that could make such characters. Bytes that differ otherwise stay different.
"""

from collections.abc import Iterable, Mapping, Sequence

from webhook_inspector.store.candidates import Word

RUN = 4
"""Bytes of a run."""
SHORTEST = RUN - 1
"""Bytes of a word at least: one that is shorter than a run is found by the runs that begin with it."""

_CHARACTERS = RUN - 1
_CAPITALS = bytes(range(ord("A"), ord("Z") + 1))
_MOVED = bytes([0, *range(0xD8, 0xE0), 0xFF])
_AS_INDEXED = bytes.maketrans(_CAPITALS + _MOVED, _CAPITALS.lower() + _CAPITALS[: len(_MOVED)])
_PAD = b"Z"
"""After the last byte, so that a run begins with the last three. No byte is written so."""
_LOOKED_AT = 40
"""Runs of a word from which the rarest are chosen."""
_ASKED = 4
"""Runs that FTS5 is asked for. Each costs time, by the texts that have it: the rarest of a word tell nearly all that it tells."""
_MOST_WORDS = 8

Question = list[list[list[str]]]
"""What must all be there; each as choices, of which one is enough; each of these as runs, which are all needed.

Instead of a run there may be the beginning of one.
"""


def indexed(content: bytes) -> str:
    """As FTS5 gets it: for each byte a character that stands for it and the one after it."""
    low = content.translate(_AS_INDEXED)
    pairs = bytearray(2 * len(low))
    pairs[::2] = low
    pairs[1::2] = (low + _PAD)[1:]
    return pairs.decode("utf-16-le")


def every_run(text: str) -> set[str]:
    """Of what is indexed."""
    return {text[place : place + _CHARACTERS] for place in range(len(text) - _CHARACTERS + 1)}


def question(words: Iterable[Word]) -> Question:
    """The words, or the longest of them; nothing where no word is long enough."""
    words = list(words)
    plain = [word for word in words if isinstance(word, bytes)]
    runs = runs_of(plain)
    short = sorted({_characters(word) for word in plain if len(word) == SHORTEST})[:_MOST_WORDS]
    asked = [[runs]] if runs else [[[beginning]] for beginning in short]
    choices = [[_wanted(one) for one in word] for word in words if isinstance(word, tuple)]
    return [*asked, *(choice for choice in choices if choice and all(choice))]


def runs_of(words: Iterable[bytes]) -> list[str]:
    """Of all words, or of the longest; none where no word is as long as a run."""
    longest = sorted({word for word in words if len(word) >= RUN}, key=lambda word: (-len(word), word))
    return list(dict.fromkeys(run for word in longest[:_MOST_WORDS] for run in _some(word)))


def beginnings(asked: Question) -> set[str]:
    return {run for choice in asked for wanted in choice for run in wanted if len(run) < _CHARACTERS}


def above(beginning: str) -> str:
    """What comes after all runs with that beginning, and before all other runs."""
    return beginning[:-1] + chr(ord(beginning[-1]) + 1)


def completed(asked: Question, begun: Mapping[str, Sequence[str] | None]) -> Question:
    """With the runs that `begun` knows in place of their beginnings; without the choices of which it does not know all: they tell nothing.

    A choice that nothing is left of cannot be met.
    """
    return [
        [wanted for one in choice for wanted in _complete(one, begun)]
        for choice in asked
        if all(begun.get(run, ()) is not None for one in choice for run in one)
    ]


def expression(asked: Question, seen: Mapping[str, int], samples: int) -> str:
    """The question to FTS5. `seen`: in how many of the samples each run was."""
    return " AND ".join(
        "(" + " OR ".join(_all_of(rarest(wanted, seen, samples)) for wanted in choice) + ")" for choice in asked
    )


def rarest(wanted: Sequence[str], seen: Mapping[str, int], samples: int) -> list[str]:
    """The rarest first, by how many of the samples they were seen in; none that most texts have, if there are others."""
    ordered = sorted(wanted, key=lambda run: seen.get(run, 0))[:_ASKED]
    return [one for one in ordered if 2 * seen.get(one, 0) <= samples] or ordered[:1]


def _all_of(wanted: Iterable[str]) -> str:
    """No character is a quotation mark: each stands for two bytes that are not zero."""
    return "(" + " AND ".join(f'"{run}"' for run in wanted) + ")"


def _wanted(word: bytes) -> list[str]:
    return [_characters(word)] if len(word) == SHORTEST else runs_of([word])


def _complete(wanted: list[str], begun: Mapping[str, Sequence[str] | None]) -> list[list[str]]:
    known = begun.get(wanted[0])
    return [wanted] if known is None else [[run] for run in known]


def _characters(word: bytes) -> str:
    """Those that stand for two bytes of the word: of one of SHORTEST bytes, the beginning of runs."""
    return indexed(word)[:-1]


def _some(word: bytes) -> list[str]:
    """All runs, or some from every part of it; first those that lie end to end: of equally rare ones they tell most."""
    text, last = _characters(word), len(word) - RUN
    count = min(last + 1, _LOOKED_AT)
    places = [last * number // max(1, count - 1) for number in range(count)]
    places.sort(key=lambda place: (last - place) % RUN)
    return [text[place : place + _CHARACTERS] for place in places]
