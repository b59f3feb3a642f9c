"""What `repeat` does: finds the scenario, the captures that it is about, and sends them."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import asdict
from typing import Any

from webhook_inspector.cli.filters import query_of
from webhook_inspector.cli.resend_draft import Edits, Way
from webhook_inspector.cli.resend_run import jobs_of, rules_of
from webhook_inspector.cli.send_options import CONNECTION, chosen
from webhook_inspector.cli.send_run import Run, dry_run, send_all
from webhook_inspector.cli.send_wishes import SigningWish, options_of, turns_of
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.core.text import visible
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.scenarios import Scenario, load_scenarios
from webhook_inspector.store.reader import Reader

_NOTHING = "There are no scenarios. Save one in the window, or write [[scenarios]] into settings.toml."
_AS_IT_IS = Edits()


def listing(options: GlobalOptions, *, as_json: bool) -> Iterator[str]:
    found = load_scenarios(data_folder(options.data_dir).settings)
    yield from map(_object if as_json else _line, found)
    if not found and not as_json:
        yield _NOTHING


def run_scenario(options: GlobalOptions, name: str, to: str | None, asked: Mapping[str, Any], *, as_json: bool) -> int:
    """The exit code. Raises KnownError, also where there is no such scenario, or no capture that it is about."""
    scenario = _named(options, name)
    wish = SigningWish.of(None, (), (), None, sign=scenario.sign)
    rules, query = rules_of(options) if scenario.sign else NO_RULES, query_of([scenario.filter], options)
    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        jobs = jobs_of(reader, reader.ids(query), to or scenario.to, Way(_AS_IT_IS, wish), rules)
    if not jobs:
        raise KnownError(Problem.of("repeat-nothing"))
    starts = turns_of([job.captured_ns for job in jobs], scenario.repetition)
    if asked["dry_run"]:
        return dry_run(jobs, starts, as_json=as_json)
    connection = options_of(**chosen(asked, CONNECTION))
    return send_all(Run("repeat", jobs, starts, scenario.repetition.at_once, connection, as_json), options)


def _named(options: GlobalOptions, name: str) -> Scenario:
    found = load_scenarios(data_folder(options.data_dir).settings)
    one = next((one for one in found if one.name == name), None)
    if one is None:
        raise KnownError(Problem.of("no-scenario", name=name, known=", ".join(one.name for one in found) or "–"))
    return one


def _line(scenario: Scenario) -> str:
    """`Black Friday  endpoint:/stripe → http://localhost:3000  (3 times, original pace, signed again)`."""
    repetition = scenario.repetition
    words = [
        *([f"{repetition.times} times"] if repetition.times > 1 else []),
        f"{repetition.pace} pace",
        *(["each twice"] if repetition.doubled else []),
        *(["shuffled"] if repetition.shuffled else []),
        *(["signed again"] if scenario.sign else []),
    ]
    return visible(f"{scenario.name}  {scenario.filter or 'all'} → {scenario.to}  ({', '.join(words)})")


def _object(scenario: Scenario) -> str:
    return json.dumps(asdict(scenario))
