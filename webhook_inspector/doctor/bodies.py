"""Reasons that lie in the body: we keep it byte for byte, so something between the provider and us has changed it."""

from collections.abc import Callable, Iterator

from webhook_inspector.core.problem import Problem
from webhook_inspector.doctor.body_forms import (
    claims_coding,
    decompressed,
    other_charsets,
    other_ends,
    other_pairs,
)
from webhook_inspector.doctor.finding import Finding
from webhook_inspector.doctor.json_forms import looks_like_json, relaid, renumbered, resorted, respelled, rewritten
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.trial import Cause, Search, Trial
from webhook_inspector.signatures.scheme import Request

Coded = Iterator[tuple[str, bytes] | None]
"""Bodies that may have been signed, each with the code of what happened to it; None is a moment to look at the clock."""


def _any(forms: Callable[[Request], Coded]) -> Search:
    """The request with each of these bodies, none of them twice."""

    def search(patient: Patient) -> Iterator[Trial | Finding | None]:
        if not patient.body_counts:
            return
        seen = {hash(patient.request.body)}
        for one in forms(patient.request):
            if one is None or hash(one[1]) in seen:
                yield None
                continue
            code, body = one
            seen.add(hash(body))
            yield Trial(patient.with_body(body), Problem.of(code))

    return search


def _json(forms: Callable[[bytes], Coded]) -> Search:
    return _any(lambda request: forms(request.body) if looks_like_json(request.body) else iter(()))


def lost_coding(patient: Patient) -> Iterator[Finding]:
    """The header names a coding that the body does not have: what was signed cannot be made again."""
    coding = claims_coding(patient.request)
    if coding and patient.body_counts:
        yield Finding(Problem.of("doctor-body-decompressed", coding=coding), patient.verdict)


BODY_CAUSES = (
    Cause("doctor-tried-body-ends", _any(other_ends)),
    Cause("doctor-tried-body-coding", _any(decompressed)),
    Cause("doctor-tried-lost-coding", lost_coding),
)
TEXT_CAUSES = (
    Cause("doctor-tried-json-layout", _json(relaid)),
    Cause("doctor-tried-json-escapes", _json(respelled)),
    Cause("doctor-tried-charset", _any(other_charsets)),
    Cause("doctor-tried-form", _any(other_pairs)),
    Cause("doctor-tried-json-numbers", _json(renumbered)),
    Cause("doctor-tried-json-order", _json(resorted)),
    Cause("doctor-tried-json-rewritten", _json(rewritten)),
)
