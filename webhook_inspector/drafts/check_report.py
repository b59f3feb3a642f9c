"""The report of a handler check as text, Markdown or JSON, to keep or to paste. English, as all files are."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible
from webhook_inspector.drafts.checking import Finding, Outcome, Report

_GLYPHS = {Outcome.FINE: "✓", Outcome.WRONG: "✗", Outcome.OPEN: "!"}


def as_text(report: Report) -> str:
    width = max((len(one.variant) for one in report.findings), default=0)
    lines = [
        f"  {_GLYPHS[one.outcome]} {one.outcome:5}  {one.variant:{width}}  {_said(one)}" for one in report.findings
    ]
    return "\n".join([_title(report), *lines, sentence(report.summary), ""])


def as_markdown(report: Report) -> str:
    rows = [
        f"| {one.variant} | {_GLYPHS[one.outcome]} {one.outcome} | {one.status or '–'} | {_cell(_said(one))} |"
        for one in report.findings
    ]
    table = ["| Request | Verdict | Status | |", "| --- | --- | --- | --- |", *rows]
    return "\n".join([f"## {_cell(_title(report))}", "", *table, "", _cell(sentence(report.summary)), ""])


def as_json(report: Report) -> str:
    findings = [
        {
            "variant": one.variant,
            "outcome": one.outcome,
            "status": one.status,
            "code": one.told.code,
            "told": _said(one),
        }
        for one in report.findings
    ]
    found = {"url": report.url, "scheme": report.scheme, "fine": report.fine}
    return json.dumps({**found, "summary": sentence(report.summary), "findings": findings}, ensure_ascii=False) + "\n"


WRITERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"text": as_text, "markdown": as_markdown, "json": as_json}
)


def _title(report: Report) -> str:
    return f"Handler check of {visible(report.url)} ({report.scheme})"


def _said(finding: Finding) -> str:
    return visible(sentence(finding.told))


def _cell(text: str) -> str:
    """Nothing in it ends the cell, or is markup that acts: an address and an error come from outside."""
    for character in "\\`*_[]<>|":
        text = text.replace(character, "\\" + character)
    return text
