"""What a remedy changes: the endpoint as it would be then, and the secret that it would get."""

from dataclasses import dataclass, replace

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.signatures.setting_rows import read_setting, row_of


@dataclass(frozen=True, slots=True)
class Change:
    endpoint: Endpoint | None = None
    """To be written in place of the one of its path."""
    secret: Secret | None = None
    """To be added, or written in place of the one of its label."""


NO_CHANGE = Change()


def change_of(remedy: Remedy, path: str, rules: Rules) -> Change:
    """For the endpoint of that path. Nothing where the rules are no longer those that the remedy was found with."""
    endpoint = rules.endpoint_of(path)
    if remedy.action is Action.USE_SECRET:
        return Change(secret=_copied(rules, path, remedy))
    if remedy.action is Action.CORRECT_SECRET:
        found = next((one for one in rules.secrets_of(path) if one.label == remedy.label), None)
        return NO_CHANGE if found is None else Change(secret=replace(found, value=remedy.value))
    if remedy.action is Action.USE_SCHEME:
        return Change(replace(endpoint, scheme=remedy.value))
    row = row_of(remedy.name)
    value = remedy.value if row is None else read_setting(row, remedy.value)
    if isinstance(value, Problem):
        return NO_CHANGE
    return Change(replace(endpoint, settings={**endpoint.settings, remedy.name: value}))


def _copied(rules: Rules, path: str, remedy: Remedy) -> Secret | None:
    """A secret of another endpoint for this one, under a label that is free here. One that has expired counts again."""
    found = next((one for one in rules.secrets_of(remedy.source) if one.label == remedy.label), None)
    if found is None:
        return None
    taken = {one.label for one in rules.secrets_of(path) if one.endpoint != remedy.source}
    label = next(name for name in _names(found.label, len(taken)) if name not in taken)
    return replace(found, endpoint=path, label=label, expires=None)


def _names(label: str, count: int) -> list[str]:
    return [label, *(f"{label} {number}" for number in range(2, count + 3))]
