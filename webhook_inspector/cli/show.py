"""`show`: one capture, for reading or byte for byte."""

import re
from contextlib import closing

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.options import GlobalOptions


def capture_number(value: str) -> int:
    """A number as `list` shows it; `latest` or -1 for the newest, -2 for the one before it, and so on."""
    if value == "latest":
        return -1
    if not re.fullmatch(r"-?[0-9]{1,18}", value) or int(value) == 0:
        raise click.BadParameter(f"{value!r} is neither the number of a capture nor latest, -1, -2 …")
    return int(value)


@click.command(
    "show",
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # lets -1 be an argument
    examples=(
        "webhook-inspector show latest",
        "webhook-inspector show 12 --raw > request.bin",
        "webhook-inspector show -1 --body | jq .",
    ),
)
@click.argument("number", metavar="ID", callback=lambda _context, _parameter, value: capture_number(value))
@click.option("--raw", "part", flag_value="raw", help="The request as it came: head and body, nothing added.")
@click.option("--headers", "part", flag_value="headers", help="The header block as text.")
@click.option("--body", "part", flag_value="body", help="The bytes of the body as they came.")
@click.option("--json", "part", flag_value="json", help="Everything as one JSON object on one line.")
@click.pass_obj
def command(options: GlobalOptions, number: int, part: str | None) -> None:
    """Show one capture: what came, its headers and its body.

    ID is a number as list shows it; latest or -1 means the newest, -2 the one before it.
    """
    from webhook_inspector.cli.page import header_lines, json_object, page
    from webhook_inspector.cli.pick import pick
    from webhook_inspector.core.capture import row_of
    from webhook_inspector.paths import data_folder
    from webhook_inspector.store.reader import Reader

    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        record = pick(reader, number)
        row = next(iter(reader.rows([record.id])), row_of(record))
    capture = record.capture
    match part:
        case "raw":
            streams.write_bytes((capture.head, capture.body))
        case "body":
            streams.write_bytes((capture.body,))
        case "headers":
            streams.write_lines(header_lines(capture))
        case "json":
            streams.write_lines([json_object(record, row)])
        case _:
            streams.write_lines(page(record, row))
