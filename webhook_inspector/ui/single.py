"""One window a data folder: a second start brings the first one to the front and leaves."""

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QEventLoop, QStandardPaths

_LONGEST = 90
"""Bytes of a socket's path: systems allow 104 to 108."""


def socket_name(folder: Path) -> str:
    """In the data folder itself; where that cannot be (a long path, Windows), a name made of the folder's."""
    path = folder / "window.socket"
    if os.name == "posix" and len(os.fsencode(path)) <= _LONGEST:
        return str(path)
    name = "webhook-inspector-" + hashlib.sha256(os.fsencode(folder)).hexdigest()[:20]
    if os.name == "posix":
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation) + "/" + name
    return name


def hand_over(folder: Path) -> bool:
    """Asks the window that has this folder to come to the front. False where there is none, or it does not answer."""
    name = socket_name(folder)
    if os.name == "posix" and not Path(name).exists():
        return False  # as mostly, and QtNetwork need not be loaded before the first paint
    from webhook_inspector.ui.doorbell import Ring

    ring, loop = Ring(name), QEventLoop()
    ring.ended.connect(loop.quit)
    ring.begin()
    if ring.heard is None:
        loop.exec()
    return bool(ring.heard)
