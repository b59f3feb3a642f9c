"""`check`: whether a handler verifies what it gets."""

from typing import Any

import click

from webhook_inspector.cli.command import Command
from webhook_inspector.cli.send_options import connection_options, signing_options
from webhook_inspector.options import GlobalOptions


@click.command(
    "check",
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # lets -1 be an argument
    examples=(
        "webhook-inspector check latest --to http://localhost:3000/stripe",
        "webhook-inspector check stripe invoice.paid --to http://localhost:3000/hook --secret env:SECRET",
        "webhook-inspector check 12 --to http://localhost:3000 --format markdown > report.md",
    ),
)
@click.argument("words", metavar="ID|PROVIDER EVENT", nargs=-1, required=True)
@click.option("--to", metavar="URL", required=True, help="The handler. Without a path that of the capture is kept.")
@signing_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How the report is written.",
)
@connection_options
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON object: --format json.")
@click.pass_obj
def command(options: GlobalOptions, /, words: tuple[str, ...], to: str, form: str, as_json: bool, **asked: Any) -> int:
    """Check whether a handler verifies signatures.

    A capture, or a sample event as the command send has it, is signed and sent: valid, valid again, and broken in each way that
    its scheme lets a receiver notice: too old, changed, signed with another secret, not signed. The report tells which answers are
    right.

    The handler gets a request that it must accept, twice: check a handler that may be tried. Nothing of it is kept in the history. Exits with 0 only where all
    answers are right.
    """
    from webhook_inspector.cli.check_run import check

    if len(words) > 2:
        raise click.UsageError("Name a capture, or a provider and an event.")
    return check(options, words, to, "json" if as_json else form, asked)
