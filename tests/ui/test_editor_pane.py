import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.makers import make_signed
from tests.ui.editor_desk import EditorDesk
from tests.ui.shelf import until
from webhook_inspector.core.capture import Record
from webhook_inspector.core.delivery import Attempt, Response
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.drafts.fates import Fate
from webhook_inspector.drafts.signing import How
from webhook_inspector.environments import Environment
from webhook_inspector.ui import editor_files
from webhook_inspector.ui.editor_pane import NARROW, Opened

DRAFT = Draft("POST", "http://localhost:1/hook?a=1", (DraftField(b"X-A", b"1"),), b"{}")
OPENED = Opened(DRAFT, "Draft")
RULES = Rules((Endpoint("/stripe", "stripe"),), (Secret("/stripe", "prod", "whsec_test"),))


def signed():
    capture = make_signed(signed_at=time.time() - 30, received_ns=time.time_ns())
    return Opened(draft_of(Record(capture, 200, b"", id=7), "http://localhost:1"), "Edit 7", capture)


async def test_opening_sends_nothing_and_shows_the_draft_as_it_is(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        assert pane.draft() == DRAFT
        assert not pane.edited
        assert pane.title == "Draft"
        assert not desk.engine.sent
        assert pane.response._hint.text == "Nothing was sent yet. Ctrl+Enter sends it."


async def test_query_and_address_are_in_step(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        pane.parts.query.table.item(0, 1).setText("2 3")
        assert pane.line.url == "http://localhost:1/hook?a=2%203"
        pane.line.show_url("http://localhost:1/hook?b=%41&c")
        assert [(one.name, one.value) for one in pane.parts.query.pairs()] == [("b", "A"), ("c", "")]
        assert pane.title == "Draft •"


async def test_a_target_that_no_address_shows_stays_until_the_address_is_touched(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        draft = Draft("POST", "http://localhost:1/x", target=b"/\xff")
        pane = await desk.opened(Opened(draft, "Draft"))
        assert pane.draft().target == b"/\xff"
        pane.line.show_url("http://localhost:1/y")
        assert pane.draft().target == b""


async def test_nothing_is_sent_while_there_is_a_fault_and_it_is_gone_to(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        pane.parts.headers.model.add(DraftField(b"bad name", b"1"))
        pane.send()
        await until(lambda: pane.parts.currentWidget() is pane.parts.headers)
        assert pane.parts.tabText(0).endswith("✗")
        assert not desk.engine.sent
        pane.parts.headers.model.remove(1)
        pane.line.show_url("nonsense")
        pane.send()
        await until(lambda: pane.line.fault.text)
        assert not desk.engine.sent


async def test_a_second_press_while_it_is_being_sent_sends_nothing_more(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        desk.engine.gate.clear()
        pane.send()
        await until(lambda: desk.engine.sent)
        assert pane.sending
        assert pane.line.send.text() == "Cancel"
        assert pane.response._hint.text.startswith("Waiting ")
        pane.send()
        desk.engine.gate.set()
        await until(lambda: pane.response.attempt)
        assert len(desk.engine.sent) == 1
        assert pane.line.send.text() == "Send"


async def test_escape_cancels(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        desk.engine.gate.clear()
        pane.send()
        await until(lambda: desk.engine.sent)
        qtbot.keyClick(pane.line._url_line, Qt.Key.Key_Escape)
        await until(lambda: not pane.sending)
        assert pane.response._hint.text.startswith("Cancelled.")
        assert pane.response.runs == 0
        assert pane.line.send.text() == "Send"


async def test_options_go_along(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        pane.parts.options.timeout.setValue(3)
        told = []
        pane.sent.connect(told.append)
        pane.send()
        await until(lambda: pane.response.attempt)
        assert told == ["http://localhost:1/hook?a=1"]
        outgoing, options, capture = desk.engine.sent[0]
        assert options.timeout == 3
        assert outgoing.body == b"{}"
        assert capture == 0


async def test_a_capture_keeps_its_signature_or_is_signed_again_and_it_shows(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder, RULES) as desk:
        opened = signed()
        pane = await desk.opened(opened)

        def fates():
            return {line.name: line.fate for line in pane.live.prepared.lines}

        assert fates()[b"Stripe-Signature"] is Fate.KEPT
        pane.parts.signing.how.setCurrentIndex(1)
        await until(lambda: fates()[b"Stripe-Signature"] is Fate.SIGNED)
        assert not pane.edited  # how it is signed is no part of the draft
        form = pane.parts.signing
        await until(lambda: form.broken.findText("Signature missing") > 0)
        form.broken.setCurrentIndex(form.broken.findText("Signature missing"))
        await until(lambda: fates()[b"Stripe-Signature"] is Fate.BROKEN)
        assert form.remarks.text == "The request goes out without a signature."
        pane.send()
        await until(lambda: pane.response.attempt)
        assert b"Stripe-Signature" not in desk.engine.sent[0][0].head
        assert desk.engine.sent[0][2] == 7


async def test_without_a_secret_signing_again_is_a_fault_at_its_place(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(signed())
        pane.parts.signing.how.setCurrentIndex(1)
        pane.send()
        await until(lambda: pane.parts.currentWidget() is pane.parts.signing)
        assert pane.parts.signing.fault.text
        assert not desk.engine.sent
        desk.rulebook.take(RULES)
        await until(lambda: not pane.parts.signing.fault.text)


async def test_marks_are_filled_in_from_the_chosen_environment(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(Opened(Draft("GET", "{{base}}/x"), "Draft"))
        assert pane.live.prepared.faults
        desk.environments.keep([Environment("local", {"base": "http://localhost:1"})])
        await until(lambda: pane.live.prepared.outgoing)
        assert pane.parts.options.environment.currentText() == "local"
        with qtbot.waitSignal(pane.variables_wanted) as told:
            pane.parts.options.variables.click()
        assert told.args == ["local"]


async def test_the_run_before_the_first_is_that_of_the_history(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(signed())
        desk.earlier = Attempt(0, "POST", "", b"", b"", Response(500, b"HTTP/1.1 500 No\r\n\r\n"))
        pane.send()
        await until(lambda: pane.response.runs == 2)
        await until(lambda: pane.response.progress.text().startswith("✓ fixed"))


async def test_remarks_are_told_when_it_opens(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(Opened(DRAFT, "Draft", remarks=(Problem.of("draft-body-part", shown=1, total=2),)))
        assert "remarks" in pane.banners.texts()


async def test_a_body_comes_from_a_file(aloop, qtbot, folder, tmp_path, monkeypatch):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        answers = [tmp_path / "there", tmp_path / "missing", None]
        answers[0].write_bytes(b"from a file")

        async def chosen(_parent, _title):
            return answers.pop(0)

        monkeypatch.setattr(editor_files, "ask_open", chosen)
        pane.parts.body.load.click()
        await until(lambda: pane.draft().body == b"from a file")
        pane.parts.body.load.click()
        await until(lambda: "file" in pane.banners.texts())
        pane.parts.body.load.click()
        await until(lambda: not answers)
        assert pane.draft().body == b"from a file"


async def test_a_part_and_the_ca_file_come_from_files(aloop, qtbot, folder, tmp_path, monkeypatch):
    async with EditorDesk(qtbot, folder) as desk:
        kind = DraftField(b"Content-Type", b"multipart/form-data; boundary=x")
        pane = await desk.opened(Opened(Draft("POST", "http://localhost:1/", (kind,), b"--x--\r\n"), "Draft"))
        pane.parts.body.as_fields.setChecked(True)
        await until(pane.parts.body.parts.isVisible)
        pane.parts.body.parts.add.click()
        file = tmp_path / "p.bin"
        file.write_bytes(b"\x00\xff")

        async def chosen(_parent, _title):
            return file

        monkeypatch.setattr(editor_files, "ask_open", chosen)
        pane.parts.body.parts.load.click()
        await until(lambda: b'filename="p.bin"' in pane.draft().body)
        assert b"\r\n\r\n\x00\xff\r\n--x--\r\n" in pane.draft().body
        pane.parts.options.choose.click()
        await until(lambda: pane.parts.options.options().trust.ca_file == file)


async def test_a_check_of_the_handler_is_asked_for_once_it_can_be_signed(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(signed())
        asked = []
        pane.check_wanted.connect(lambda draft, signing: asked.append((draft, signing)))
        pane.parts.signing.check.click()
        await until(lambda: pane.parts.currentWidget() is pane.parts.signing)
        await until(lambda: pane.parts.signing.fault.text)
        assert not asked
        desk.rulebook.take(RULES)
        await until(lambda: pane._told.endpoint == "/stripe")
        pane.parts.signing.check.click()
        await until(lambda: asked)
        draft, signing = asked[0]
        assert draft == pane.draft()
        assert (signing.how, signing.scheme, [key.label for key in signing.keys]) == (How.NEW, "stripe", ["prod"])
        assert not desk.engine.sent


async def test_the_response_stands_beside_or_below(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        assert pane._splitter.orientation() == Qt.Orientation.Horizontal
        pane.resize(NARROW - 1, 600)
        assert pane._splitter.orientation() == Qt.Orientation.Vertical


async def test_a_problem_with_the_settings_is_told_and_nothing_is_sent(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        folder.settings.write_text("sending = 1")
        pane = await desk.opened(Opened(Draft("GET", "http://api.example.com/"), "Draft"))
        pane.send()
        await until(lambda: "send" in pane.banners.texts())
        assert not desk.engine.sent


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
async def test_control_and_enter_send_from_anywhere(aloop, qtbot, folder, key):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        pane.activateWindow()
        pane.parts.body.edit.setFocus()
        await until(lambda: QApplication.focusWidget() is pane.parts.body.edit)
        qtbot.keyClick(pane.parts.body.edit, key, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: pane.response.attempt)
        assert pane.draft().body == b"{}"


async def test_leaving_tells_at_once_where_nothing_is_lost(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(OPENED)
        with qtbot.waitSignal(pane.left):
            pane.leave()
        pane.line.show_url("http://localhost:2/")
        pane.leave()
        (banner,) = pane.banners.texts().values()
        assert banner == "Closing the editor loses what you have changed."
        buttons = pane.banners.banner("leave").findChildren(QPushButton)
        with qtbot.waitSignal(pane.left):
            buttons[0].click()
