"""`compare`: in what two captures differ, headers and body, JSON by its values."""

import json
from contextlib import closing
from typing import Any

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.cli.show import capture_number
from webhook_inspector.options import GlobalOptions


@click.command(
    "compare",
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # lets -1 be an argument
    examples=(
        "webhook-inspector compare latest",
        "webhook-inspector compare 12 15 --ignore-ids",
        "webhook-inspector compare -1 --with retry --ignore data.object.metadata --ignore header:user-agent",
    ),
)
@click.argument("number", metavar="ID", callback=lambda _context, _parameter, value: capture_number(value))
@click.argument(
    "other",
    metavar="[ID]",
    required=False,
    callback=lambda _context, _parameter, value: None if value is None else capture_number(value),
)
@click.option(
    "--with",
    "partner",
    type=click.Choice(("previous", "retry")),
    help="What one ID is compared with: the capture before of its provider, event and path (so without this), or another try of it.",
)
@click.option(
    "--ignore",
    "patterns",
    metavar="PATH",
    multiple=True,
    help="A value such as data.object.created, created, items[*].id or $.id, or header:NAME. May be repeated.",
)
@click.option("--count-all", is_flag=True, help="Count what the setting compare.ignore names, too.")
@click.option("--ignore-ids", is_flag=True, help="Ignore whatever looks like an id or a time.")
@click.option("--exact-headers", is_flag=True, help="The order of header fields and the case of their names count.")
@click.option("--text", "as_text", is_flag=True, help="Compare JSON line by line, not by its values.")
@click.option("--json", "as_json", is_flag=True, help="The differences as one JSON object.")
@click.pass_obj
def command(
    options: GlobalOptions,
    /,
    number: int,
    other: int | None,
    partner: str | None,
    as_json: bool,
    **asked: Any,
) -> int:
    """Compare two captures, headers and body.

    ID is a number as list shows it; latest or -1 means the newest. With one ID, its capture is compared with the one before of
    the same provider, event and path. JSON is compared value by value, whatever the order of its members; the order of header
    fields does not count. What --ignore names, and the setting compare.ignore, which the window's comparison writes, does not
    count either. Exits with 0 only where nothing differs but what is ignored.
    """
    from webhook_inspector.cli.differences import as_object, lines_of
    from webhook_inspector.cli.pick import present
    from webhook_inspector.compare.comparison import BODY_LIMIT, compare
    from webhook_inspector.compare.counterpart import other_try, previous_of_kind
    from webhook_inspector.core.problem import KnownError, Problem
    from webhook_inspector.paths import data_folder
    from webhook_inspector.store.reader import Reader

    if other is not None and partner is not None:
        raise click.UsageError("Give either two IDs or --with.")
    wanted = _wanted(options, **asked)
    find = other_try if partner == "retry" else previous_of_kind
    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        found = present(reader, [number] if other is None else [number, other])
        pair = (found[0], found[1]) if other is not None else find(reader, found[0])
        records = [reader.record(one, body_limit=BODY_LIMIT) for one in pair]
    before, after = records
    if before is None or after is None:
        raise KnownError(Problem.of("no-capture", id=pair[records.index(None)]))
    comparison = compare(before, after, wanted)
    streams.write_lines([json.dumps(as_object(pair, comparison))] if as_json else lines_of(pair, comparison))
    return 1 if comparison.changes else 0


def _wanted(
    options: GlobalOptions,
    /,
    patterns: tuple[str, ...],
    count_all: bool,
    ignore_ids: bool,
    exact_headers: bool,
    as_text: bool,
) -> Any:
    from webhook_inspector.compare.comparison import Wanted
    from webhook_inspector.compare.ignoring import Ignoring, Pattern
    from webhook_inspector.paths import data_folder
    from webhook_inspector.settings import load_settings

    for pattern in patterns:
        if Pattern.parse(pattern) is None:
            raise click.BadParameter(f"{pattern!r} names no value and no header.", param_hint="--ignore")
    kept = () if count_all else load_settings(data_folder(options.data_dir).settings).texts("compare.ignore")
    return Wanted(Ignoring.of((*kept, *patterns), noise=ignore_ids), exact_headers, as_text)
