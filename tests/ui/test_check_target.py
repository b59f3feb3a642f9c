import pytest
from PySide6.QtCore import Qt

from webhook_inspector.core.problem import KnownError
from webhook_inspector.known_hosts import load_hosts
from webhook_inspector.ui.check_target import TargetField, agree, allowed
from webhook_inspector.ui.editor_sending import Hosts


@pytest.fixture
def field(qtbot):
    field = TargetField("Handler")
    qtbot.addWidget(field)
    field.show()
    return field


async def test_this_machine_is_never_asked_about(aloop, field, folder):
    field.show_url("http://localhost:3000/x")
    assert await allowed(field, Hosts(folder.settings))
    assert field.words == ""
    assert not folder.settings.exists()


async def test_another_host_is_asked_about_until_the_user_agrees(aloop, field, folder):
    hosts, gone_on = Hosts(folder.settings), []
    field.show_url("https://api.example.com/x")
    assert not await allowed(field, hosts)
    assert field.words.startswith("api.example.com is not this machine.")
    assert field._agree.text() == "Send to api.example.com"

    async def go_on():
        gone_on.append(1)

    await agree(field, hosts, "api.example.com", go_on)
    assert gone_on == [1]
    assert load_hosts(folder.settings) == ("api.example.com",)
    assert await allowed(field, hosts)


async def test_a_file_that_cannot_be_written_or_read_is_told(aloop, field, folder):
    folder.make()
    folder.settings.write_text("[sending]\nhosts = 3\n")
    field.show_url("https://api.example.com/x")
    gone_on = []

    async def go_on():
        gone_on.append(1)

    assert not await allowed(field, Hosts(folder.settings))
    assert "needs a list of names" in field.words
    await agree(field, Hosts(folder.settings), "api.example.com", go_on)
    assert gone_on == []


async def test_what_is_no_address_is_told_and_goes_with_the_next_letter(aloop, field, folder):
    field.show_url("localhost")
    assert not await allowed(field, Hosts(folder.settings))
    assert "is no whole address" in field.words
    field.line.setText("localhost:")
    assert field.words == ""


def test_the_question_goes_when_another_address_is_written(field, qtbot):
    field.show_url("http://a.example.com")
    field.ask("a.example.com")
    field.line.setText("http://b.example.com")
    assert field.words == ""
    assert not field._agree.isVisible()


def test_the_answer_is_told_once_with_the_host(field, qtbot):
    field.ask("a&b.example.com")
    assert field._agree.text() == "Send to a&&b.example.com"
    with qtbot.waitSignal(field.agreed) as agreed:
        qtbot.mouseClick(field._agree, Qt.MouseButton.LeftButton)
    assert agreed.args == ["a&b.example.com"]
    assert field.words == ""


def test_the_host_of_what_is_written(field):
    field.show_url("  http://[::1]:8787/x ")
    assert field.host() == "::1"
    assert field.line.accessibleName() == "Handler"
    field.show_url("ftp://x")
    with pytest.raises(KnownError):
        field.host()
