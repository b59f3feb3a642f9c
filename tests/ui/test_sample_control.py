import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.running import running, until
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings
from webhook_inspector.ui.sample_dialog import SampleDialog
from webhook_inspector.ui.sample_order import Source

SETTINGS = {"secrets__place": "file"}


def rulebook(folder):
    return Rulebook(folder, Settings().replaced(**SETTINGS))


def opened(one):
    one.window.actions_by_key["send-test"].trigger()
    return one.window.findChild(SampleDialog)


async def seen(one, count=1):
    await until(lambda: one.rows() == count)
    return await one.program._library.read(lambda reader: reader.rows(list(range(1, count + 1))))


@pytest.mark.parametrize("provider", ["stripe", "github", "discord", "twilio", "gitlab"])
async def test_one_click_on_the_start_page_and_a_valid_event_stands_in_the_table(aloop, folder, provider):
    async with running(folder, **SETTINGS) as one:
        await until(lambda: one.window.stage.page == "listening")
        page = one.window.stage.start_page
        page._provider.setCurrentIndex(page._provider.findData(provider))
        one.press("Send a sample")
        (row,) = await seen(one)
        assert (row.judgement.status, row.judgement.meaning.provider) == (Status.VALID, provider)
        await until(lambda: "sample" in one.banners)
        assert f"The endpoint {row.endpoint} has a new secret" in one.banners["sample"]
        one.program._samples.send_at_once(provider)
        _first, second = await seen(one, 2)
        assert second.judgement.status is Status.VALID
        assert len(one.program._endpoints.rules.secrets_of(row.endpoint)) == 1
    assert [one.path for one in rulebook(folder).load().rules.endpoints] == [row.endpoint]


async def test_an_event_that_its_provider_does_not_sign_makes_no_endpoint(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        await until(lambda: one.window.stage.page == "listening")
        one.program._samples.send_at_once("efi")
        await seen(one)
        assert one.program._endpoints.rules.endpoints == ()
        assert "sample" not in one.banners


async def test_the_dialog_sends_with_the_endpoint_s_secret(aloop, folder):
    book = rulebook(folder)
    book.keep(Endpoint("/pay", "stripe"))
    book.keep_secret(Secret("/pay", "prod", "whsec_abc"))
    async with running(folder, **SETTINGS) as one:
        await until(lambda: one.program._endpoints.rules.secrets)
        dialog = opened(one)
        await until(lambda: any("Stripe-Signature" in line for line in dialog.preview.lines))
        assert dialog.target.url == f"{one.window.bar.state.url}/pay"
        assert dialog.source.currentText() == "of /pay: “prod”"
        dialog._send.click()
        await until(lambda: dialog.words)
        assert dialog.words.startswith("200 · ")
        assert dialog.words.endswith(" · ✓ Signature valid")
        (row,) = await seen(one)
        assert row.judgement.key_label == "prod"
        dialog.close()


async def test_a_new_secret_is_announced_before_it_is_made(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        dialog = opened(one)
        await until(lambda: dialog.preview.lines)
        assert dialog.order().source is Source.NEW
        assert dialog._plan.text() == "The endpoint /stripe is made with a new secret."
        assert one.program._endpoints.rules.secrets == ()
        dialog._send.click()
        await until(lambda: dialog.words)
        assert "The endpoint /stripe has a new secret" in dialog.words
        await until(lambda: dialog.order().source is Source.ENDPOINT)
        dialog.close()


async def test_another_secret_that_is_pasted_is_used_and_told_apart(aloop, folder):
    book = rulebook(folder)
    book.keep(Endpoint("/stripe", "stripe"))
    book.keep_secret(Secret("/stripe", "prod", "whsec_abc"))
    async with running(folder, **SETTINGS) as one:
        await until(lambda: one.program._endpoints.rules.secrets)
        dialog = opened(one)
        await until(lambda: dialog.preview.lines)
        dialog.source.setCurrentIndex(dialog.source.findData(str(Source.PASTED)))
        dialog.secret.line.setText("whsec_other")
        dialog._send.click()
        await until(lambda: dialog.words)
        assert dialog.words.endswith("✗ Signature does not match")
        assert dialog._results["warning"].text
        dialog.close()
        assert dialog.secret.value() == ""


async def test_searching_finds_an_event_and_the_address_follows(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        dialog = opened(one)
        dialog.lists.search.setText("github pushed")
        await until(lambda: dialog.target.url.endswith("/github"))
        assert dialog.order().sample.event == "push"
        dialog.target.show_url("http://127.0.0.1:9/mine")
        dialog.lists.search.setText("slack")
        await until(lambda: dialog.preview.lines and "slack" in dialog.order().sample.provider)
        assert dialog.target.url == "http://127.0.0.1:9/mine"
        dialog.lists.search.setText("no such event")
        assert dialog.order() is None
        dialog._send.click()
        assert not list(dialog.preview.lines)
        dialog.close()


async def test_nothing_goes_to_another_machine_before_the_user_agrees(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        dialog = opened(one)
        dialog.target.show_url("http://hooks.invalid/x")
        await until(lambda: dialog.preview.lines)
        dialog._send.click()
        await until(lambda: dialog.target.words)
        assert dialog.target.words.startswith("hooks.invalid is not this machine.")
        assert dialog.words == ""
        assert "hosts" not in folder.settings.read_text() if folder.settings.exists() else True
        one.press("Send to hooks.invalid", dialog)
        await until(lambda: dialog.words)
        assert 'hosts = ["hooks.invalid"]' in folder.settings.read_text()
        assert dialog._results["error"].text
        dialog.close()


async def test_a_half_written_address_is_told_and_nothing_is_sent(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        dialog = opened(one)
        dialog.target.show_url("localhost:3000")
        dialog._send.click()
        await until(lambda: "is no whole address" in dialog.target.words)
        await until(lambda: not dialog.preview.lines)
        dialog.close()


async def test_a_draft_for_the_editor(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        dialog = opened(one)
        await until(lambda: dialog.preview.lines)
        dialog._editor.click()
        await until(lambda: one.program._editing.panes)
        (pane,) = one.program._editing.panes
        assert pane.title == "Stripe · charge.refunded"
        assert not dialog.isVisible()
        assert one.rows() == 0


async def test_everything_of_the_dialog_has_a_name(aloop, folder):
    async with running(folder, **SETTINGS) as one:
        dialog = opened(one)
        names = {dialog.lists.search, dialog.lists.providers, dialog.lists.events, dialog.source, dialog.preview}
        assert all(widget.accessibleName() for widget in (*names, dialog.target.line, dialog.secret.line))
        assert all(button.text() for button in dialog.findChildren(QPushButton) if button.isVisible())
        assert dialog.focusWidget() is dialog.lists.search
        dialog.close()
