"""`export`: captures as a file, or on standard output."""

import json
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.filters import FilterCommand, query_of
from webhook_inspector.cli.progress import Counted
from webhook_inspector.cli.show import capture_number
from webhook_inspector.core.text import visible
from webhook_inspector.files import write_whole
from webhook_inspector.formats import FORMATS
from webhook_inspector.formats.format import Format
from webhook_inspector.options import GlobalOptions
from webhook_inspector.search.query import Query

_STANDARD_OUTPUT = "-"


@click.command(
    "export",
    cls=FilterCommand,
    examples=(
        "webhook-inspector export -o webhooks.jsonl",
        "webhook-inspector export stripe --format har -o stripe.har",
        "webhook-inspector export --id 12 --id latest --format http",
    ),
)
@click.argument("words", metavar="[FILTER]...", nargs=-1)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="How to write them; by default what the suffix of FILE says, else jsonl.",
)
@click.option("-o", "--output", metavar="FILE", default=_STANDARD_OUTPUT, help="Where to; - is standard output.")
@click.option(
    "--id",
    "numbers",
    metavar="ID",
    multiple=True,
    callback=lambda _context, _parameter, values: tuple(map(capture_number, values)),
    help="Only this capture; may be repeated.",
)
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Say what was exported as one JSON object; needs -o FILE.")
@click.pass_obj
def command(
    options: GlobalOptions,
    words: tuple[str, ...],
    format_name: str | None,
    output: str,
    numbers: tuple[int, ...],
    force: bool,
    as_json: bool,
) -> None:
    """Export captures to a file or to standard output.

    Without FILTER and --id these are all of them, the oldest first. FILTER is as for list.

    jsonl is exact and easy to process, http holds the requests as they came, har opens in browsers and HTTP tools.
    A file appears under its name only when it is whole.
    """
    to_file = output != _STANDARD_OUTPUT
    if words and numbers:
        raise click.UsageError("Choose captures by FILTER or by --id, not by both.")
    if as_json and not to_file:
        raise click.UsageError("--json says what was exported, and needs -o FILE.")
    chosen = FORMATS[format_name] if format_name else _by_suffix(output)
    file = Path(output) if to_file else None
    written = _export(options, _Choice(query_of(words, options), numbers), chosen, file, overwrite=force)
    if as_json:
        streams.write_lines([json.dumps({"exported": written, "format": chosen.name, "file": output})])
    elif to_file:
        streams.write_lines([f"exported {written:,} {'capture' if written == 1 else 'captures'} to {visible(output)}"])


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which captures: those named, or without any those that match the filter."""

    query: Query
    numbers: tuple[int, ...]


def _export(options: GlobalOptions, choice: _Choice, chosen: Format, file: Path | None, *, overwrite: bool) -> int:
    """How many captures were written."""
    from webhook_inspector.cli.pick import present
    from webhook_inspector.paths import data_folder
    from webhook_inspector.store.reader import Reader

    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        ids = present(reader, choice.numbers) if choice.numbers else reader.ids(choice.query)
        records = Counted(reader.records(ids), "exported", len(ids))
        if file is None:
            streams.write_bytes(chosen.dumps(records))
        else:
            write_whole(file, chosen.dumps(records), overwrite=overwrite)
    return records.count


def _by_suffix(output: str) -> Format:
    suffix = Path(output).suffix.lower()
    return next((found for found in FORMATS.values() if found.suffix == suffix), FORMATS["jsonl"])
