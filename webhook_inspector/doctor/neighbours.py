"""What other captures explain: signatures that belong to another body, and requests that were sent a second time."""

from collections.abc import Iterator

from webhook_inspector.core.problem import Problem
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.trial import EXPIRED, Cause, Trial
from webhook_inspector.signatures.scheme import Request


def swapped_headers(patient: Patient) -> Iterator[Trial]:
    """The body with the headers of another capture, and the signature over another body."""
    if not patient.body_counts:
        return
    for neighbour in patient.around.captures:
        if neighbour.request.body != patient.request.body:
            its_fields, its_body = neighbour.request.fields, neighbour.request.body
            yield Trial(patient.with_fields(its_fields), Problem.of("doctor-headers-of-capture", id=neighbour.id))
            yield Trial(patient.with_body(its_body), Problem.of("doctor-body-of-capture", id=neighbour.id))


def replays(patient: Patient) -> Iterator[Trial]:
    """The very same signature over the very same body in another capture: senders sign anew when they try again."""
    for neighbour in patient.around.captures:
        if neighbour.request.body == patient.request.body and _same_signature(patient, neighbour.request):
            problem = Problem.of("doctor-time-replayed", id=neighbour.id)
            yield Trial(patient.without_setting("tolerance_seconds"), problem)


def _same_signature(patient: Patient, other: Request) -> bool:
    signed = [field for _, field in patient.signature_fields]
    return bool(signed) and all(field in other.fields for field in signed)


NEIGHBOUR_CAUSES = (Cause("doctor-tried-captures", swapped_headers),)
REPLAY_CAUSES = (Cause("doctor-tried-replay", replays, EXPIRED),)
