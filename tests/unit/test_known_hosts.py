import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.known_hosts import add_host, load_hosts, needs_leave
from webhook_inspector.settings import load_settings


def test_a_host_is_kept_beside_what_is_there(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("# mine\n[listener]\nport = 1\n")
    assert load_hosts(path) == ()
    add_host(path, "API.example.com.")
    add_host(path, "api.example.com")
    add_host(path, "10.0.0.1")
    assert load_hosts(path) == ("api.example.com", "10.0.0.1")
    assert path.read_text().startswith("# mine\n[listener]\nport = 1\n")
    assert load_settings(path).number("listener.port") == 1


@pytest.mark.parametrize("text", ["sending = 1", "[sending]\nhosts = 1", "[sending]\nhosts = [1]"])
def test_a_wrong_file_is_told_and_left_alone(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(KnownError) as caught:
        load_hosts(path)
    assert "sending" in str(dict(caught.value.problem.particulars)["reason"])
    with pytest.raises(KnownError):
        add_host(path, "example.com")
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("host", "asked"),
    [
        ("localhost", False),
        ("127.0.0.2", False),
        ("::1", False),
        ("app.localhost", False),
        ("10.0.0.1", True),
        ("api.example.com", True),
        ("169.254.169.254", True),
        ("intranet", True),
        ("known.example.com", False),
        ("KNOWN.example.com.", False),
    ],
)
def test_only_for_this_machine_nobody_is_asked(host, asked):
    assert needs_leave(host, ("known.example.com",)) is asked


@given(st.text())
def test_any_text_is_answered(host):
    assert needs_leave(host, ()) in {True, False}
