"""The forward rules of `settings.toml`: a table for each, which the user may edit by hand.

[[forwards]]
name = "My app"
targets = ["http://localhost:3000/webhooks"]
endpoint = "/stripe"
filter = "sig:valid"
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from webhook_inspector.core.endpoint import normal_path
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.address import address_of
from webhook_inspector.search.parse import parse
from webhook_inspector.settings_file import drop_named, edited, put_named, read_named, wrong

SECTION = "forwards"
NAMES = tuple(one.name for one in fields(ForwardRule))
DEFAULTS = {one.name: one.default for one in fields(ForwardRule) if one.default is not MISSING}
MOST_ATTEMPTS, MOST_AGE, MOST_TIMEOUT = 1_000, 30 * 86_400, 3_600
OURS = frozenset({"host", "content-length", "transfer-encoding", "webhook-inspector-hop"})
"""Headers that a rule cannot set."""
_HEADER_NAME = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")


def load_forwards(path: Path) -> tuple[ForwardRule, ...]:
    """In the order of the file; none where there is no file. Raises KnownError that names the wrong place."""
    return tuple(read_named(path, SECTION, _rule))


def save_forward(path: Path, rule: ForwardRule, *, before: str = "") -> None:
    """Writes one into the file, in the place of the one named `before` or of its own name, else at the end.

    Another one of its name goes. Raises KnownError, also where the rule is none that could be read again.
    """
    values = dict(_pairs(rule))
    _rule(path, f"[[{SECTION}]] {rule.name!r}", values)
    load_forwards(path)
    with edited(path) as document:
        put_named(document, SECTION, values, before=before)


def remove_forward(path: Path, name: str) -> None:
    """Takes the one of that name out of the file, if it is there."""
    load_forwards(path)
    with edited(path) as document:
        drop_named(document, SECTION, name)


def target_fault(target: str) -> str:
    """What is wrong with a target, in words; empty where nothing is."""
    try:
        address = address_of(target)
    except KnownError as error:
        return sentence(error.problem)
    return "Take out the part from # on: it is never sent." if address.fragment else ""


def _rule(path: Path, place: str, table: Mapping[str, Any]) -> ForwardRule:
    for key in table:
        if key not in NAMES:
            near = get_close_matches(key, NAMES, 1)
            raise wrong(path, f"{place}: unknown {key}; " + (f"did you mean {near[0]}?" if near else _there_are()))
    chosen: dict[str, Any] = {}
    for name in NAMES:
        if name not in table and name in DEFAULTS:
            continue
        fault = _FAULTS[name](table.get(name))
        if fault:
            raise wrong(path, f"{place}: {name} {fault}")
        chosen[name] = _READ.get(name, _as_it_is)(table[name])
    return ForwardRule(**chosen)


def _there_are() -> str:
    return f"there are {', '.join(NAMES)}"


def _as_it_is(value: Any) -> Any:
    return value


def _name_fault(value: object) -> str:
    return "" if isinstance(value, str) and value.strip() else "needs a text in quotes"


def _targets_fault(value: object) -> str:
    if not _is_texts(value) or not value:
        return 'needs a list of URLs, such as ["http://localhost:3000/webhooks"]'
    texts = _texts(value)
    if len(set(texts)) < len(texts):
        return "names a URL twice"
    return next((f"holds {one!r}. {fault}" for one in texts if (fault := target_fault(one))), "")


def _endpoint_fault(value: object) -> str:
    if not isinstance(value, str):
        return "needs a path in quotes"
    return "" if normal_path(value) == value else f"is written {normal_path(value)}"


def _filter_fault(value: object) -> str:
    if not isinstance(value, str):
        return "needs a filter in quotes"
    fault = parse(value).fault
    return "" if fault is None else f"cannot be understood. {sentence(fault.problem)}"


def _choice_fault(value: object) -> str:
    return "" if value in list(Mode) else f"needs one of {', '.join(Mode)}, not {value!r}"


def _set_headers_fault(value: object) -> str:
    if not isinstance(value, Mapping) or not _is_texts(list(value.values())):
        return 'needs names and texts, such as { "X-Env" = "test" }'
    names = list(value)
    own = next((name for name in names if name.lower() in OURS), None)
    fault = f"holds {own}, which is made anew for each request" if own else _header_names_fault(names)
    if fault:
        return fault
    return "has a value that breaks its line" if any(set("\r\n\0") & set(one) for one in value.values()) else ""


def _header_names_fault(value: object) -> str:
    if not _is_texts(value):
        return 'needs a list of header names, such as ["Cookie"]'
    wrong_one = next((one for one in _texts(value) if not one or not _HEADER_NAME.issuperset(one.lower())), None)
    return "" if wrong_one is None else f"holds {wrong_one!r}, which is no name of a header"


def _yes_no_fault(value: object) -> str:
    return "" if isinstance(value, bool) else f"needs true or false, not {value!r}"


def _number_fault(low: int, high: int) -> Callable[[object], str]:
    def fault(value: object) -> str:
        fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return "" if fits else f"needs a whole number from {low} to {high}, not {value!r}"

    return fault


_FAULTS: dict[str, Callable[[object], str]] = {
    "name": _name_fault,
    "targets": _targets_fault,
    "endpoint": _endpoint_fault,
    "filter": _filter_fault,
    "mode": _choice_fault,
    "set_headers": _set_headers_fault,
    "drop_headers": _header_names_fault,
    "sign": _yes_no_fault,
    "in_order": _yes_no_fault,
    "attempts": _number_fault(1, MOST_ATTEMPTS),
    "age": _number_fault(1, MOST_AGE),
    "timeout": _number_fault(1, MOST_TIMEOUT),
    "fallback": _number_fault(200, 599),
    "private": _yes_no_fault,
    "paused": _yes_no_fault,
}
"""What is wrong with a value, as words that follow its name; empty where nothing is."""

_READ: dict[str, Callable[[Any], Any]] = {
    "targets": tuple,
    "drop_headers": tuple,
    "set_headers": lambda value: tuple(value.items()),
    "mode": Mode,
}
"""How a value of the file becomes one of the rule, where it is another one."""

_WRITTEN: dict[str, Callable[[Any], Any]] = {
    "targets": list,
    "drop_headers": list,
    "set_headers": dict,
    "mode": str,
}


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _texts(value: object) -> Sequence[str]:
    return value if isinstance(value, list) else []


def _pairs(rule: ForwardRule) -> list[tuple[str, Any]]:
    """What is otherwise than usual, as the file has it."""
    chosen = [(name, getattr(rule, name)) for name in NAMES]
    return [
        (name, _WRITTEN.get(name, _as_it_is)(value))
        for name, value in chosen
        if name not in DEFAULTS or value != DEFAULTS[name]
    ]
