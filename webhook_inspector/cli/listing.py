"""`list`: the captures of the history, newest at the bottom."""

from contextlib import closing
from threading import Event

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.filters import FilterCommand, query_of
from webhook_inspector.options import GlobalOptions

FOLLOW_SECONDS = 0.2
"""Between two looks at the history."""


@click.command(
    "list",
    cls=FilterCommand,
    examples=(
        "webhook-inspector list --limit 10",
        "webhook-inspector list provider:stripe sig:invalid since:1h",
        "webhook-inspector list 'body.amount>1000' NOT status:200",
        """webhook-inspector list stripe '"payment failed"'""",
        "webhook-inspector list --follow --json | jq .target",
    ),
)
@click.argument("words", metavar="[FILTER]...", nargs=-1)
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=0),
    default=50,
    show_default=True,
    metavar="N",
    help="The newest N; 0 for all.",
)
@click.option("-f", "--follow", is_flag=True, help="Go on with what is captured from now on, until Ctrl+C.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def command(options: GlobalOptions, words: tuple[str, ...], limit: int, follow: bool, as_json: bool) -> None:
    """List captures, the newest at the bottom.

    FILTER is fields such as provider:stripe and words that stand somewhere in the request line, headers or body; all have
    to hold. Without it all captures are listed.
    """
    from webhook_inspector.cli.history import Follower, newest_rows
    from webhook_inspector.cli.rows import lines_as
    from webhook_inspector.paths import data_folder

    path, query = data_folder(options.data_dir).history, query_of(words, options)
    lines = lines_as(as_json=as_json, dated=True)
    if not follow:
        for page in newest_rows(path, query, limit):
            streams.write_lines(lines(page))
        return
    pause = Event()
    with closing(Follower(path, query, limit)) as follower:
        while True:
            for page in follower.look():
                streams.write_lines(lines(page))
            pause.wait(FOLLOW_SECONDS)
