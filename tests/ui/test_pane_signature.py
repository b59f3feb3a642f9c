import asyncio
from collections.abc import Callable
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_record
from tests.shared_secrets import valid_vector
from tests.ui.judged import RIGHT, WRONG, Rulebook, make_diagnosis, make_finding, rules_of, signed_record
from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.doctor.doctor import diagnose
from webhook_inspector.doctor.finding import Action, Diagnosis, Remedy
from webhook_inspector.ui.examining import Diagnose
from webhook_inspector.ui.loaded import Reads
from webhook_inspector.ui.pane_signature import SignaturePane

T = TypeVar("T")
USE = Remedy(Action.USE_SECRET, source="/old", label="test")


class FailingShelf(Shelf):
    """Fails at every question that `fails` is true of the number of."""

    fails: Callable[[int], bool] = staticmethod(lambda _: False)

    async def read(self, question: Callable[[Reads], T]) -> T:
        self.questions += 1
        if self.fails(self.questions):
            raise KnownError(Problem.of("no-capture", id=7))
        return question(self)


class Desk:
    """The pane over a shelf."""

    def __init__(self, qtbot: QtBot, *records: Record, rules: Rules = NO_RULES, doctor: Diagnose | None = None) -> None:
        self.shelf = FailingShelf(*records)
        self.book = Rulebook(rules)
        self.bench = Bench(self.shelf, self.book)
        self.asked: list[tuple] = []
        self.pane = SignaturePane(self.bench.tools, doctor=doctor or self.diagnose)
        self.diagnosis: Diagnosis = make_diagnosis()
        self.page = self.pane.page
        qtbot.addWidget(self.pane)
        self.pane.resize(700, 600)
        self.pane.show()

    def diagnose(self, *question) -> Diagnosis:
        self.asked.append(question)
        return self.diagnosis

    @property
    def headline(self) -> str:
        return self.page.line.headline.toPlainText()

    @property
    def words(self) -> str:
        """Of the search for the reason; empty where they are not shown."""
        return self.page.findings.words.toPlainText() if self.page.findings.isVisible() else ""

    def press(self, text: str) -> None:
        next(button for button in self.pane.findChildren(QPushButton) if button.text() == text).click()

    async def fill(self, number: int = 1) -> None:
        await self.pane.fill(self.shelf.loaded(number))

    async def close(self) -> None:
        await self.bench.close()


async def test_shows_a_valid_signature_and_asks_nobody(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, signed_record(), rules=rules_of(RIGHT))
    await desk.fill()
    assert desk.headline == "✓ Signature valid"
    assert desk.words == ""
    assert desk.shelf.questions == 0
    await desk.close()


async def test_shows_the_verdict_before_the_reason(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    gate = Event()

    def doctor(*_question) -> Diagnosis:
        gate.wait(10)
        return make_diagnosis(make_finding(USE))

    desk = Desk(qtbot, signed_record(), rules=rules_of(WRONG), doctor=doctor)
    await desk.fill()
    assert desk.headline == "✗ Signature does not match"
    assert desk.words == "Looking for the reason…"
    gate.set()
    await until(lambda: desk.page.findings.cards)
    desk.press("Use secret “test” for /stripe")
    assert desk.book.asked == [("/stripe", USE)]
    await desk.close()


async def test_the_real_doctor_finds_the_secret_of_another_endpoint(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    rules = Rules(rules_of(WRONG).endpoints, (*rules_of(WRONG).secrets, Secret("/other", "test", RIGHT)))
    desk = Desk(qtbot, signed_record(), rules=rules, doctor=diagnose)
    await desk.fill()
    await until(lambda: desk.page.findings.cards)
    [card] = desk.page.findings.cards
    assert RIGHT not in card.text.toPlainText() + card.below.toPlainText()
    assert card.below.toPlainText().startswith("With this change the signature is valid")
    desk.press("Use secret “test” for /stripe")
    [(endpoint, remedy)] = desk.book.asked
    assert (endpoint, remedy.source, remedy.label) == ("/stripe", "/other", "test")
    await desk.close()


async def test_gives_the_doctor_the_secrets_and_the_neighbours(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    rules = rules_of(WRONG)
    desk = Desk(qtbot, signed_record(b"1"), signed_record(b"2"), signed_record(b"3", path="/other"), rules=rules)
    await desk.fill(2)
    await until(lambda: desk.words == "Nothing that was tried explains it.")
    [(case, verdict, around)] = desk.asked
    assert (case.endpoint, verdict.status) == ("/stripe", "invalid")
    assert around.secrets == rules.secrets
    assert [one.id for one in around.captures] == [1]
    await desk.close()


async def test_a_newer_capture_ends_the_search(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    gate = Event()

    def doctor(*_question) -> Diagnosis:
        gate.wait(10)
        return make_diagnosis(make_finding(USE))

    desk = Desk(qtbot, signed_record(), signed_record(path="/x"), rules=rules_of(WRONG), doctor=doctor)
    await desk.fill(1)
    desk.book.rules = NO_RULES
    await desk.fill(2)
    gate.set()
    await asyncio.sleep(0.05)
    assert desk.headline == "– No secret for this endpoint"
    assert desk.page.findings.cards == []
    assert desk.words == ""
    await desk.close()


async def test_verifies_anew_when_the_rules_change(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, signed_record())
    desk.book.take(rules_of(WRONG))  # nothing is shown yet
    await desk.fill()
    assert desk.headline == "✗ Signature does not match"
    desk.book.take(rules_of(RIGHT))
    await until(lambda: desk.headline == "✓ Signature valid")
    desk.book.rules = rules_of(WRONG)
    desk.press("Check again")
    await until(lambda: desk.headline == "✗ Signature does not match")
    await desk.close()


async def test_rules_that_change_while_it_is_filled_count(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, signed_record(), rules=rules_of(WRONG))
    await desk.fill()
    filling = asyncio.ensure_future(desk.fill())
    await asyncio.sleep(0)
    desk.book.take(rules_of(RIGHT))
    await filling
    await until(lambda: desk.headline == "✓ Signature valid")
    await desk.close()


async def test_opens_the_editor_at_the_endpoint(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, signed_record(path="/stripe/test"), rules=rules_of(WRONG))
    await desk.fill()
    desk.press("Edit endpoint…")
    assert desk.book.asked == ["/stripe"]
    await desk.close()


async def test_permits_to_fetch_a_published_key(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    vector = valid_vector("paypal")
    head = b"POST /paypal HTTP/1.1\r\n" + b"".join(b"%b: %b\r\n" % field for field in vector.request.fields) + b"\r\n"
    desk = Desk(qtbot, make_record(make_capture(head=head, body=vector.request.body)))
    await desk.fill()
    desk.press("Fetch the key from api.paypal.com…")
    assert desk.book.asked == ["fetch"]
    desk.book.fetch_allowed = True
    desk.book.changed.emit()
    await until(desk.page.source.isHidden)
    await desk.close()


async def test_verifies_a_large_body_as_a_whole(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, signed_record(b"x" * (2**20 + 1)), rules=rules_of(RIGHT))
    await desk.fill()
    assert desk.headline == "✓ Signature valid"
    await desk.close()


async def test_says_that_a_large_body_is_gone(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, signed_record(b"x" * (2**20 + 1)), rules=rules_of(RIGHT))
    desk.shelf.fails = lambda _: True
    await desk.fill()
    assert desk.headline == "There is no capture 7."
    await desk.close()


async def test_keeps_the_verdict_when_the_history_fails(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, signed_record(), rules=rules_of(WRONG))
    desk.shelf.fails = lambda _: True
    await desk.fill()
    await until(lambda: desk.bench.told)
    assert desk.bench.told == ["There is no capture 7."]
    assert desk.headline == "✗ Signature does not match"
    assert desk.words == ""
    await desk.close()


async def test_says_that_there_is_nothing_to_verify(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, make_record(make_capture(head=b"\x16\x03", body=b"", state=State.REFUSED)))
    await desk.fill()
    assert desk.headline == "Not a request, so there is nothing to verify."
    await desk.close()


@pytest.mark.parametrize("width", [360, 900])
async def test_nothing_is_wider_than_the_pane(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, width: int):
    desk = Desk(qtbot, signed_record(b"x" * 3000, path="/" + "deep" * 50), rules=rules_of(WRONG, path="/"))
    desk.diagnosis = make_diagnosis(make_finding(USE))
    desk.pane.resize(width, 400)
    await desk.fill()
    await until(lambda: desk.page.findings.cards)
    assert desk.pane.horizontalScrollBar().maximum() == 0
    await desk.close()


async def test_the_tab_key_goes_from_top_to_bottom(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    desk = Desk(qtbot, signed_record(), rules=rules_of(WRONG))
    desk.diagnosis = make_diagnosis(make_finding(USE))
    await desk.fill()
    await until(lambda: desk.page.findings.cards)
    page = desk.page
    desk.pane.activateWindow()
    page.line.headline.setFocus()
    await until(page.line.headline.hasFocus)
    order: list[QWidget | None] = [page.line.headline]
    while order[-1] is not page.content.view:
        assert order[-1] is not None, "the focus is lost"
        qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
        assert qapp.focusWidget() not in order
        order.append(qapp.focusWidget())
    wanted = [page.line.headline, page.line.detail, page.findings.cards[0].button, page.steps, page.digest.expected]
    assert [widget for widget in order if widget in wanted] == wanted
    await desk.close()
