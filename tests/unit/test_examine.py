import hashlib
import hmac
from contextlib import closing
from dataclasses import replace

import pytest

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.examine import NEIGHBOUR_BODY, examine, look_around
from webhook_inspector.judge import case_of
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.writer import Writer

TIME = RECEIVED_NS // 10**9
BODY = b'{"id":"evt_1"}'
RIGHT, WRONG = Secret("/stripe", "right", "whsec_right"), Secret("/stripe", "wrong", "whsec_wrong")


def signed(body: bytes = BODY) -> Record:
    digest = hmac.new(b"whsec_right", f"{TIME}.".encode() + BODY, hashlib.sha256).hexdigest()
    head = make_head("POST", "/stripe", (("Host", "x"), ("Stripe-Signature", f"t={TIME},v1={digest}")))
    return make_record(make_capture(head, body))


def rules(*secrets: Secret) -> Rules:
    return Rules((Endpoint("/stripe", "stripe"),), secrets)


@pytest.fixture
def reader(folder: DataFolder) -> Reader:
    """Of a history with the valid request, one with another body, and what must not be compared with."""
    records = (
        signed(),
        signed(b"{}"),
        make_record(make_capture(make_head("POST", "/other"))),
        make_record(make_capture(make_head("POST", "/stripe"), state=State.REFUSED, problem=Problem.of("not-http"))),
        make_record(make_capture(make_head("POST", "/stripe"), b"x" * (NEIGHBOUR_BODY + 1))),
        make_record(make_capture(make_head("POST", "/stripe"), b"x", state=State.CUT, body_size=9)),
    )
    writer = Writer(folder.history, on_done=lambda _: None, on_fault=lambda _: None, on_notice=lambda _: None)
    writer.open()
    writer.start()
    assert all(writer.submit(record, None) for record in records)
    writer.stop()
    return Reader(folder.history)


def at(reader: Reader, number: int) -> Record:
    record = reader.record(number)
    assert record is not None
    return record


def test_a_valid_one_needs_no_doctor(reader: Reader) -> None:
    with closing(reader):
        found = examine(reader, at(reader, 1), rules(RIGHT))
    assert (found.verdict.status, found.verdict.key_label, found.diagnosis) == (Status.VALID, "right", None)
    assert found.case.endpoint == "/stripe"


def test_the_reason_is_told_by_what_lies_around(reader: Reader) -> None:
    with closing(reader):
        found = examine(reader, at(reader, 2), rules(RIGHT), seconds=20)
    assert found.verdict.status is Status.INVALID
    assert found.diagnosis is not None
    (finding,) = found.diagnosis.findings
    assert finding.problem == Problem.of("doctor-body-of-capture", id=1)


def test_another_case_than_the_rules_have(reader: Reader) -> None:
    with closing(reader):
        record = at(reader, 1)
        case = case_of(record.capture, rules(WRONG))
        found = examine(reader, record, rules(RIGHT, WRONG), case=case, seconds=20)
    assert found.case is case
    assert found.diagnosis is not None
    assert found.diagnosis.findings[0].problem == Problem.of("doctor-secret-unused", label="right")


def test_neighbours_are_whole_requests_to_the_same_path(reader: Reader) -> None:
    with closing(reader):
        around = look_around(reader, 1, rules(RIGHT, replace(WRONG, endpoint="/elsewhere")))
    assert [one.id for one in around.captures] == [2]
    assert around.captures[0].request.body == b"{}"
    assert [one.label for one in around.secrets] == ["right", "wrong"]
