"""The local socket between a window and a second start on the same data folder.

The second start connects to a socket that only this user can open and says one word. Nothing else is understood there. What it is
called is for `single.socket_name` to say.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WORD = b"raise"
WAIT_MS = 500


class Ring(QObject):
    """One ring at the door of the window that has a folder.

    Made of signals: the waiting functions of Qt's sockets hold Python's lock, and would stop every other thread meanwhile.
    """

    ended = Signal()
    """`heard` is known."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heard: bool | None = None
        self._name = name
        self._said = False
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._say)
        self._socket.disconnected.connect(self._gone)
        self._socket.errorOccurred.connect(self._gone)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._too_late)

    def begin(self) -> None:
        self._patience.start(WAIT_MS)
        self._socket.connectToServer(self._name)

    def _say(self) -> None:
        self._said = True
        self._socket.write(WORD)
        self._socket.flush()

    def _gone(self) -> None:
        """A window hangs up as soon as it has read the word."""
        self._end(heard=self._said)

    def _too_late(self) -> None:
        """One that hangs, or is being closed, does not."""
        self._end(heard=False)

    def _end(self, *, heard: bool) -> None:
        if self.heard is None:
            self.heard = heard
            self._patience.stop()
            self._socket.abort()
            self.ended.emit()


class Doorbell(QObject):
    """The first window's end of it. Open it only with the folder's lock held: it takes the place of one left by a crash."""

    rung = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def open(self) -> bool:
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._hear)
            if socket.bytesAvailable():
                self._heard(socket)

    def _hear(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._heard(socket)

    def _heard(self, socket: QLocalSocket) -> None:
        if socket.read(len(WORD) + 1).data() == WORD:
            self.rung.emit()
        socket.disconnectFromServer()
