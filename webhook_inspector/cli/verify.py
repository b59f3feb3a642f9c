"""`verify`: whether the signature of a capture is valid, step by step, and why it is not."""

import json
from contextlib import closing
from typing import Any

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.cli.show import capture_number
from webhook_inspector.options import GlobalOptions


@click.command(
    "verify",
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # lets -1 be an argument
    examples=(
        "webhook-inspector verify latest",
        "webhook-inspector verify 12 --scheme github --secret file:secret.txt",
        "webhook-inspector verify -1 --secret env:TOKEN --setting signed_url=https://example.com/hook",
        "webhook-inspector verify 12 --at now",
    ),
)
@click.argument("number", metavar="ID", callback=lambda _context, _parameter, value: capture_number(value))
@click.option(
    "--scheme", metavar="NAME", help="How it is signed; by default what its endpoint or itself says. See providers."
)
@click.option(
    "--secret",
    "sources",
    metavar="SOURCE",
    multiple=True,
    help="env:NAME or file:FILE, in place of the endpoint's secrets; may be repeated, any may fit.",
)
@click.option(
    "--setting",
    "pairs",
    metavar="NAME=VALUE",
    multiple=True,
    help="Of the scheme, such as signed_url or tolerance_seconds; goes before the endpoint's. May be repeated.",
)
@click.option(
    "--at",
    "moment",
    metavar="MOMENT",
    default="arrival",
    show_default=True,
    help="What the clock says: arrival, now, or a time as 2026-11-24T08:06:00Z.",
)
@click.option("--no-doctor", is_flag=True, help="Do not look for the reason.")
@click.option("--json", "as_json", is_flag=True, help="The verdict as one JSON object.")
@click.pass_obj
def command(
    options: GlobalOptions,
    /,
    number: int,
    no_doctor: bool,
    as_json: bool,
    **asked: Any,
) -> int:
    """Verify the signature of a capture, step by step.

    ID is a number as list shows it; latest or -1 means the newest. Secrets and settings are those of its endpoint; nothing that is
    given here is kept. Where the signature is not valid, the reason is looked for. Exits with 0 only where it is valid.
    """
    from webhook_inspector.cli.asked import Asked
    from webhook_inspector.cli.complaints import warn_all
    from webhook_inspector.cli.examination import as_object, lines_of
    from webhook_inspector.cli.pick import pick
    from webhook_inspector.core.verdict import Status
    from webhook_inspector.examine import Examination, examine
    from webhook_inspector.paths import data_folder
    from webhook_inspector.rulebook import Rulebook
    from webhook_inspector.settings import load_settings
    from webhook_inspector.store.reader import Reader

    wanted = Asked.of(**asked)
    folder = data_folder(options.data_dir)
    with closing(Reader(folder.history)) as reader:
        record = pick(reader, number)
        loaded = Rulebook(folder, load_settings(folder.settings)).load()
        warn_all(loaded.problems, options)
        case = wanted.case(record.capture, loaded.rules)
        if no_doctor:
            found = Examination(case, case.verdict(), None)
        else:
            found = examine(
                reader, record, wanted.known(case.endpoint, loaded.rules), case=case, seconds=DOCTOR_SECONDS
            )
    streams.write_lines([json.dumps(as_object(found))] if as_json else lines_of(found))
    return 0 if found.verdict.status is Status.VALID else 1


DOCTOR_SECONDS = 2.0
"""Somebody waits, but nothing else does."""
