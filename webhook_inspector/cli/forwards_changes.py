"""What `forwards` does: rules read from settings.toml and written there, and what stands in the history about them."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from webhook_inspector.cli.filters import query_of
from webhook_inspector.cli.send_session import Keeping
from webhook_inspector.core.delivery import NO_DELIVERIES, Deliveries
from webhook_inspector.core.endpoint import normal_path
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import visible
from webhook_inspector.forwards import load_forwards, remove_forward, save_forward
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.settings import load_settings
from webhook_inspector.store import deliveries
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.steps import Steps

PAUSED = "forward-paused"
"""The mark in the history that says that forwarding as a whole pauses."""
_NOTHING = "There are no forward rules. Add one: webhook-inspector forwards add 'My app' http://localhost:3000"


def listing(options: GlobalOptions, *, as_json: bool) -> Iterator[str]:
    folder = data_folder(options.data_dir)
    rules, (counts, paused) = load_forwards(folder.settings), _standing(folder.history)
    if as_json:
        yield from (json.dumps(_object(rule, counts, paused=paused)) for rule in rules)
        return
    if paused:
        yield "Forwarding pauses as a whole: webhook-inspector forwards resume"
    yield from (_line(rule, counts.get(rule.name, NO_DELIVERIES)) for rule in rules)
    if not rules:
        yield _NOTHING


def added(options: GlobalOptions, name: str, targets: Sequence[str], wanted: Mapping[str, Any]) -> str:
    """Raises KnownError where it would be no rule, and click's errors."""
    folder = data_folder(options.data_dir)
    before = next((one for one in load_forwards(folder.settings) if one.name == name), None)
    rule = replace(before or ForwardRule(name, ()), targets=tuple(targets), **_changes(options, wanted))
    folder.make()
    save_forward(folder.settings, rule)
    return visible(f"{'replaced' if before else 'added'} {_line(rule, NO_DELIVERIES)}")


def removed(options: GlobalOptions, name: str) -> str:
    path = data_folder(options.data_dir).settings
    _named(path, name)
    remove_forward(path, name)
    return visible(f"removed {name}")


def set_paused(options: GlobalOptions, name: str | None, *, paused: bool) -> str:
    """Of one rule or, where `name` is None, of forwarding as a whole, for which the history must be free."""
    word = "paused" if paused else "resumed"
    if name is None:
        value = "yes" if paused else ""
        step = partial(deliveries.put_mark, name=PAUSED, value=value)
        _with_history(options, lambda steps: steps.do(step))
        return f"{word} forwarding"
    path = data_folder(options.data_dir).settings
    save_forward(path, replace(_named(path, name), paused=paused))
    return visible(f"{word} {name}")


def retried(options: GlobalOptions, name: str) -> str:
    """Raises KnownError, too, where another process has the history."""
    _named(data_folder(options.data_dir).settings, name)
    count = _with_history(options, lambda steps: _retry(steps, name))
    return f"{count:,} {'delivery' if count == 1 else 'deliveries'} will be tried again when somebody captures"


async def _retry(steps: Steps, name: str) -> int:
    count, after = 0, 0
    step = partial(deliveries.retry_failed, rule=name, now_ns=time.time_ns())
    while found := await steps.do(partial(step, after=after)):
        count += len(found)
        after = max(one.id for one in found)
    return count


def _with_history(options: GlobalOptions, work: Callable[[Steps], Any]) -> Any:
    folder = data_folder(options.data_dir)

    async def run() -> Any:
        async with Keeping(folder, load_settings(folder.settings), "forwards") as keeping:
            return await work(keeping.steps)

    return asyncio.run(run())


def _standing(history: Path) -> tuple[Mapping[str, Deliveries], bool]:
    """How many deliveries of each rule wait and have failed, and whether all pause."""
    if not history.exists():
        return {}, False
    with closing(Reader(history)) as reader:
        return reader.delivery_counts(), bool(reader.mark(PAUSED))


def _named(path: Path, name: str) -> ForwardRule:
    """Raises KnownError `no-forward`."""
    rules = load_forwards(path)
    found = next((one for one in rules if one.name == name), None)
    if found is None:
        raise KnownError(Problem.of("no-forward", name=name, known=", ".join(one.name for one in rules) or "–"))
    return found


def _changes(options: GlobalOptions, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that options name. What is no rule in the end is told by `save_forward`."""
    plain = ("sign", "in_order", "private", "attempts", "age", "timeout", "fallback")
    found = {name: wanted[name] for name in plain if wanted[name] is not None}
    if wanted["endpoint"] is not None:
        found["endpoint"] = normal_path(wanted["endpoint"])
    if wanted["mode"] is not None:
        found["mode"] = Mode(wanted["mode"])
    if wanted["text"] is not None:
        found["filter"] = query_of([wanted["text"]], options).text
    if wanted["headers"]:
        found["set_headers"] = tuple(map(_header, wanted["headers"]))
    if wanted["dropped"]:
        found["drop_headers"] = tuple(wanted["dropped"])
    return found


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon:
        raise click.BadParameter(f"{text!r} is not NAME: VALUE", param_hint="--set-header")
    return name, value.strip(" \t")


def _line(rule: ForwardRule, counts: Deliveries) -> str:
    """`My app  /stripe sig:valid → http://localhost:3000  (paused, in order; 3 waiting)`."""
    which = " ".join(filter(None, ("" if rule.endpoint == "/" else rule.endpoint, rule.filter))) or "all"
    words = [
        *(["paused"] if rule.paused else []),
        *(["answers for us"] if rule.mode is Mode.PROXY else []),
        *(["signed again"] if rule.sign else []),
        *(["in order"] if rule.in_order else []),
        *([f"{counts.waiting:,} waiting"] if counts.waiting else []),
        *([f"{counts.failed:,} failed"] if counts.failed else []),
    ]
    return visible(f"{rule.name}  {which} → {', '.join(rule.targets)}" + (f"  ({', '.join(words)})" if words else ""))


def _object(rule: ForwardRule, counts: Mapping[str, Deliveries], *, paused: bool) -> dict[str, Any]:
    standing = counts.get(rule.name, NO_DELIVERIES)
    return {
        **asdict(rule),
        "mode": rule.mode.value,
        "set_headers": dict(rule.set_headers),
        "all_paused": paused,
        "waiting": standing.waiting,
        "failed": standing.failed,
    }
