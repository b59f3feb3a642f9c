"""An examination for the terminal: the verdict, its steps, and what the doctor says."""

import shlex
from collections.abc import Iterator
from typing import Any

from webhook_inspector.cli.verdict_words import WORDS
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible
from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.doctor.finding import Action, Diagnosis, Finding, Remedy
from webhook_inspector.examine import Examination
from webhook_inspector.formats.moment import rfc3339
from webhook_inspector.signatures.registry import SCHEMES

_MARKS = {True: "✓", False: "✗"}
_SECOND = 10**9

_COMMANDS: dict[Action, str] = {
    Action.USE_SECRET: "webhook-inspector endpoints add-secret {endpoint} - --label {label}",
    Action.CORRECT_SECRET: "webhook-inspector endpoints add-secret {endpoint} - --label {label}",
    Action.SET: "webhook-inspector endpoints set {endpoint} --setting {name}={value}",
    Action.USE_SCHEME: "webhook-inspector endpoints set {endpoint} --scheme {value}",
}
"""What does by hand what the window's button does. A secret is asked for, and never part of it."""
_SHOWN_VALUES = (Action.SET, Action.USE_SCHEME)
"""The values of the others are secrets."""


def lines_of(found: Examination) -> Iterator[str]:
    """The word, then each step with its mark, then what was expected and what came, then the reason."""
    verdict = found.verdict
    yield "  ".join(filter(None, (WORDS[verdict.status], _signer(verdict))))
    for step in verdict.steps:
        yield from _step_lines(step)
    if verdict.signed_content:
        yield f"  signed content: {len(verdict.signed_content)} bytes"
    if not found.case.scheme:
        yield f"  → name it with --scheme, or for all: {_command(Remedy(Action.USE_SCHEME, value='NAME'), found.case.endpoint)}"
    if found.diagnosis is not None:
        yield from _reason_lines(found.diagnosis, found)


def as_object(found: Examination) -> dict[str, Any]:
    verdict, diagnosis = found.verdict, found.diagnosis
    return {
        "status": verdict.status.value,
        "scheme": found.case.scheme or None,
        "key": verdict.key_label or None,
        "endpoint": found.case.endpoint,
        "at": rfc3339(round(found.case.now * _SECOND), 3),
        "steps": [
            {"name": s.name, "holds": s.holds, "fact": s.fact, "expected": s.expected, "found": s.found}
            for s in verdict.steps
        ],
        "signed_bytes": len(verdict.signed_content),
        "findings": [_finding_object(one) for one in diagnosis.findings] if diagnosis else [],
        "tried": list(diagnosis.tried) if diagnosis else [],
    }


def _signer(verdict: Verdict) -> str:
    scheme = SCHEMES.get(verdict.scheme)
    if scheme is None:
        return visible(verdict.scheme)
    fits = f", with {visible(verdict.key_label)}" if verdict.key_label else ""
    return f"{scheme.title} ({verdict.scheme}){fits}"


def _step_lines(step: Step) -> Iterator[str]:
    yield f"  {_MARKS[step.holds]} {visible(step.fact)}"
    if step.compares:
        yield f"      expected  {visible(step.expected)}"
        yield f"      found     {visible(step.found)}"


def _reason_lines(diagnosis: Diagnosis, found: Examination) -> Iterator[str]:
    if not diagnosis.findings and found.verdict.status not in (Status.INVALID, Status.EXPIRED):
        return  # the verdict says it all
    yield ""
    for finding in diagnosis.findings:
        yield visible(sentence(finding.problem))
        if finding.remedy is not None:
            yield f"  → {_command(finding.remedy, found.case.endpoint)}"
    if not diagnosis.findings:
        yield "Nothing that was tried explains it; tried:"
        yield from (f"  {visible(sentence(Problem.of(code)))}" for code in diagnosis.tried)
        if not diagnosis.complete:
            yield "The time was up before everything was tried."


def _command(remedy: Remedy, endpoint: str) -> str:
    value = remedy.value if remedy.action in _SHOWN_VALUES else ""
    words = {"endpoint": endpoint, "label": remedy.label, "name": remedy.name, "value": value}
    return visible(_COMMANDS[remedy.action].format(**{key: shlex.quote(word) for key, word in words.items()}))


def _finding_object(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.problem.code,
        "sentence": sentence(finding.problem),
        "remedy": None if finding.remedy is None else _remedy_object(finding.remedy),
    }


def _remedy_object(remedy: Remedy) -> dict[str, str]:
    """Without what is empty, and without a secret."""
    shown = remedy.value if remedy.action in _SHOWN_VALUES else ""
    told = {"source": remedy.source, "label": remedy.label, "name": remedy.name, "value": shown}
    return {"action": remedy.action.value, **{name: text for name, text in told.items() if text}}
