"""`verify`: whether the signature of a capture is valid, step by step."""

import json
from collections.abc import Iterator
from typing import Any

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.cli.show import capture_number
from webhook_inspector.core.text import visible
from webhook_inspector.core.verdict import Status, Verdict
from webhook_inspector.options import GlobalOptions

_GLYPHS = {True: "✓", False: "✗"}


@click.command(
    "verify",
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # lets -1 be an argument
    examples=(
        "webhook-inspector verify latest --secret env:STRIPE_WEBHOOK_SECRET",
        "webhook-inspector verify 12 --scheme github --secret file:secret.txt",
        "webhook-inspector verify -1 --secret env:TOKEN --setting signed_url=https://example.com/hook",
    ),
)
@click.argument("number", metavar="ID", callback=lambda _context, _parameter, value: capture_number(value))
@click.option(
    "--scheme", metavar="NAME", help="How it is signed; by default what its headers and body say. See providers."
)
@click.option(
    "--secret", "secrets", metavar="SOURCE", multiple=True, help="env:NAME or file:FILE; may be repeated, any may fit."
)
@click.option(
    "--setting",
    "pairs",
    metavar="NAME=VALUE",
    multiple=True,
    help="Of the scheme, such as signed_url or tolerance_seconds.",
)
@click.option("--json", "as_json", is_flag=True, help="The verdict as one JSON object.")
@click.pass_obj
def command(
    options: GlobalOptions,
    number: int,
    scheme: str | None,
    secrets: tuple[str, ...],
    pairs: tuple[str, ...],
    as_json: bool,
) -> int:
    """Verify the signature of a capture, step by step.

    ID is a number as list shows it; latest or -1 means the newest. The clock is that of its arrival. Exits with 0 only where the
    signature is valid.
    """
    from webhook_inspector.cli.keys import keys_from, settings_from
    from webhook_inspector.cli.pick import pick
    from webhook_inspector.paths import data_folder
    from webhook_inspector.signatures.captured import request_of
    from webhook_inspector.signatures.detect import detect
    from webhook_inspector.signatures.registry import SCHEMES, verify

    capture = pick(data_folder(options.data_dir).history, number).capture
    request = request_of(capture)
    detected = detect(request)
    name = scheme or (detected.scheme if detected else "")
    if not name:
        raise click.UsageError(
            "Neither headers nor body say how this is signed. Name it with --scheme; the command providers lists all."
        )
    if name not in SCHEMES:
        raise click.BadParameter(f"there is no scheme {name}; the command providers lists all", param_hint="--scheme")
    settings = {**(detected.settings if detected and detected.scheme == name else {}), **settings_from(pairs)}
    keys = keys_from(secrets, SCHEMES[name].key_kinds)
    verdict = verify(request, name, keys, settings, capture.received_ns / 10**9)
    streams.write_lines([json.dumps(as_object(verdict))] if as_json else lines_of(verdict, SCHEMES[name].title))
    return 0 if verdict.status is Status.VALID else 1


def lines_of(verdict: Verdict, title: str) -> Iterator[str]:
    """The word, then each step with its glyph, then what was expected and what came."""
    fits = f", with {verdict.key_label}" if verdict.key_label else ""
    yield f"{_GLYPHS[verdict.status is Status.VALID]} {verdict.status}  {title} ({verdict.scheme}){fits}"
    for step in verdict.steps:
        yield f"  {_GLYPHS[step.holds]} {visible(step.fact)}"
        if step.expected or step.found:
            yield f"      expected  {visible(step.expected)}"
            yield f"      found     {visible(step.found)}"
    if verdict.signed_content:
        yield f"  signed content: {len(verdict.signed_content)} bytes"


def as_object(verdict: Verdict) -> dict[str, Any]:
    return {
        "status": str(verdict.status),
        "scheme": verdict.scheme,
        "key": verdict.key_label or None,
        "steps": [
            {"name": s.name, "holds": s.holds, "fact": s.fact, "expected": s.expected, "found": s.found}
            for s in verdict.steps
        ],
        "signed_bytes": len(verdict.signed_content),
    }
