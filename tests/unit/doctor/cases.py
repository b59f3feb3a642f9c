"""Validly signed requests to be damaged, and what the doctor has to say of them afterwards."""

from dataclasses import replace

from webhook_inspector.core.headers import Fields
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.sentences import SENTENCES, sentence
from webhook_inspector.core.verdict import Status
from webhook_inspector.doctor.around import Around
from webhook_inspector.doctor.doctor import diagnose
from webhook_inspector.doctor.finding import Action, Diagnosis, Finding, Remedy
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.detect import detect
from webhook_inspector.signatures.keys import key_of
from webhook_inspector.signatures.registry import SCHEMES, sign
from webhook_inspector.signatures.scheme import Request
from webhook_inspector.signatures.signing import with_field, without_field
from webhook_inspector.signatures.tolerances import TOLERANCES

NOW = 1_767_315_000.0
ALONE = Around()
URL = "https://hooks.example.com/in"
BODY = b'{"id":"evt_1","amount":1200,"data":{"id":"77"}}'
TEXT = "whs-dev-7f3a9c-0123"
WHSEC = "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y"
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")
JSON = (b"Content-Type", b"application/json")
LONG = 3_600.0
"""Seconds that no diagnosis of a test takes."""


def usual_secret(scheme: str) -> str:
    return WHSEC if scheme in {"svix", "standard-webhooks"} else TEXT


def signed(
    scheme: str,
    body: bytes = BODY,
    *,
    url: str = URL,
    fields: Fields = (JSON,),
    secret: str = "",
    method: str = "POST",
    now: float = NOW,
) -> Case:
    """A case that is valid, signed by the scheme at `now`."""
    value = secret or usual_secret(scheme)
    key = key_of(value, SCHEMES[scheme].key_kinds, label="main")
    settings = {"tolerance_seconds": TOLERANCES[scheme]} if scheme in TOLERANCES else {}
    request = sign(
        Request(method, url, (*fields, (b"Host", b"hooks.example.com")), body), scheme, (key,), settings, now
    )
    case = Case(request, scheme, (key,), now, settings, "/in", detect(request))
    assert case.verdict().status is Status.VALID
    return case


def with_body(case: Case, body: bytes) -> Case:
    assert body != case.request.body
    return replace(case, request=replace(case.request, body=body))


def with_url(case: Case, url: str) -> Case:
    return replace(case, request=replace(case.request, url=url))


def with_header(case: Case, name: bytes, value: bytes) -> Case:
    return replace(case, request=replace(case.request, fields=with_field(case.request.fields, name, value)))


def without_header(case: Case, name: bytes) -> Case:
    return replace(case, request=replace(case.request, fields=without_field(case.request.fields, name)))


def with_secret(case: Case, value: str) -> Case:
    key = key_of(value, SCHEMES[case.scheme].key_kinds, label="main")
    return replace(case, keys=(key,))


def patient_of(case: Case, around: Around = ALONE) -> Patient:
    return Patient(case, case.verdict(), around)


def diagnosis(case: Case, around: Around = ALONE) -> Diagnosis:
    return diagnose(case, case.verdict(), around, seconds=LONG)


def first(case: Case, around: Around = ALONE) -> Finding:
    """The likeliest finding, whose sentence has no gap left; its remedy, if it has one, makes the request valid."""
    found = diagnosis(case, around)
    assert found.complete
    assert found.findings
    assert all(code in SENTENCES for code in found.tried)
    finding = found.findings[0]
    words = sentence(finding.problem)
    assert finding.problem.code in SENTENCES
    assert "{" not in words
    for secret in (*(key.value for key in case.keys), *(one.value for one in around.secrets)):
        assert not secret.strip() or secret not in f"{words} {finding!r}"
    if finding.remedy is not None:
        assert applied(case, finding.remedy, around).verdict().status is Status.VALID
    return finding


def proven(case: Case, around: Around = ALONE) -> tuple[str, dict[str, str | int]]:
    """Code and particulars of the likeliest finding, which is proven."""
    finding = first(case, around)
    assert finding.proof.status is Status.VALID
    return finding.problem.code, dict(finding.problem.particulars)


def code(case: Case, around: Around = ALONE) -> str:
    return proven(case, around)[0]


def unproven(case: Case, around: Around = ALONE) -> tuple[str, dict[str, str | int]]:
    finding = first(case, around)
    assert finding.proof == case.verdict()
    return finding.problem.code, dict(finding.problem.particulars)


def applied(case: Case, remedy: Remedy, around: Around = ALONE) -> Case:
    """The case after a click on the remedy, as judging anew would make it."""
    match remedy.action:
        case Action.USE_SECRET:
            value = next(
                one for one in around.secrets if (one.endpoint, one.label) == (remedy.source, remedy.label)
            ).value
            return with_secret(case, value)
        case Action.CORRECT_SECRET:
            assert (remedy.source, remedy.label) == ("/in", "main")
            return with_secret(case, remedy.value)
        case Action.SET:
            number = remedy.name == "tolerance_seconds"
            return replace(case, settings={**case.settings, remedy.name: int(remedy.value) if number else remedy.value})
        case Action.USE_SCHEME:
            row = SCHEMES[remedy.value]
            keys = tuple(key_of(key.value, row.key_kinds, label=key.label) for key in case.keys)
            own = tuple(key_of(one.value, row.key_kinds) for one in around.secrets if one.endpoint == case.endpoint)
            return replace(case, scheme=remedy.value, keys=keys or own)


def elsewhere(value: str, endpoint: str = "/other", label: str = "theirs") -> Around:
    return Around((Secret(endpoint, label, value),))
