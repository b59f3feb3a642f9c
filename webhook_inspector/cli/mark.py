"""`mark`: puts a pin, a colour, tags or a note on captures, or takes them away."""

import json
from contextlib import closing
from typing import Any

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.cli.show import capture_number
from webhook_inspector.core.marks import COLOURS, MarkChange, in_order, note_of, tag_of
from webhook_inspector.options import GlobalOptions


@click.command(
    "mark",
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # lets -1 be an argument
    examples=(
        "webhook-inspector mark latest --pin",
        """webhook-inspector mark 12 13 --tag refund --note 'Ask support about it'""",
        "webhook-inspector mark 12 --unpin --untag refund --colour none",
    ),
)
@click.argument(
    "numbers",
    metavar="ID...",
    nargs=-1,
    required=True,
    callback=lambda _context, _parameter, values: tuple(map(capture_number, values)),
)
@click.option(
    "--pin/--unpin", "pinned", default=None, help="A pinned capture stays when others are cleared or removed."
)
@click.option("--colour", type=click.Choice(["none", *COLOURS]), help="Its colour in the window's list.")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="Add a tag; may be repeated.")
@click.option("--untag", "untags", metavar="TAG", multiple=True, help="Take a tag away; may be repeated.")
@click.option("--note", metavar="TEXT", help="The note, in place of the one that is there; an empty one is none.")
@click.option("--json", "as_json", is_flag=True, help="Say what was marked as one JSON object.")
@click.pass_obj
def command(options: GlobalOptions, /, numbers: tuple[int, ...], as_json: bool, **asked: Any) -> None:
    """Pin, colour, tag and note captures.

    ID is a number as list shows it; latest or -1 means the newest, -2 the one before it. What no option names stays as it is.
    """
    from webhook_inspector.cli.pick import present
    from webhook_inspector.cli.upkeep import captures, with_engine
    from webhook_inspector.paths import data_folder
    from webhook_inspector.store.reader import Reader

    change = _change(**asked)
    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        ids = present(reader, numbers)
    changed = with_engine(options, "mark", lambda engine: engine.marking.mark(ids, change))
    if as_json:
        streams.write_lines([json.dumps({"marked": sorted(changed)})])
    else:
        streams.write_lines([f"marked {captures(len(changed))}"])


def _change(
    pinned: bool | None, colour: str | None, tags: tuple[str, ...], untags: tuple[str, ...], note: str | None
) -> MarkChange:
    return MarkChange(
        pinned,
        None if colour is None else colour.removeprefix("none"),
        None if note is None else note_of(note),
        in_order(map(tag_of, tags)),
        in_order(map(tag_of, untags)),
    )
