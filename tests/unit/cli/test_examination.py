from collections.abc import Sequence

import pytest

from tests.unit.cli.stripe import SECRET, signed_record
from webhook_inspector.cli.examination import as_object, lines_of
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.doctor.finding import Action, Diagnosis, Finding, Remedy
from webhook_inspector.examine import Examination
from webhook_inspector.judge import case_of

CASE = case_of(signed_record().capture, Rules(secrets=(Secret("/stripe", "main", SECRET),)))
INVALID = Verdict(Status.INVALID, "stripe", (Step("digest", False, "it does not fit", "aa\x1b", "bb"),), b"12345")
OLD = Problem.of("doctor-time-old", age="9 min", limit=300)


def examined(
    verdict: Verdict = INVALID,
    findings: Sequence[Finding] = (),
    tried: Sequence[str] = ("doctor-tried-age",),
    *,
    complete: bool = True,
) -> Examination:
    return Examination(CASE, verdict, Diagnosis(tuple(findings), tuple(tried), complete))


def test_a_valid_one() -> None:
    found = Examination(CASE, CASE.verdict(), None)
    shown = list(lines_of(found))
    assert shown[0] == "✓ valid  Stripe (stripe), with main"
    assert shown[-1].startswith("  signed content: ")
    assert as_object(found)["findings"] == []


def test_steps_and_what_was_tried_in_vain() -> None:
    assert list(lines_of(examined(complete=False))) == [
        "✗ invalid  Stripe (stripe)",
        "  ✗ it does not fit",
        "      expected  aa\\x1b",
        "      found     bb",
        "  signed content: 5 bytes",
        "",
        "Nothing that was tried explains it; tried:",
        f"  {sentence(Problem.of('doctor-tried-age'))}",
        "The time was up before everything was tried.",
    ]


@pytest.mark.parametrize("status", [Status.UNSIGNED, Status.NO_SECRET])
def test_what_says_it_all_needs_no_reason(status: Status) -> None:
    assert list(lines_of(examined(Verdict(status, "stripe"))))[1:] == []
    found = Finding(Problem.of("doctor-scheme", scheme="github"), INVALID)
    assert list(lines_of(examined(Verdict(status, "stripe"), [found])))[1:] == ["", sentence(found.problem)]


@pytest.mark.parametrize(
    ("remedy", "command", "told"),
    [
        (
            Remedy(Action.SET, name="tolerance_seconds", value="900"),
            "set /stripe --setting tolerance_seconds=900",
            {"action": "set", "name": "tolerance_seconds", "value": "900"},
        ),
        (
            Remedy(Action.SET, name="signed_url", value="https://x/?a=b&c"),
            "set /stripe --setting signed_url='https://x/?a=b&c'",
            {"action": "set", "name": "signed_url", "value": "https://x/?a=b&c"},
        ),
        (
            Remedy(Action.USE_SCHEME, value="github"),
            "set /stripe --scheme github",
            {"action": "use-scheme", "value": "github"},
        ),
        (
            Remedy(Action.USE_SECRET, source="/other", label="my own", value=SECRET),
            "add-secret /stripe - --label 'my own'",
            {"action": "use-secret", "source": "/other", "label": "my own"},
        ),
        (
            Remedy(Action.CORRECT_SECRET, label="main", value=SECRET),
            "add-secret /stripe - --label main",
            {"action": "correct-secret", "label": "main"},
        ),
    ],
)
def test_a_remedy_is_a_command_without_a_secret(remedy: Remedy, command: str, told: dict[str, str]) -> None:
    found = examined(findings=[Finding(OLD, INVALID, remedy), Finding(OLD, INVALID)])
    assert list(lines_of(found))[-3:] == [
        sentence(OLD),
        f"  → webhook-inspector endpoints {command}",
        sentence(OLD),
    ]
    first, second = as_object(found)["findings"]
    assert first == {"code": "doctor-time-old", "sentence": sentence(OLD), "remedy": told}
    assert second["remedy"] is None
    assert SECRET not in str(as_object(found))


def test_every_action_has_its_command() -> None:
    for action in Action:
        assert "webhook-inspector endpoints" in list(
            lines_of(examined(findings=[Finding(OLD, INVALID, Remedy(action))]))
        )[-1]  # fmt: skip


def test_a_scheme_that_is_not_known() -> None:
    (line,) = lines_of(examined(Verdict(Status.UNKNOWN_SCHEME, "klingon\x1b"), tried=()))
    assert line == "– unknown scheme  klingon\\x1b"
