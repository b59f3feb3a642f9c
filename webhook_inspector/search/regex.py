"""Regular expressions that take linear time, whatever the pattern and the text: RE2."""

from functools import lru_cache
from typing import Protocol


class Pattern(Protocol):
    def search(self, text: bytes, /) -> object: ...


@lru_cache(maxsize=16)
def compiled(pattern: str) -> Pattern:
    """Raises ValueError with RE2's reason. `(?-i)` in the pattern makes letters match in their own case only."""
    import re2  # what starts the program must not wait for it

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    try:
        found: Pattern = re2.compile(pattern.encode("utf-8", "surrogatepass"), options)
    except re2.error as error:
        raise ValueError(_reason(error)) from None
    return found


def _reason(error: Exception) -> str:
    """RE2 speaks in bytes where the pattern was bytes."""
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
