"""`list` and the window give the same captures for any filter, of histories with all kinds of captures, marks, tries and deletions."""

import json
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ui.feeding import Around
from tests.unit.store import queries
from webhook_inspector.cli import listing
from webhook_inspector.cli.edge import run as run_command
from webhook_inspector.core.capture import Record
from webhook_inspector.paths import DataFolder
from webhook_inspector.search.query import Node, Query
from webhook_inspector.store import marking
from webhook_inspector.store.history import History
from webhook_inspector.store.rows import UPDATE_MARKS, marks_columns
from webhook_inspector.ui import feed as feed_file
from webhook_inspector.ui import found as found_file

FILTERS = 20
"""Of each history; with ten histories two hundred."""
PER_HISTORY = settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def keep(folder: DataFolder, records: list[Record], gone: set[int]) -> None:
    with closing(History(folder.history, on_notice=print)) as history:
        history.open()
        history.write(records)
    with closing(sqlite3.connect(folder.history)) as connection, connection:
        for number, record in enumerate(records, 1):
            connection.execute(UPDATE_MARKS, (*marks_columns(record.marks), number))
        marking.delete(connection, gone, 1)


@PER_HISTORY
@given(
    st.lists(queries.records(), min_size=10, max_size=24),
    st.sets(st.integers(1, 24), max_size=5),
    st.lists(queries.nodes, min_size=FILTERS, max_size=FILTERS),
)
def test_the_terminal_lists_what_the_window_shows(
    aloop, tmp_path: Path, monkeypatch, capsys, records: list[Record], gone: set[int], nodes: list[Node]
) -> None:
    for file in (found_file, feed_file):
        monkeypatch.setattr(file, "FIRST", 5)  # the window finds in two parts
    place = next(path for path in (tmp_path / str(number) for number in count()) if not path.exists())
    folder = DataFolder(place)
    folder.make()
    keep(folder, records, gone)
    there = set(range(1, len(records) + 1)) - gone

    def listed_by(query: Query) -> list[int]:
        monkeypatch.setattr(listing, "query_of", lambda _words, _options: query)
        assert run_command(["--data-dir", str(place), "list", "--json", "-n", "0"]) == 0
        return [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]

    async def compare() -> None:
        """All in one: what the feed has begun must not go on while its loop stands still."""
        around = Around(folder.history)
        try:
            for node in nodes:
                query = Query(node, "generated")
                listed = listed_by(query)
                await around.show(query)
                shown = list(around.model.ids)
                if query.is_empty:
                    assert set(listed) == there
                    assert set(shown) <= there
                else:
                    assert listed == shown, query
        finally:
            await around.end()
        assert around.failures == []

    aloop.run_until_complete(compare())
