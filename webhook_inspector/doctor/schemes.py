"""The scheme of another provider fits the request with the same secrets."""

from collections.abc import Iterator
from dataclasses import replace

from webhook_inspector.core.problem import Problem
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.trial import ANY_SCHEME, Cause, Trial
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.scheme import Settings
from webhook_inspector.signatures.tolerances import TOLERANCES

_READ_THE_BODY = frozenset({"adyen", "aws-sns", "braintree", "dropbox-sign", "mailgun", "mandrill", "paddle-classic"})
"""Schemes that parse the body before they know whether it is signed: not tried on large ones unless the request looks like theirs."""
_LARGE = 65_536


def other_schemes(patient: Patient) -> Iterator[Trial | None]:
    """Those that the request looks like come first. A scheme whose signature is not there says so at once."""
    detected = patient.case.detected
    alike = (detected.scheme, *detected.others) if detected else ()
    for name in dict.fromkeys((*alike, *SCHEMES)):
        large = len(patient.request.body) > _LARGE and name in _READ_THE_BODY
        if name not in SCHEMES or name == patient.case.scheme or (large and name not in alike):
            continue
        keys = patient.keys_for(name)
        if not keys:
            return
        row = SCHEMES[name]
        remedy = Remedy(Action.USE_SCHEME, source=patient.case.endpoint, value=name)
        problem = Problem.of("doctor-scheme", scheme=row.title)
        yield Trial(
            replace(patient.case, scheme=name, keys=keys, settings=_settings(name, patient.case)), problem, remedy
        )


def _settings(name: str, case: Case) -> Settings:
    """As they would be if the endpoint had that scheme: its own tolerance and what the request tells, then the address if it is set."""
    usual: Settings = {"tolerance_seconds": TOLERANCES[name]} if name in TOLERANCES else {}
    told: Settings = case.detected.settings if case.detected and case.detected.scheme == name else {}
    kept = {key: value for key, value in case.settings.items() if key == "signed_url"}
    return {**usual, **told, **kept}


SCHEME_CAUSES = (Cause("doctor-tried-schemes", other_schemes, ANY_SCHEME),)
