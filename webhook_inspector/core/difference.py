"""In what two requests differ, as far as a list of words can tell it."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.core.capture import Capture
from webhook_inspector.core.headers import Fields
from webhook_inspector.core.text import show


@dataclass(frozen=True, slots=True)
class Difference:
    line: bool
    """Whether the request lines differ."""
    headers: tuple[str, ...]
    """Names of the header fields whose values differ, or that only one of the two has, as the later one writes them."""
    body: bool
    """Whether the bodies differ."""

    def __bool__(self) -> bool:
        return self.line or bool(self.headers) or self.body


def difference(before: Capture, after: Capture) -> Difference:
    """The order of header fields and the case of their names do not count."""
    old, new = before.parsed(), after.parsed()
    line = (old.method, old.target, old.version) != (new.method, new.target, new.version)
    return Difference(line, tuple(_differing(old.fields, new.fields)), before.body != after.body)


def _differing(before: Fields, after: Fields) -> Sequence[str]:
    written = {name.lower(): show(name) for name, _ in (*before, *after)}
    return [shown for name, shown in written.items() if _values(before, name) != _values(after, name)]


def _values(fields: Fields, name: bytes) -> list[bytes]:
    return [value for key, value in fields if key.lower() == name]
