import json
import os
import signal
import socket
import threading
from collections.abc import Callable

import pytest

from webhook_inspector.cli import live
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder

Cli = Callable[..., object]


@pytest.mark.parametrize(
    ("arguments", "host", "port"),
    [([], None, None), (["--host", "0.0.0.0", "--port", "0"], "0.0.0.0", 0), (["--port", "65535"], None, 65535)],
)
def test_host_and_port_reach_the_engine(
    cli: Cli,
    folder: DataFolder,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    host: str | None,
    port: int | None,
) -> None:
    calls: list[tuple[object, ...]] = []

    def run(printer: live.Live, *rest: object, **_forwards: object) -> None:
        printer.close()
        calls.append(rest)

    monkeypatch.setattr(live, "run", run)
    assert cli("listen", *arguments).code == 0
    assert calls == [(GlobalOptions(data_dir=str(folder.path)), host, port, NO_RULES)]


def test_endpoints_of_this_run_reach_the_engine_and_odd_secrets_are_told(
    cli: Cli, folder: DataFolder, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]
) -> None:
    expected_log("looks like a Stripe API key")
    rules: list[Rules] = []

    def run(printer: live.Live, *rest: object, **_forwards: object) -> None:
        printer.close()
        rules.append(rest[3])  # type: ignore[arg-type]

    monkeypatch.setattr(live, "run", run)
    monkeypatch.setenv("KEY", "sk_live_" + "a1" * 12)
    folder.settings.write_text('[endpoints."/stripe"]\nscheme = "stripe"\n')
    done = cli("listen", "--secret", "/stripe=env:KEY", "--setting", "stripe:tolerance_seconds=9")
    assert done.code == 0
    assert done.err.startswith("The secret env:KEY of /stripe: This looks like a Stripe API key")
    assert done.err.count("\n") == 1
    assert "sk_live" not in done.err
    kept = Endpoint("/stripe", "stripe", settings={"tolerance_seconds": 9})
    assert rules == [Rules((kept,), (Secret("/stripe", "env:KEY", os.environ["KEY"]),))]
    assert folder.settings.read_text() == '[endpoints."/stripe"]\nscheme = "stripe"\n'


def test_it_listens_until_a_signal(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = live._begin

    async def begin_and_be_interrupted(*arguments: object) -> None:
        await begin(*arguments)  # type: ignore[arg-type]
        threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()

    monkeypatch.setattr(live, "_begin", begin_and_be_interrupted)
    done = cli("listen", "--host", "127.0.0.1", "--port", "0", "--json")
    assert (done.code, done.err) == (0, "")
    assert [json.loads(line)["event"] for line in done.lines] == ["listening"]
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler


def test_a_taken_port_is_told_with_one_that_is_free(cli: Cli) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = cli("listen", "--host", "127.0.0.1", "--port", str(port))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"Port {port} is taken by another program.")
    assert int(done.err.split("--port ")[1]) > port


@pytest.mark.parametrize("arguments", [["--port", "65536"], ["--port", "-1"], ["--port", "x"], ["extra"]])
def test_wrong_usage(cli: Cli, arguments: list[str]) -> None:
    assert cli("listen", *arguments).code == 2


def test_forwards_of_this_run_reach_the_engine(cli: Cli, folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[object] = []

    def run(printer: live.Live, *_: object, forwards: object) -> None:
        printer.close()
        chosen.append(forwards)

    monkeypatch.setattr(live, "run", run)
    assert cli("listen", "--forward", "http://localhost:3000").code == 0
    assert chosen == [(ForwardRule("--forward http://localhost:3000", ("http://localhost:3000",), private=True),)]
    assert cli("listen", "--forward", "localhost:3000").code == 2
    assert cli("listen", "--forward", "http://a", "--proxy", "/p=http://localhost:3000").code == 0
    assert chosen[1][1:] == (
        ForwardRule(
            "--proxy /p=http://localhost:3000", ("http://localhost:3000",), "/p", mode=Mode.PROXY, private=True
        ),
    )
    assert cli("listen", "--proxy", "localhost:3000").code == 2
    assert not folder.settings.exists()
