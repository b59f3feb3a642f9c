"""`resend`: sends captures again, or a pasted request, as they are or edited, signed anew, broken on purpose."""

from typing import Any

import click

from webhook_inspector.cli.command import Command
from webhook_inspector.cli.send_options import (
    BREAK,
    connection_options,
    repetition_options,
    selection_options,
    showing_options,
    signing_options,
)
from webhook_inspector.cli.show import capture_number
from webhook_inspector.options import GlobalOptions


@click.command(
    "resend",
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # lets -1 be an argument
    examples=(
        "webhook-inspector resend latest --to http://localhost:3000",
        "webhook-inspector resend 12 13 14 --to http://localhost:3000/stripe --sign --gaps original",
        "webhook-inspector resend 12 --to http://localhost:3000 --body new.json --secret env:SECRET",
        "webhook-inspector resend 12 --to http://localhost:3000 --sign --break expired=10",
        "webhook-inspector resend 12 --to http://localhost:3000 --repeat 100 --at-once 10",
        "webhook-inspector resend --curl - < command.txt",
    ),
)
@click.argument(
    "numbers",
    metavar="[ID]...",
    nargs=-1,
    callback=lambda _context, _parameter, values: tuple(map(capture_number, values)),
)
@click.option(
    "--to",
    metavar="URL",
    help="Where to send. Without a path that of the capture is kept; one with a path takes over the query only.",
)
@click.option("--curl", "text", metavar="TEXT|-", help="Instead of captures: a curl command, or a request as text.")
@click.option("--sign", is_flag=True, help="Sign it again, now, with a new id where the scheme has one.")
@signing_options
@BREAK
@click.option("--method", metavar="NAME", help="Another method.")
@click.option(
    "--set-header",
    "headers",
    metavar="'NAME: VALUE'",
    multiple=True,
    help="In place of the headers of that name, or beside the others. May be repeated.",
)
@click.option(
    "--drop-header", "dropped", metavar="NAME", multiple=True, help="Without the headers of that name. May be repeated."
)
@click.option("--body", metavar="FILE|-", help="Another body: the bytes of a file or of standard input.")
@click.option(
    "--var",
    "variables",
    metavar="NAME=VALUE",
    multiple=True,
    help="Fill in {{NAME}}, and {{$timestamp}}, {{$isoTimestamp}}, {{$uuid}}; --curl does the latter by itself. May be repeated.",
)
@click.option("--keep-host", is_flag=True, help="Leave the Host header as it came.")
@click.option("--raw", is_flag=True, help="Leave Host, length and connection headers exactly as they are.")
@connection_options
@repetition_options
@selection_options
@showing_options
@click.pass_obj
def command(
    options: GlobalOptions,
    /,
    numbers: tuple[int, ...],
    to: str | None,
    text: str | None,
    **asked: Any,
) -> int:
    """Send captures again, and print a line for each answer.

    ID is a number as list shows it; latest or -1 means the newest. Without further options everything but the Host header and what
    belongs to the connection goes out byte for byte as it came, its signature too. --secret, --setting and --scheme sign it anew, as --sign does.

    What was sent and what was answered are kept in the history; see deliveries. Redirects are not followed. Exits with 0 only where every
    answer was a 2xx.
    """
    if bool(numbers) == bool(text):
        raise click.UsageError("Name captures, or give a request with --curl.")
    if numbers and not to:
        raise click.UsageError("Say where to send with --to URL.")
    if asked["keep_host"] and asked["raw"]:
        raise click.UsageError("--raw keeps the host anyway.")
    from webhook_inspector.cli.resend_run import resend

    return resend(options, numbers, to or "", text, asked)
