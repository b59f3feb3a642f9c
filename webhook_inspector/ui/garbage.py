"""Collects garbage on the GUI thread only.

Python's collector runs in whichever thread allocates. If that is the engine's and it frees a Qt object, the process crashes. So it
is off while the window lives, and a timer does its work here, a generation at a time as the collector itself would.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
FULL_EVERY = 30
"""The oldest generation is collected every so many rounds at most."""


class GarbageTimer(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._collect)

    def take_over(self) -> None:
        """From now on nothing is collected but here."""
        gc.disable()
        self._timer.start()

    def settle(self) -> None:
        """What start-up has made lives as long as the window: it is not looked at again."""
        gc.collect()
        gc.freeze()

    def give_back(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        self._rounds += 1
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        if old > limits[2] and self._rounds >= FULL_EVERY:
            self._rounds = 0
            gc.collect(2)
        elif middle > limits[1]:
            gc.collect(1)
        elif young > limits[0]:
            gc.collect(0)
