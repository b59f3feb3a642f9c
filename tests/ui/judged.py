"""Signed captures, secrets and verdicts for tests of the pane Signature."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from tests.makers import make_capture, make_head, make_record
from tests.shared_secrets import valid_vector
from webhook_inspector.core.capture import Record
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.doctor.finding import Diagnosis, Finding, Remedy
from webhook_inspector.signatures.registry import sign
from webhook_inspector.ui.examining import Examined, examine

STRIPE = valid_vector("stripe")
RIGHT = STRIPE.keys[0].value
WRONG = "whsec_" + "n0tTheRightOne" * 3
BODY = b'{"id":"evt_1"}'


def signed_record(body: bytes = BODY, *, path: str = "/stripe", late: int = 0) -> Record:
    """As Stripe signs it, received `late` seconds after that."""
    request = sign(replace(STRIPE.request, body=body), "stripe", STRIPE.keys, {}, STRIPE.now)
    fields = [(name.decode(), value.decode()) for name, value in request.fields]
    head = make_head(target=path, headers=(("Host", "127.0.0.1:8787"), *fields))
    return make_record(make_capture(head=head, body=body, received_ns=int(STRIPE.now + late) * 10**9))


def rules_of(*values: str, path: str = "/stripe", scheme: str = "") -> Rules:
    """One endpoint whose secrets are called `prod 1`, `prod 2` …"""
    secrets = tuple(Secret(path, f"prod {place}", value) for place, value in enumerate(values, 1))
    return Rules((Endpoint(path, scheme),), secrets)


def examined(record: Record | None = None, rules: Rules | None = None) -> Examined:
    """A valid one, unless told otherwise."""
    found = examine(signed_record() if record is None else record, rules_of(RIGHT) if rules is None else rules)
    assert found is not None
    return found


def make_finding(remedy: Remedy | None = None, status: Status = Status.VALID, code: str = "no-capture") -> Finding:
    proof = Verdict(status, "stripe", (Step("digest", True, "the signature fits test"),))
    return Finding(Problem.of(code, id=7), proof, remedy)


def make_diagnosis(*findings: Finding, complete: bool = True) -> Diagnosis:
    return Diagnosis(findings, ("doctor-tried-one", "doctor-tried-two"), complete)


class Rulebook(QObject):
    """Notes what is asked of it."""

    changed = Signal()

    def __init__(self, rules: Rules = NO_RULES) -> None:
        super().__init__()
        self.rules = rules
        self.fetch_allowed = False
        self.asked: list[object] = []

    def take(self, rules: Rules) -> None:
        self.rules = rules
        self.changed.emit()

    def apply(self, endpoint: str, remedy: Remedy) -> None:
        self.asked.append((endpoint, remedy))

    def edit_endpoint(self, path: str) -> None:
        self.asked.append(path)

    def allow_fetching(self) -> None:
        self.asked.append("fetch")
