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

    Without an option the rules are those of the settings. 0 is no limit. Those of single endpoints hold in any case: see
    endpoints set.
    """
    from webhook_inspector.cli.removals import Removal
    from webhook_inspector.cli.upkeep import with_engine
    from webhook_inspector.endpoints import load_endpoints
    from webhook_inspector.paths import data_folder
    from webhook_inspector.retention import retention_limits
    from webhook_inspector.settings import load_settings
    from webhook_inspector.store.reader import Reader

    folder = data_folder(options.data_dir)
    limits = retention_limits(load_settings(folder.settings), load_endpoints(folder.settings))
    limits = replace(
        limits,
        age_days=limits.age_days if days is None else days,
        count=limits.count if count is None else count,
        size=limits.size if size is None else size * 2**20,
        deleted_days=0 if deleted else limits.deleted_days,
    )
    if dry_run:
        with closing(Reader(folder.history)) as reader:
            removals = [Removal.of(rule, ids) for rule, ids in reader.expendable(limits, time_ns(), _EVERY)]
    else:
        with closing(Reader(folder.history)):  # there is one
            pass
        removed = with_engine(options, "prune", lambda engine: engine.retention.sweep(limits))
        removals = [Removal(rule, count) for rule, count in removed.items()]
    if as_json:
        counts = {one.rule: one.count for one in removals}
        streams.write_lines([json.dumps({"removed": counts, "dry_run": dry_run})])
        return
    verb = "would remove" if dry_run else "removed"
    streams.write_lines([one.line(verb, limits) for one in removals] or ["nothing to remove"])
