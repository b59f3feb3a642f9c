import asyncio
import threading

from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_head, make_record
from tests.ui.shelf import Shelf
from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.bodies.pretty import Opened
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.ui import body_making
from webhook_inspector.ui.body_content import BodyContent, peek
from webhook_inspector.ui.body_making import BodyMaking, raw_look
from webhook_inspector.ui.body_progress import BodyProgress
from webhook_inspector.ui.body_text import Look
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.workshop import Workshop

JSON = make_head(headers=(("Content-Type", "application/json"),))
LARGE = Shelf(make_record(make_capture(head=JSON, body=b"[" + b"1," * 300_000 + b"1]"))).loaded()


async def test_what_is_quick_says_nothing(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    line, raw, workshop = BodyProgress(), list[BodyContent](), Workshop()
    qtbot.addWidget(line)
    small = Shelf(make_record(make_capture(head=JSON, body=b"[1]"))).loaded()
    before = peek(small, Look())
    assert before is not None
    made = await BodyMaking(workshop, line).made(small, Look(), before, raw.append)
    assert made.view is View.PRETTY
    assert raw == []
    assert line.isHidden()
    workshop.close()


async def test_what_takes_long_shows_the_raw_text_first(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch):
    monkeypatch.setattr(body_making, "PATIENCE", 0.0)
    line, raw, workshop = BodyProgress(), list[BodyContent](), Workshop()
    qtbot.addWidget(line)
    said = list[float]()
    monkeypatch.setattr(line, "say", said.append)
    before = peek(LARGE, Look())
    assert before is not None
    made = await BodyMaking(workshop, line).made(LARGE, Look(), before, raw.append)
    assert made.view is View.PRETTY
    assert all(0 <= share <= 1 for share in said)
    assert said
    assert [content.view for content in raw] in ([], [View.RAW])  # on a slow machine it may come too late
    workshop.close()


async def test_a_view_that_is_never_slow_says_nothing(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch):
    monkeypatch.setattr(body_making, "PATIENCE", 0.0)
    line, raw, workshop = BodyProgress(), list[BodyContent](), Workshop()
    qtbot.addWidget(line)
    look = raw_look(Look())
    before = peek(LARGE, look)
    assert before is not None
    made = await BodyMaking(workshop, line).made(LARGE, look, before, raw.append)
    assert made.view is View.RAW
    assert raw == []
    workshop.close()


async def test_only_one_thread_works_at_a_time(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch):
    monkeypatch.setattr(body_making, "PATIENCE", 0.0)
    line, raw, workshop = BodyProgress(), list[BodyContent](), Workshop()
    qtbot.addWidget(line)
    shown, told, moved = threading.Event(), [0], list[int]()
    before = peek(LARGE, Look())
    assert before is not None

    def prepare(_loaded: Loaded, look: Look, progress: Progress, _body: Opened) -> BodyContent:
        if look == raw_look(Look()):
            first = told[0]
            shown.wait(0.05)  # the other one would be told some times
            moved.append(told[0] - first)
        else:
            while not shown.is_set():
                progress.tell(told[0], 2**30)
                told[0] += 1
        return before

    def show_raw(content: BodyContent) -> None:
        raw.append(content)
        shown.set()

    monkeypatch.setattr(body_making, "prepare", prepare)
    await BodyMaking(workshop, line).made(LARGE, Look(), before, show_raw)
    assert raw == [before]
    assert moved[0] <= 1
    assert told[0] > 0
    workshop.close()


def test_raw_is_for_every_kind():
    assert set(raw_look(Look(as_received=True)).views) == set(KindName)
    assert raw_look(Look(as_received=True)).as_received
