from collections.abc import Callable

import pytest

from tests.receiver import Receiver, answer
from tests.unit.cli.sending import target, url_of
from webhook_inspector.cli import streams
from webhook_inspector.cli.send_run import Job, Run, dry_run, first_of_all, made, send_all
from webhook_inspector.core.draft import Draft
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.drafts.prepare import Prepared, prepare
from webhook_inspector.drafts.repeating import Start
from webhook_inspector.net.sending import Options
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder

__all__ = ["target"]
NOW = 1_764_000_000.0


def job(url: str, method: str = "POST") -> Job:
    return Job(lambda now: prepare(Draft(method, url, body=str(now).encode())))


def run(receiver: Receiver, *jobs: Job, times: int = 1) -> Run:
    starts = [Start(0.0, place) for _ in range(times) for place in range(len(jobs))]
    return Run("send", jobs, starts, 4, Options())


@pytest.fixture
def options(folder: DataFolder) -> GlobalOptions:
    return GlobalOptions(data_dir=str(folder.path))


def test_each_time_it_is_made_anew(target: Receiver, options: GlobalOptions) -> None:
    assert send_all(run(target, job(url_of(target)), times=3), options) == 0
    assert len({request.rpartition(b"\r\n")[2] for request in target.requests}) == 3


def test_one_answer_that_is_no_2xx_fails_the_run(target: Receiver, options: GlobalOptions) -> None:
    target.scripts[:] = [answer(), answer(b"HTTP/1.1 304 Not Modified\r\n\r\n")]
    assert send_all(run(target, job(url_of(target)), times=2), options) == 1


def test_nothing_is_sent_where_one_cannot_be(target: Receiver, options: GlobalOptions) -> None:
    jobs = (job(url_of(target)), job(url_of(target), "NO METHOD"))
    for act in (lambda: send_all(run(target, *jobs), options), lambda: dry_run(jobs, [Start(0, 0)], as_json=False)):
        with pytest.raises(KnownError, match="draft-method"):
            act()
    with pytest.raises(KnownError, match="draft-method"):
        made(jobs[1], NOW)
    assert target.requests == []


def test_a_reader_that_goes_away_ends_it(
    target: Receiver, options: GlobalOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_lines: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(streams, "write_lines", gone)
    with pytest.raises(BrokenPipeError):
        send_all(run(target, job(url_of(target)), times=50), options)
    assert len(target.requests) < 50


def test_what_there_is_to_know_is_told_once(
    capfd: pytest.CaptureFixture[str], expected_log: Callable[[str], None]
) -> None:
    remark = Problem.of("draft-raw")
    one = Job(lambda _now: Prepared(prepare(Draft("GET", "http://x/")).outgoing, remarks=(remark,)), remarks=(remark,))
    first_of_all([one, one])
    assert capfd.readouterr().err.count("go out exactly") == 1
