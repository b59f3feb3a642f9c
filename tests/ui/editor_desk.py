"""Editors for tests, over a sender that answers by itself or when it is told to."""

import asyncio

from tests.ui.judged import Rulebook
from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.core.delivery import Attempt, Delivery, Response, Timings
from webhook_inspector.resend import Outcome
from webhook_inspector.ui.editor_environments import Environments
from webhook_inspector.ui.editor_pane import Desk, EditorPane
from webhook_inspector.ui.editor_sending import EditorSender, Hosts


class NoEngine:
    """Notes what is sent; waits before it answers, as long as `gate` is closed."""

    def __init__(self):
        self.gate = asyncio.Event()
        self.gate.set()
        self.sent = []

    async def ask(self, question):
        return await question(self)

    @property
    def resend(self):
        return self

    async def send(self, outgoing, options, *, capture):
        self.sent.append((outgoing, options, capture))
        await self.gate.wait()
        response = Response(200, b"HTTP/1.1 200 OK\r\n\r\n", b"ok")
        attempt = Attempt(
            0, "POST", outgoing.origin, outgoing.head, outgoing.body, response, timings=Timings(total=0.01)
        )
        return Outcome(Delivery(outgoing.origin, 0), attempt)


class EditorDesk:
    """`async with EditorDesk(qtbot, folder) as desk: pane = await desk.opened(…)`."""

    def __init__(self, qtbot, folder, rules=None):
        self.qtbot = qtbot
        self.rulebook = Rulebook() if rules is None else Rulebook(rules)
        self.bench = Bench(Shelf(), self.rulebook)
        self.engine = NoEngine()
        self.earlier = None
        self.environments = Environments(folder.settings, self.bench.tools.tasks)
        sender = EditorSender(self.engine, lambda: True)
        self.desk = Desk(self.bench.tools, sender, Hosts(folder.settings), self.environments, self.last_attempt)
        self.panes = []

    async def last_attempt(self, _capture, _target):
        return self.earlier

    async def opened(self, opened):
        pane = EditorPane(self.desk, opened)
        self.panes.append(pane)
        self.qtbot.addWidget(pane)
        pane.resize(1000, 600)
        pane.show()
        await until(lambda: pane.live)
        return pane

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.engine.gate.set()
        for pane in self.panes:
            pane.stop()
        await self.bench.close()
