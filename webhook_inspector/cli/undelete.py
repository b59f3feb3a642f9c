"""`undelete`: brings back what was deleted."""

import json
from contextlib import closing

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.options import GlobalOptions

_MOST = 10_000
"""Deletions that are looked at."""


@click.command(
    "undelete",
    cls=Command,
    examples=("webhook-inspector undelete", "webhook-inspector undelete --list", "webhook-inspector undelete --all"),
)
@click.option("--all", "everything", is_flag=True, help="Everything that was deleted and is still there.")
@click.option(
    "--list", "only_list", is_flag=True, help="Change nothing; list what can be brought back, the latest first."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def command(options: GlobalOptions, everything: bool, only_list: bool, as_json: bool) -> None:
    """Bring back what was deleted last, all that went together.

    What was deleted is removed for good after 7 days, or earlier by prune --deleted.
    """
    from webhook_inspector.cli.rows import local_time
    from webhook_inspector.cli.upkeep import captures, with_engine
    from webhook_inspector.core.problem import KnownError, Problem
    from webhook_inspector.engine import Engine
    from webhook_inspector.formats.moment import rfc3339
    from webhook_inspector.paths import data_folder
    from webhook_inspector.store.reader import Reader

    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        deletions = reader.deletions(_MOST)
    if only_list:
        for moment, count in deletions:
            told = json.dumps({"deleted_at": rfc3339(moment), "captures": count})
            streams.write_lines([told if as_json else f"{local_time(moment)}  {captures(count)}"])
        return
    if not deletions:
        raise KnownError(Problem.of("nothing-deleted"))
    chosen = deletions if everything else deletions[:1]

    async def bring_back(engine: Engine) -> int:
        return sum([len(await engine.marking.restore(moment)) for moment, _ in chosen])

    back = with_engine(options, "undelete", bring_back)
    streams.write_lines([json.dumps({"restored": back}) if as_json else f"brought back {captures(back)}"])
