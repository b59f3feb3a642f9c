"""What shall not count as a difference: places named by a pattern, and what looks like an id or a time."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from webhook_inspector.compare.noise import is_noise, is_noisy_header


class Item(str):
    """A step into an array: `[0]` by position, `[id="il_1"]` by the member `id`. A plain `str` is the name of a member."""

    __slots__ = ()


Path = tuple[str, ...]
"""From the root of a JSON text to a value in it."""

_PLAIN = re.compile(r"[^\s.\[\]\"*$]+")
_STEP = re.compile(r"""\[("(?:[^"\\]|\\.)*+")\]|\[((?:[^\]"]|"(?:[^"\\]|\\.)*+")*+)\]|([^.\[\]]+)""")
_ANY = "*"
_ROOT = "$"
_HEADER = "header:"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Names what is ignored.

    `created` is met by every member of that name and all that it holds, `data.object.id` by that run of steps, `items[*].id` by
    that of any item, `$.id` only from the root, `header:date` by a header.
    """

    steps: Path = ()
    rooted: bool = False
    header: str = ""
    """In small letters; then there are no steps."""

    @classmethod
    def parse(cls, text: str) -> "Pattern | None":
        """None where it names nothing."""
        text = text.strip()
        if text.lower().startswith(_HEADER):
            name = text[len(_HEADER) :].strip().lower()
            return cls(header=name) if name else None
        steps = [_step(match) for match in _STEP.finditer(text)]
        rooted = text.startswith(_ROOT) and steps[:1] == [_ROOT]
        steps = steps[1:] if rooted else steps
        return cls(tuple(steps), rooted) if steps else None

    def meets(self, path: Path) -> bool:
        size = len(self.steps)
        if not size:
            return False
        starts = (0,) if self.rooted else range(len(path) - size + 1)
        return any(_meets(self.steps, path[start : start + size]) for start in starts)


@dataclass(frozen=True, slots=True)
class Ignoring:
    patterns: tuple[Pattern, ...] = ()
    noise: bool = False
    """Whether ids and times are ignored, wherever they are."""

    @classmethod
    def of(cls, texts: Iterable[str], *, noise: bool = False) -> "Ignoring":
        """What names nothing is left out."""
        found = (Pattern.parse(text) for text in texts)
        return cls(tuple(pattern for pattern in found if pattern is not None), noise)

    def value(self, path: Path, before: str | None, after: str | None) -> tuple[bool, bool]:
        """Whether a difference between two values, written as JSON, looks like noise; and whether it is ignored."""
        noise = before is not None and after is not None and is_noise(_name(path), before, after)
        return noise, (noise and self.noise) or any(pattern.meets(path) for pattern in self.patterns)

    def header(self, name: str, before: str | None, after: str | None) -> tuple[bool, bool]:
        """The same for a header field."""
        both = before is not None and after is not None
        noise = both and (is_noisy_header(name) or is_noise("", before or "", after or ""))
        return noise, (noise and self.noise) or any(pattern.header == name.lower() for pattern in self.patterns)

    def line(self, before: str | None, after: str | None) -> tuple[bool, bool]:
        """The same for a line of text, which has no name."""
        noise = before is not None and after is not None and is_noise("", before, after)
        return noise, noise and self.noise


NOTHING_IGNORED = Ignoring()


def path_text(path: Path) -> str:
    """`data.items[0].id`; a name that is no plain word stands as `["a.b"]`. Empty for the root."""
    return "".join(_text(step, first=place == 0) for place, step in enumerate(path))


def pattern_text(path: Path) -> str:
    """A pattern for just this place, in whichever item of an array it is; empty for the root."""
    return path_text((_ROOT, *(Item("[*]") if isinstance(step, Item) else step for step in path))) if path else ""


def _text(step: str, *, first: bool) -> str:
    if isinstance(step, Item):
        return step
    if _PLAIN.fullmatch(step) or (first and step == _ROOT):
        return step if first else f".{step}"
    return f"[{json.dumps(step, ensure_ascii=False)}]"


def _step(match: re.Match[str]) -> str:
    quoted, item, name = match.groups()
    if quoted is not None:
        try:
            return str(json.loads(quoted))
        except ValueError:
            return str(quoted[1:-1])
    if item is not None:
        return _ANY if item.strip() == _ANY else Item(f"[{item}]")
    return str(name).strip()


def _meets(steps: Path, part: Path) -> bool:
    return len(steps) == len(part) and all(one in (_ANY, other) for one, other in zip(steps, part, strict=True))


def _name(path: Path) -> str:
    """The name of the member that a value is, or lies in."""
    return next((step for step in reversed(path) if not isinstance(step, Item)), "")
