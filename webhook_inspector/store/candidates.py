"""What the index proposes for a search: captures to look at closely. What is not proposed cannot match."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidates:
    """`ids`, ascending, hold every match up to `watermark`, and others too; captures above it are not in the index yet."""

    ids: "array[int]"
    watermark: int


Word = bytes | tuple[bytes, ...]
"""One word, or several of which one is enough."""
Propose = Callable[[Sequence[Word]], Candidates | None]
"""For words that must all be found, in any case of ASCII letters, somewhere in a capture's head or stored body.

None where the index cannot tell: no word is long enough, or there is no index that can be used.
"""
