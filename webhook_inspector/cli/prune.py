"""`prune`: removes old captures for good and gives the room back to the disk."""

import json
from contextlib import closing
from dataclasses import replace
from time import time_ns

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.options import GlobalOptions

_EVERY = 2**62
_WORDS = {
    "deleted": "deleted before",
    "age": "too old",
    "count": "too many",
    "size": "over the size",
}


@click.command(
    "prune",
    cls=Command,
    examples=(
        "webhook-inspector prune",
        "webhook-inspector prune --days 30 --keep 100000",
        "webhook-inspector prune --deleted --dry-run",
    ),
)
@click.option("--days", type=click.IntRange(0, 36_500), metavar="N", help="Keep what was received in the last N days.")
@click.option("--keep", "count", type=click.IntRange(min=0), metavar="N", help="Keep the newest N, beside pinned ones.")
@click.option(
    "--size", type=click.IntRange(min=0), metavar="MIB", help="Keep as many as fit into a file of so many MiB."
)
@click.option("--deleted", is_flag=True, help="Remove at once what was deleted; it cannot be brought back then.")
@click.option("--dry-run", is_flag=True, help="Remove nothing; say what would be removed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(
    options: GlobalOptions,
    days: int | None,
    count: int | None,
    size: int | None,
    deleted: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Remove captures for good, by the rules of retention. Pinned ones stay.

    Without an option the rules are those of the settings. 0 is no limit.
    """
    from webhook_inspector.cli.upkeep import captures, with_engine
    from webhook_inspector.paths import data_folder
    from webhook_inspector.retention import retention_limits
    from webhook_inspector.settings import load_settings
    from webhook_inspector.store.reader import Reader

    folder = data_folder(options.data_dir)
    limits = retention_limits(load_settings(folder.settings))
    limits = replace(
        limits,
        age_days=limits.age_days if days is None else days,
        count=limits.count if count is None else count,
        size=limits.size if size is None else size * 2**20,
        deleted_days=0 if deleted else limits.deleted_days,
    )
    with closing(Reader(folder.history)) as reader:
        removals = {rule: len(ids) for rule, ids in reader.expendable(limits, time_ns(), _EVERY)} if dry_run else {}
    if not dry_run:
        removals = with_engine(options, "prune", lambda engine: engine.retention.sweep(limits))
    if as_json:
        streams.write_lines([json.dumps({"removed": removals, "dry_run": dry_run})])
        return
    verb = "would remove" if dry_run else "removed"
    lines = [f"{verb} {captures(number)}: {_WORDS[rule]}" for rule, number in removals.items()]
    streams.write_lines(lines or ["nothing to remove"])
