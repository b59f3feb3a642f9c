"""The place of a value in JSON: its steps from the top, written and read in the ways that people paste them."""

import json
import re

Steps = tuple[str | int, ...]
"""Names of members and numbers of elements, from the outermost."""

_PLAIN = re.compile(r"[A-Za-z_]\w*+", re.ASCII)
_STEP = re.compile(
    r"""\s*+(?:\.?\[\s*+(?:(?P<at>\d{1,9})|(?P<double>"(?:[^"\\]|\\.)*+")|'(?P<single>(?:[^'\\]|\\.)*+)')\s*+\]
      |\.?(?P<name>[^.\[\]"'\s]++)|\.(?P<quoted>"(?:[^"\\]|\\.)*+"))""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def as_jsonpath(steps: Steps) -> str:
    """RFC 9535: `$.data.items[0].id`."""
    return "$" + "".join(f".{step}" if _plain(step) else f"[{_quoted(step)}]" for step in steps)


def as_python(steps: Steps) -> str:
    """`["data"]["items"][0]["id"]`, to stand behind a name."""
    return "".join(f"[{_quoted(step)}]" for step in steps)


def as_jq(steps: Steps) -> str:
    """`.data.items[0].id`."""
    path = "".join(f".{step}" if _plain(step) else f"[{_quoted(step)}]" for step in steps)
    return path if path.startswith(".") else f".{path}"


def parse_path(text: str) -> Steps | None:
    """The steps of a path in any of the three ways; None where it is none of them."""
    text = text.strip().removeprefix("$")
    if text in ("", "."):
        return ()
    steps: list[str | int] = []
    position = 0
    while position < len(text):
        match = _STEP.match(text, position)
        if match is None:
            return None
        steps.append(_step(match))
        position = match.end()
    return tuple(steps)


def name_of(literal: str) -> str:
    """The name that a JSON string stands for; of what is none, the text between its quotes."""
    try:
        found = json.loads(literal)
    except (ValueError, RecursionError):
        return literal.strip('"')
    return found if isinstance(found, str) else literal


def _step(match: re.Match[str]) -> str | int:
    if match["at"]:
        return int(match["at"])
    if match["name"]:
        return match["name"]
    if literal := match["double"] or match["quoted"]:
        return name_of(literal)
    return _ESCAPE.sub(r"\1", match["single"])


def _plain(step: str | int) -> bool:
    return isinstance(step, str) and _PLAIN.fullmatch(step) is not None


def _quoted(step: str | int) -> str:
    """What can be seen stays as it is: escapes beyond U+FFFF mean something else to Python than to JSON."""
    return json.dumps(step, ensure_ascii=not step.isprintable()) if isinstance(step, str) else str(step)
