"""Sample events as requests that are sent: to where, signed with what, some values changed."""

import json
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import SystemRandom
from typing import Any
from urllib.parse import parse_qsl

import click

from webhook_inspector.cli.asked import Asked
from webhook_inspector.cli.send_wishes import lacks_secret
from webhook_inspector.core.draft import Draft
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.address import address_of
from webhook_inspector.drafts.prepare import Prepared, prepare
from webhook_inspector.drafts.signing import Break, Signing
from webhook_inspector.drafts.signing_keys import key_to_sign
from webhook_inspector.paths import DataFolder
from webhook_inspector.sample_event import draft_of_sample, endpoint_at, path_for, signing_at, signing_with
from webhook_inspector.samples.layouts import LAYOUTS, lay_out
from webhook_inspector.samples.sample import Sample
from webhook_inspector.settings import Settings
from webhook_inspector.signatures.keys import key_of
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.store.lock import holder_of

_LISTENS = re.compile(r"https?://[^\s,()]+")
_STEP = re.compile(r"\.|\[([0-9]+)\]\.?")
_FORM = "form"


@dataclass(frozen=True, slots=True, repr=False)
class Event:
    """A sample with what is needed to send it; its repr shows no secret."""

    sample: Sample
    url: str
    signing: Signing
    """KEEP where nothing is there to sign with."""
    values: tuple[tuple[str, Any], ...] = ()
    """What is set in the body, by its paths."""

    def changed(self, values: tuple[tuple[str, Any], ...]) -> "Event":
        return replace(self, values=values)

    def draft(self, now: float) -> Draft:
        """With fresh ids and times. Raises KnownError and click.BadParameter."""
        made = draft_of_sample(self.sample, self.url, self.signing, now, SystemRandom())
        return replace(made, body=with_values(made.body, self.values)) if self.values else made

    def prepared(self, now: float) -> Prepared:
        """Signed by the making already, and again only where that no longer fits."""
        again = self.values or self.signing.broken is not Break.NOTHING
        return prepare(self.draft(now), self.signing if again else Signing(), now)


def event_of(sample: Sample, url: str, asked: Asked, rules: Rules, broken: tuple[Break, int]) -> Event:
    """Signed with the secrets that are asked for, else with those of the endpoint that stands for the provider.

    Raises click.UsageError where a signature is asked for that cannot be made.
    """
    sample = replace(sample, scheme=asked.scheme or sample.scheme)
    if not sample.scheme and (asked.secrets or broken[0] is not Break.NOTHING):
        raise click.UsageError(sentence(Problem.of("sample-signs-nothing", provider=sample.provider)))
    signing = _signing(sample, url, asked, rules)
    if not signing.keys and broken[0] is not Break.NOTHING:
        raise click.UsageError(lacks_secret(sample.scheme))
    settings = {**signing.settings, **asked.settings}
    return Event(sample, url, replace(signing, settings=settings, broken=broken[0], minutes=broken[1]))


def _signing(sample: Sample, url: str, asked: Asked, rules: Rules) -> Signing:
    there = endpoint_at(address_of(url).target.partition("?")[0], sample, rules)
    path = there.path if there else path_for(sample, rules)
    if not asked.secrets:
        return signing_at(path, sample, rules, time.time())
    kinds = SCHEMES[sample.scheme].key_kinds
    keys = [key_to_sign(key_of(text, kinds, label=source), sample.scheme) for source, text in asked.secrets.items()]
    return signing_with(sample, keys, rules.endpoint_of(path))


def own_address(sample: Sample, folder: DataFolder, settings: Settings, rules: Rules) -> str:
    """Where the listener of this data folder is, or would be: at the endpoint of the provider, else at a path of its name."""
    holder = _LISTENS.search(holder_of(folder.lock) or "")
    host = settings.text("listener.host")
    host = "127.0.0.1" if host in {"0.0.0.0", "::", "*"} else f"[{host}]" if ":" in host else host  # noqa: S104 (read)
    origin = holder[0] if holder else f"http://{host}:{settings.number('listener.port')}"
    return origin + path_for(sample, rules)


def values_of(pairs: Iterable[str]) -> tuple[tuple[str, Any], ...]:
    """`data.object.amount=100`: a value is what it is in JSON, else text. Raises click.BadParameter."""
    found = []
    for pair in pairs:
        path, mark, text = pair.partition("=")
        if not mark or not path:
            raise click.BadParameter(f"{pair!r} is not PATH=VALUE", param_hint="--set")
        try:
            found.append((path, json.loads(text)))
        except ValueError:
            found.append((path, text))
    return tuple(found)


def with_values(body: bytes, values: Sequence[tuple[str, Any]]) -> bytes:
    """The body with those values, laid out as it is. Raises click.BadParameter where it has no such place."""
    content, layout = _read(body)
    for path, value in values:
        steps = [step for step in _STEP.split(path) if step]
        content = _with(content, steps, json.dumps(value) if _is_text(layout, value) else value, path)
    return lay_out(layout, content)


def _is_text(layout: str, value: object) -> bool:
    """A form holds texts only."""
    return layout == _FORM and not isinstance(value, str)


def _read(body: bytes) -> tuple[Any, str]:
    """The body as a value, and the layout that gives it back byte for byte, or else the most usual one."""
    try:
        content = json.loads(body)
    except ValueError:
        text = body.decode("utf-8", "replace")
        return dict(parse_qsl(text, keep_blank_values=True)), _FORM
    layouts = (name for name in LAYOUTS if name != _FORM and lay_out(name, content) == body)
    return content, next(layouts, "compact")


def _with(content: Any, steps: Sequence[str], value: Any, path: str) -> Any:
    if not steps:
        return value
    name, rest = steps[0], steps[1:]
    if isinstance(content, list) and name.isdecimal() and int(name) < len(content):
        place = int(name)
        return [*content[:place], _with(content[place], rest, value, path), *content[place + 1 :]]
    if isinstance(content, dict) and (name in content or not rest):
        return {**content, name: _with(content.get(name), rest, value, path)}
    raise click.BadParameter(f"the body of this event has no {path}", param_hint="--set")
