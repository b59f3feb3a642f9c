"""Looks through the whole file once, shortly after the start: damage is better found before it is needed.

It runs beside everything else, on its own read-only connection and in its own short-lived thread. While it reads, the
log cannot be moved into the database, so it gives way when that grows too long; the next start tries again.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from webhook_inspector.store.connect import connect_reading
from webhook_inspector.store.faults import Fault, fault_of
from webhook_inspector.store.files import Identity, identity

_log = logging.getLogger(__name__)


class QuickCheck:
    """SQLite's quick_check of the history at `path`, once."""

    def __init__(self, path: Path, on_damage: Callable[[Identity], None], *, delay: float = 2.0) -> None:
        self._path = path
        self._on_damage = on_damage
        """Called from the thread of the check, with the file that is damaged."""
        self._delay = delay
        """Seconds after the start: the window comes first."""
        self._stopped = threading.Event()
        self._connection: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._run, name="store check", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.give_way()
        while self._thread.ident is not None and self._thread.is_alive():
            self._interrupt()  # again and again: an interrupt before the query has begun is lost
            self._thread.join(0.05)

    def give_way(self) -> None:
        """Calls the check off, without waiting."""
        self._stopped.set()
        self._interrupt()

    def _interrupt(self) -> None:
        connection = self._connection
        if connection is not None:
            try:
                connection.interrupt()
            except sqlite3.ProgrammingError:
                return  # closed in this moment

    def _run(self) -> None:
        if self._stopped.wait(self._delay):
            return
        file = identity(self._path)
        try:
            with closing(connect_reading(self._path)) as connection:
                self._connection = connection
                (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.Error as error:
            if fault_of(error) is not Fault.DAMAGED:
                _log.info("the history was not checked: %s", error)
                return
            found = str(error)
        if found != "ok" and file is not None and not self._stopped.is_set():
            _log.warning("the history is damaged: %s", found)
            self._on_damage(file)
