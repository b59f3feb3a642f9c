"""Endpoints and secrets that `listen` is given for one run: nothing of them is written anywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import click

from webhook_inspector.cli.complaints import warn
from webhook_inspector.cli.keys import read_secret, scheme_named, setting_of
from webhook_inspector.core.endpoint import Endpoint, normal_path
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.rules import Rules, merged
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.sentences import sentence
from webhook_inspector.endpoints import load_endpoints
from webhook_inspector.forwards import target_fault
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.signatures.pasted import remark

_SETTING = re.compile(r"(?s)(?P<path>[^=]*):(?P<name>[^:=]+)=(?P<value>.*)")
_FORWARD = re.compile(r"(?:(?P<path>/[^=]*)=)?(?P<url>[^/=][^=]*://.*)")
_SECRET = re.compile(r"(?P<path>.*?)=(?P<source>(?:env|file):.+)")


@dataclass(frozen=True, slots=True)
class Given:
    """The options as they were written."""

    endpoints: Sequence[str] = ()
    """`PATH` or `PATH=SCHEME`."""
    settings: Sequence[str] = ()
    """`PATH:NAME=VALUE`."""
    secrets: Sequence[str] = ()
    """`PATH=env:NAME` or `PATH=file:FILE`; several of one path are all tried."""


def rules_of(given: Given, kept: Iterable[Endpoint]) -> Rules:
    """Raises click.BadParameter that names the option. A setting alone is set beside those of the `kept` endpoint of its path."""
    usual = {one.path: one for one in kept}
    endpoints = {one.path: one for one in map(_endpoint, given.endpoints)}
    for text in given.settings:
        found = _SETTING.fullmatch(text)
        if not found:
            raise click.BadParameter(f"{text!r} is not PATH:NAME=VALUE", param_hint="--setting")
        path = normal_path(found["path"])
        endpoint = endpoints.get(path) or usual.get(path) or Endpoint(path)
        value = setting_of(found["name"], found["value"])
        endpoints[path] = replace(endpoint, settings={**endpoint.settings, found["name"]: value})
    return Rules(tuple(endpoints.values()), tuple(map(_secret, given.secrets)))


def rules_for(options: GlobalOptions, given: Given) -> Rules:
    """The rules of one run, as they are given; what is odd about their secrets is told."""
    kept = load_endpoints(data_folder(options.data_dir).settings)
    rules = rules_of(given, kept)
    for text in remarks(merged(Rules(kept), rules)):
        warn(text, options)
    return rules


def forwards_of(texts: Sequence[str], option: str = "--forward", mode: Mode = Mode.QUEUE) -> tuple[ForwardRule, ...]:
    """Each `[PATH=]URL` as a rule of its own, which an app on this machine may be the target of. Raises click.BadParameter."""
    found: dict[str, ForwardRule] = {}
    for text in texts:
        parts = _FORWARD.fullmatch(text)
        if parts is None:
            raise click.BadParameter(f"{text!r} is not URL or PATH=URL", param_hint=option)
        fault = target_fault(parts["url"])
        if fault:
            raise click.BadParameter(fault, param_hint=option)
        name, path = f"{option} {text}", normal_path(parts["path"] or "/")
        found[name] = ForwardRule(name, (parts["url"],), path, mode=mode, private=True)
    return tuple(found.values())


def remarks(rules: Rules) -> Iterator[str]:
    """What is odd about secrets at first sight. No sentence quotes one."""
    for secret in rules.secrets:
        problem = remark(secret.value, rules.endpoint_of(secret.endpoint).scheme)
        if problem is not None:
            yield f"The secret {secret.label} of {secret.endpoint}: {sentence(problem)}"


def _endpoint(text: str) -> Endpoint:
    path, mark, scheme = text.rpartition("=")
    if not mark:
        return Endpoint(normal_path(text))
    return Endpoint(normal_path(path), scheme_named(scheme, "--endpoint") if scheme else "")


def _secret(text: str) -> Secret:
    found = _SECRET.fullmatch(text)
    if not found:
        raise click.BadParameter(
            "give PATH=env:NAME or PATH=file:FILE, so that the secret does not stand in the list of processes",
            param_hint="--secret",
        )
    return Secret(normal_path(found["path"]), found["source"], read_secret(found["source"], "--secret"))
