"""`import`: captures from files into the history."""

import json
from functools import partial
from pathlib import Path

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.core.text import visible
from webhook_inspector.formats import FORMATS
from webhook_inspector.options import GlobalOptions


@click.command(
    "import",
    cls=Command,
    examples=(
        "webhook-inspector import webhooks.jsonl",
        "webhook-inspector import --format har export.txt",
        "webhook-inspector --data-dir ./copy import history.db",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="How the files are written; by default what their content and their suffix say.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line, for each file.")
@click.pass_obj
def command(options: GlobalOptions, files: tuple[Path, ...], format_name: str | None, as_json: bool) -> None:
    """Import captures from files.

    These are what export has written, HAR files of other tools, or another history. Captures keep the time at which they were received and come after what the history holds already. Of a damaged history
    everything is taken that can still be read. - is standard input.

    Signatures are verified by the endpoints and secrets of this data folder.
    """
    from webhook_inspector.cli.complaints import warn_all
    from webhook_inspector.cli.intake import Intake, judging
    from webhook_inspector.cli.sources import Source
    from webhook_inspector.paths import data_folder
    from webhook_inspector.rulebook import Rulebook
    from webhook_inspector.settings import load_settings
    from webhook_inspector.store.lock import FolderLock

    folder = data_folder(options.data_dir)
    folder.make()
    settings = load_settings(folder.settings)
    chosen = FORMATS[format_name] if format_name else None
    lock = FolderLock(folder.lock, "webhook-inspector import")
    lock.acquire()
    try:
        book = Rulebook(folder, settings)
        loaded = book.load()
        warn_all(loaded.problems, options)
        judge = judging(loaded.rules, fetches=settings.text("signatures.fetch_keys") == "yes")
        marks = {"rules": book.fingerprint(loaded.rules)}
        with Intake(folder.history, settings.text("store.synchronous"), judge=judge, marks=marks) as intake:
            for path in files:
                intake.take_all(Source(path, chosen, folder.history), partial(_tell, as_json=as_json))
    finally:
        lock.release()


def _tell(path: Path, imported: int, unreadable: int, *, as_json: bool) -> None:
    if as_json:
        streams.write_lines([json.dumps({"file": str(path), "imported": imported, "unreadable": unreadable})])
        return
    captures = "capture" if imported == 1 else "captures"
    rest = f"; {unreadable:,} could not be read" if unreadable else ""
    streams.write_lines([f"imported {imported:,} {captures} from {visible(str(path))}{rest}"])
