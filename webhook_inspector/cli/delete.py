"""`delete`: takes captures out of the list; for some days they can be brought back."""

import json
from array import array
from contextlib import closing

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.filters import FilterCommand, query_of
from webhook_inspector.cli.show import capture_number
from webhook_inspector.options import GlobalOptions


@click.command(
    "delete",
    cls=FilterCommand,
    examples=(
        "webhook-inspector delete --id 12 --id latest",
        "webhook-inspector delete health-check",
        "webhook-inspector delete --all",
    ),
)
@click.argument("words", metavar="[FILTER]...", nargs=-1)
@click.option(
    "--id",
    "numbers",
    metavar="ID",
    multiple=True,
    callback=lambda _context, _parameter, values: tuple(map(capture_number, values)),
    help="This capture, also if it is pinned; may be repeated.",
)
@click.option("--all", "everything", is_flag=True, help="All captures that are not pinned.")
@click.option("--json", "as_json", is_flag=True, help="Say what was deleted as one JSON object.")
@click.pass_obj
def command(
    options: GlobalOptions, words: tuple[str, ...], numbers: tuple[int, ...], everything: bool, as_json: bool
) -> None:
    """Delete captures; undelete brings them back.

    Those that match FILTER, those named with --id, or all. Pinned ones stay, unless they are named.

    FILTER is as for list. Deleted captures can be brought back with undelete for 7 days; then they are removed for good.
    """
    from webhook_inspector.cli.upkeep import captures, with_engine

    if sum(map(bool, (words, numbers, everything))) != 1:
        raise click.UsageError("Choose captures by FILTER, by --id or with --all.")
    ids = _chosen(options, words, numbers, everything=everything)
    done = with_engine(options, "delete", lambda engine: engine.marking.delete(ids))
    if as_json:
        streams.write_lines([json.dumps({"deleted": done.count})])
    else:
        back = "; webhook-inspector undelete brings them back" if done.count else ""
        streams.write_lines([f"deleted {captures(done.count)}{back}"])


def _chosen(
    options: GlobalOptions, words: tuple[str, ...], numbers: tuple[int, ...], *, everything: bool
) -> "array[int]":
    from webhook_inspector.cli.pick import present
    from webhook_inspector.paths import data_folder
    from webhook_inspector.store.reader import Reader

    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        if numbers:
            return array("q", present(reader, numbers))
        query = query_of(words, options)
        if query.is_empty and not everything:
            raise click.UsageError("An empty filter finds all captures; write --all if you mean that.")
        return reader.not_pinned(reader.ids(query))
