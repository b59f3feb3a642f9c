"""The scenarios that the user has saved in `settings.toml`: which captures are sent where, how often and how fast.

[[scenarios]]
name = "Black Friday"
to = "http://localhost:3000"
filter = "endpoint:/stripe since:1d"
pace = "original"
speed = 10.0
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.address import address_of
from webhook_inspector.drafts.repeating import MOST, ONCE, Pace, Repetition, problem_of
from webhook_inspector.settings_file import drop_named, edited, need_texts, put_named, read_named, refuse_unknown, wrong

SECTION = "scenarios"


@dataclass(frozen=True, slots=True)
class Scenario:
    name: str
    """Each has another one."""
    to: str
    """Absolute URL, as `drafts.captured.draft_of` takes it."""
    filter: str = ""
    """In the filter language: which captures, the oldest first; empty: all of them."""
    sign: bool = False
    """Whether each is signed again with the secret of its endpoint."""
    repetition: Repetition = ONCE


_OWN = {one.name: one.default for one in fields(Scenario) if one.name != "repetition"}
_REPEATED = {one.name: one.default for one in fields(Repetition)}
KNOWN = (*_OWN, *_REPEATED)
"""The keys of a table, in the order in which they are written."""


def load_scenarios(path: Path) -> tuple[Scenario, ...]:
    """In the order of the file; none where there is no file. Raises KnownError that names the wrong place."""
    return tuple(read_named(path, SECTION, _scenario))


def save_scenario(path: Path, saved: Scenario, *, before: str = "") -> None:
    """Writes one into the file, in the place of the one named `before` or of its own name, else at the end.

    Another one of its name goes.
    """
    load_scenarios(path)
    with edited(path) as document:
        put_named(document, SECTION, _values(saved), before=before)


def remove_scenario(path: Path, name: str) -> None:
    """Takes the one of that name out of the file, if it is there."""
    load_scenarios(path)
    with edited(path) as document:
        drop_named(document, SECTION, name)


def _scenario(path: Path, place: str, table: Mapping[str, Any]) -> Scenario:
    refuse_unknown(path, place, table, KNOWN)
    need_texts(path, place, table, "name", "to")
    chosen = {key: _value(path, place, key, value) for key, value in table.items()}
    repetition = Repetition(**{key: value for key, value in chosen.items() if key in _REPEATED})
    fault = problem_of(repetition, 1) or _address_fault(table["to"])
    if fault is not None:
        raise wrong(path, f"{place}: {sentence(fault)}")
    return Scenario(**{key: value for key, value in chosen.items() if key in _OWN}, repetition=repetition)


def _value(path: Path, place: str, key: str, value: Any) -> Any:
    """A value of the kind that its default is of; whole numbers are numbers, too."""
    if key == "pace":
        if value not in list(Pace):
            raise wrong(path, f"{place}: pace needs one of {', '.join(Pace)}, not {value!r}")
        return Pace(value)
    kind = type(_REPEATED.get(key, _OWN.get(key)))
    if kind is float and isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MOST:
        return float(value)
    if kind in _KINDS and type(value) is not kind:
        raise wrong(path, f"{place}: {key} needs {_KINDS[kind]}, not {value!r}")
    return value


_KINDS: Mapping[type, str] = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: f"a number up to {MOST}",
}


def _address_fault(to: str) -> Problem | None:
    try:
        address_of(to)
    except KnownError as error:
        return error.problem
    return None


def _values(saved: Scenario) -> dict[str, Any]:
    """Those that are not what they are without being written."""
    chosen = {**asdict(saved), **asdict(saved.repetition)}
    usual = {**_OWN, **_REPEATED}
    return {key: str(chosen[key]) if key == "pace" else chosen[key] for key in KNOWN if chosen[key] != usual[key]}
