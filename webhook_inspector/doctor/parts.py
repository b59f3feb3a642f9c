"""Parts of the request that are not there: a body cut short, a header that is signed, a number that the address should carry."""

import re
from collections.abc import Iterator

from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show
from webhook_inspector.doctor.finding import Finding
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.trial import Cause, Trial
from webhook_inspector.signatures.jsontext import member, parse_json, scalar
from webhook_inspector.signatures.pairs import query_of, read_pairs, value_of, with_parameter

_MERCADO, _MERCADO_HEADER = "mercadopago", b"x-request-id"


def cut_body(patient: Patient) -> Iterator[Finding]:
    """What did not come cannot be verified: nothing else needs to be proven."""
    missing = patient.case.missing
    if missing > 0 and patient.body_counts:
        kept = len(patient.request.body)
        yield Finding(Problem.of("doctor-body-cut", missing=missing, kept=kept), patient.verdict)


def other_length(patient: Patient) -> Iterator[Trial | Finding]:
    """A body that is longer or shorter than its own header says."""
    told, body = show(first(patient.request.fields, b"content-length") or b""), patient.request.body
    if not re.fullmatch(r"[0-9]{1,15}", told) or patient.case.missing or int(told) == len(body):
        return
    problem = Problem.of("doctor-body-length", announced=int(told), received=len(body))
    if int(told) < len(body):
        yield Trial(patient.with_body(body[: int(told)]), problem)
    if patient.body_counts:
        yield Finding(problem, patient.verdict)


def missing_headers(patient: Patient) -> Iterator[Finding]:
    """Which signed part is missing: the failing step expects it, or, for Mercado Pago, none does."""
    step = patient.fault
    if step and step.name == "content" and step.expected and not step.found:
        yield Finding(Problem.of("doctor-part-missing", part=step.expected), patient.verdict)
    elif patient.case.scheme == _MERCADO and first(patient.request.fields, _MERCADO_HEADER) is None:
        yield Finding(Problem.of("doctor-part-missing", part=show(_MERCADO_HEADER)), patient.verdict)


def lost_parameter(patient: Patient) -> Iterator[Trial]:
    """Mercado Pago signs `data.id` of the query, which the body repeats."""
    request = patient.request
    if patient.case.scheme != _MERCADO or value_of(read_pairs(query_of(request.url)), b"data.id") is not None:
        return
    found = scalar(member(parse_json(request.body), ("data", "id")))
    if found:
        url = with_parameter(request.url, "data.id", found.decode("utf-8", "replace"))
        yield Trial(patient.with_url(url), Problem.of("doctor-parameter-missing", parameter="data.id"))


CUT_CAUSES = (Cause("doctor-tried-cut-body", cut_body),)
PART_CAUSES = (
    Cause("doctor-tried-parameter", lost_parameter),
    Cause("doctor-tried-length", other_length, also=True),
    Cause("doctor-tried-parts", missing_headers),
)
