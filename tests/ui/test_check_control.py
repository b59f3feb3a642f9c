import json
import time

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tests.ui.running import SECRET, running, until
from tests.ui.target import handler
from webhook_inspector.core.capture import Capture
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.key import Key
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.judge import case_of
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings
from webhook_inspector.ui.check_window import CheckWindow

SETTINGS = {"secrets__place": "file"}
RULES = Rules((Endpoint("/stripe", "stripe"),), (Secret("/stripe", "prod", SECRET),))


def keep_rules(folder):
    book = Rulebook(folder, Settings().replaced(**SETTINGS))
    book.keep(RULES.endpoints[0])
    book.keep_secret(RULES.secrets[0])


def verifying(head, body):
    capture = Capture(time.time_ns(), "", "http", head, body, body_size=len(body))
    return 200 if case_of(capture, RULES).verdict().status is Status.VALID else 401


async def opened(one):
    await one.post_signed()
    await until(lambda: one.rows() == 1)
    await until(lambda: one.program._endpoints.rules.secrets)
    one.window.view.select_id(1)
    one.window.actions_by_key["check-handler"].trigger()
    await until(lambda: one.window.findChild(CheckWindow))
    shown = one.window.findChild(CheckWindow)
    await until(shown.isVisible)
    return shown


def column(shown, place):
    return [shown.table.rows.index(row, place).data() for row in range(shown.table.rows.rowCount())]


async def test_a_handler_that_verifies_does_right_in_all_cases(aloop, folder):
    keep_rules(folder)
    async with handler(verifying) as target, running(folder, **SETTINGS) as one:
        shown = await opened(one)
        assert shown.windowTitle() == "Check the handler: capture 1"
        assert "Signed by Stripe with “prod”" in shown._about.text()
        shown.target.show_url(target.url)
        shown._go.click()
        await until(lambda: shown.words)
        assert shown.words == "The handler did right in all 6 cases."
        assert shown._sums["ok"].text
        assert column(shown, 0) == ["✓ right"] * 6
        assert [cell.partition(" · ")[0] for cell in column(shown, 4)] == ["200", "401", "401", "401", "401", "200"]
        assert len(target.heads) == 6
        assert all(head.startswith(b"POST /stripe HTTP/1.1\r\n") for head in target.heads)
        await until(lambda: shown.exchange.response.lines)
        assert shown.exchange.response.lines[0] == "HTTP/1.1 200 Word"
        assert any(line.startswith("Stripe-Signature: ") for line in shown.exchange.request.lines)
        shown.table.selectRow(4)
        await until(lambda: shown.exchange.response.lines[0] == "HTTP/1.1 401 Word")
        assert not any(line.startswith("Stripe-Signature: ") for line in shown.exchange.request.lines)
        assert await one.program._library.read(lambda reader: reader.deliveries_of(1)) == []
        shown.close()


async def test_a_handler_that_accepts_everything_is_told_what_is_wrong(aloop, folder, tmp_path, monkeypatch):
    keep_rules(folder)
    async with handler() as target, running(folder, **SETTINGS) as one:
        shown = await opened(one)
        shown.target.show_url(target.url)
        shown._go.click()
        await until(lambda: shown.words)
        assert shown.words.startswith("The handler is open to forged requests: it accepted 4 of 4")
        assert column(shown, 0) == ["✓ right", *["✗ wrong"] * 4, "✓ right"]
        assert "does not verify the signature" in column(shown, 5)[2]
        shown._copy.click()
        assert QGuiApplication.clipboard().text().startswith(f"Handler check of {target.url}/stripe (stripe)")
        shown._format.setCurrentIndex(shown._format.findData("json"))
        monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _self: [str(tmp_path / "report.json")])
        shown._save.click()
        await until(lambda: shown.findChildren(QFileDialog))
        shown.findChildren(QFileDialog)[0].done(1)
        await until((tmp_path / "report.json").exists)
        assert json.loads((tmp_path / "report.json").read_text())["fine"] is False
        shown.close()


async def test_cancelled_it_sends_nothing_more(aloop, folder):
    keep_rules(folder)
    async with running(folder, **SETTINGS) as one:
        shown = await opened(one)

        def answer(_head, _body):
            shown.cancelled.emit()
            return 200

        async with handler(answer) as target:
            shown.target.show_url(target.url)
            shown._go.click()
            await until(lambda: shown.words)
            assert shown.words == "The check was cancelled. Nothing more is sent."
            assert not shown.running
            assert shown._go.isVisible()
            assert len(target.heads) == 1
            assert not shown._copy.isEnabled()
        shown.close()


async def test_nobody_there_is_a_verdict_too(aloop, folder):
    keep_rules(folder)
    async with handler() as gone:
        pass
    async with running(folder, **SETTINGS) as one:
        shown = await opened(one)
        shown.target.show_url(gone.url)
        shown._go.click()
        await until(lambda: shown.words)
        assert shown.words == "The handler gave no answer at all. See that it is running."
        assert column(shown, 4)[0].startswith("no answer · ")
        shown.close()


async def test_without_a_secret_it_says_what_to_do(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        await one.post_signed()
        await until(lambda: one.rows() == 1)
        one.window.view.select_id(1)
        one.window.actions_by_key["check-handler"].trigger()
        await until(lambda: "check" in one.banners)
        assert one.banners["check"].startswith("There is no secret of /stripe to sign with by stripe.")
        assert one.window.findChild(CheckWindow) is None


async def test_another_machine_is_asked_about_first(aloop, folder):
    keep_rules(folder)
    async with running(folder, **SETTINGS) as one:
        shown = await opened(one)
        shown.target.show_url("http://hooks.invalid/x")
        shown._go.click()
        await until(lambda: shown.target.words)
        assert shown.table.rows.rowCount() == 0
        one.press("Send to hooks.invalid", shown)
        await until(lambda: shown.words)
        assert shown.table.rows.rowCount() == 6
        shown.close()


async def test_a_draft_is_checked_where_it_goes(aloop, folder):
    async with handler(verifying) as target, running(folder, **SETTINGS) as one:
        draft = Draft("POST", f"{target.url}/stripe", (DraftField(b"Content-Type", b"application/json"),), b'{"a":1}')
        signing = Signing(How.NEW, "stripe", (Key("secret", SECRET, label="mine"),))
        one.program._checking.check_draft(draft, signing, "my draft")
        shown = one.window.findChild(CheckWindow)
        assert shown.target.url == f"{target.url}/stripe"
        shown._go.click()
        await until(lambda: shown.words)
        assert "in all" in shown.words
        shown.reject()
        assert not shown.isVisible()
