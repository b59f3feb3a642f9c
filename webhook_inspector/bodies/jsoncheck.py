"""Whether a text is valid JSON (RFC 8259), and where it first is not."""

import json
import re
from dataclasses import dataclass

_CONSTANT = re.compile(r'"(?:[^"\\]++|\\.)*+"|(-?Infinity|NaN)', re.DOTALL)
_LONGEST_TOKEN = 16
"""More than any token but a string has characters before the place that json reports: `-Infinity`, an escaped surrogate pair."""
_BLANKS = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Checked:
    """`line` and `column` count from 1 and are 0 where nothing is wrong."""

    line: int = 0
    column: int = 0
    sound: bool = True
    """Whether its structure may be trusted. It may where only NaN or Infinity is wrong, and where it is too deep to be checked."""


def check(text: str, *, whole: bool = True) -> Checked:
    """Not `whole`: `text` is the beginning of something, and what only its end breaks is not wrong.

    Holds the interpreter's lock for about 10 ms a MiB: not for texts of any size.
    """
    constants: list[str] = []
    # Numbers are not converted (one of 5,000 digits would raise) and objects not built (they take memory and hide duplicates).
    decoder = json.JSONDecoder(parse_int=len, parse_float=len, parse_constant=constants.append, object_pairs_hook=len)
    try:
        decoder.decode(text)
    except json.JSONDecodeError as error:
        if not whole and _is_of_the_end(error, text):
            return Checked()
        return Checked(error.lineno, error.colno, sound=False)
    except RecursionError:
        return Checked()
    return _at_constant(text) if constants else Checked()


def _is_of_the_end(error: json.JSONDecodeError, text: str) -> bool:
    return error.msg.startswith("Unterminated string") or error.pos >= len(text.rstrip(_BLANKS)) - _LONGEST_TOKEN


def _at_constant(text: str) -> Checked:
    position = next(match.start() for match in _CONSTANT.finditer(text) if match[1])
    return Checked(text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))
