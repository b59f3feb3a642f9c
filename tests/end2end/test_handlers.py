"""Events and checks against real applications, which verify with nothing of ours."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.end2end.handlers import SECRET, Verify, careful, naive, on_aiohttp, on_wsgi, parsing
from tests.process import run

Server = Callable[[Verify], AbstractContextManager[str]]
SERVERS = pytest.mark.parametrize("server", [on_aiohttp, on_wsgi])
BY_SECRET = ("--secret", "env:GITHUB_SECRET")


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_SECRET", SECRET.decode())


@SERVERS
def test_an_event_is_accepted_and_a_broken_one_refused(server: Server, tmp_path: Path) -> None:
    with server(careful) as url:
        assert b" 200  " in run(tmp_path, "send", "github", "push", "--to", url, *BY_SECRET).stdout
        changed = run(tmp_path, "send", "github", "push", "--to", url, *BY_SECRET, "--set", "ref=refs/heads/x")
        assert b" 200  " in changed.stdout
        for kind in ("tampered", "wrong-secret", "no-signature"):
            done = run(tmp_path, "send", "github", "push", "--to", url, *BY_SECRET, "--break", kind, check=False)
            assert done.returncode == 1
            assert b" 401  " in done.stdout


@SERVERS
@pytest.mark.parametrize(
    ("verify", "wrong", "summary"),
    [
        (careful, [], "The handler did right in all 5 cases."),
        (naive, ["tampered", "wrong secret", "no signature"], "The handler is open to forged requests"),
        (parsing, ["valid", "duplicate"], "The handler does not accept valid requests."),
    ],
)
def test_a_check_tells_what_a_handler_does_wrong(
    server: Server, verify: Verify, wrong: list[str], summary: str, tmp_path: Path
) -> None:
    with server(verify) as url:
        done = run(tmp_path, "check", "github", "push", "--to", url, *BY_SECRET, "--json", check=False)
    found = json.loads(done.stdout)
    assert done.returncode == (1 if wrong else 0)
    assert [one["variant"] for one in found["findings"] if one["outcome"] == "wrong"] == wrong
    assert found["summary"].startswith(summary)
