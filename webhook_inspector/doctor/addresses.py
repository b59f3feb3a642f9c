"""Reasons that lie in the address or the method, where the scheme signs them: a proxy or a tunnel shows us another address than the provider's."""

from collections.abc import Iterator
from itertools import product

from webhook_inspector.core.problem import Problem
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.places import Place, hosts, paths, place_of, queries, schemes, told_place
from webhook_inspector.doctor.trial import Cause, Trial
from webhook_inspector.signatures.pairs import query_of, read_pairs
from webhook_inspector.signatures.scheme import Request

_METHODS = ("POST", "GET", "PUT", "PATCH", "DELETE")
_LARGE = 65_536
"""Bytes of a body from which on only one part of the address at a time is changed."""
_ONE_REQUEST_ONLY = frozenset({b"data.id", b"bodySHA256"})
"""Parameters that differ from request to request: an address that has one cannot be set for the endpoint."""
CODES: dict[tuple[str, ...], str] = {
    ("scheme",): "doctor-address-scheme",
    ("host",): "doctor-address-host",
    ("port",): "doctor-address-port",
    ("slash",): "doctor-address-slash",
    ("path",): "doctor-address-path",
    ("query",): "doctor-address-query",
    ("setting",): "doctor-address-setting",
}
"""By the part that differs; more than one: `doctor-address-other`."""


def other_addresses(patient: Patient) -> Iterator[Trial | None]:
    """The address with one part changed, then with two; first of all the one that the headers of a proxy tell."""
    if not (patient.signed_url_counts or patient.url_counts):
        return
    own = place_of(str(patient.case.settings.get("signed_url") or patient.request.url))
    if own is None:
        return
    for place in dict.fromkeys(_places(patient.request, own)):
        if place != own:
            yield _trial(patient, own, place)


def _places(request: Request, own: Place) -> Iterator[Place]:
    as_asked = place_of(request.url)
    if as_asked:
        yield as_asked
    told = told_place(request, own)
    yield told
    if as_asked and as_asked != own:
        yield told_place(request, as_asked)
    axes = (schemes(request, own), hosts(request, own), paths(request, own), queries(request, own))
    most = 1 if len(request.body) > _LARGE else 3
    changes = product(*(range(len(axis)) for axis in axes))
    ordered = sorted((one for one in changes if 0 < sum(map(bool, one)) <= most), key=lambda one: sum(map(bool, one)))
    for scheme, host, path, query in ordered:
        yield Place(axes[0][scheme], axes[1][host], axes[2][path], axes[3][query])


def _trial(patient: Patient, own: Place, place: Place) -> Trial:
    url = str(place)
    problem = Problem.of(_code(patient, own, place), address=place.shown)
    if not patient.signed_url_counts:
        return Trial(patient.with_url(url), problem)
    names = {name for name, _ in read_pairs(query_of(url))}
    remedy = Remedy(Action.SET, source=patient.case.endpoint, name="signed_url", value=url)
    return Trial(patient.with_setting("signed_url", url), problem, None if names & _ONE_REQUEST_ONLY else remedy)


def _code(patient: Patient, own: Place, place: Place) -> str:
    if str(place) == patient.request.url:
        return CODES[("setting",)]
    return CODES.get(tuple(own.differences(place)), "doctor-address-other")


def other_methods(patient: Patient) -> Iterator[Trial]:
    """Where the method is signed and a proxy, or the sender's test, used another."""
    own = patient.request.method
    for method in _METHODS:
        if method != own:
            yield Trial(patient.with_method(method), Problem.of("doctor-method", method=method, own=own))


ADDRESS_CAUSES = (Cause("doctor-tried-addresses", other_addresses),)
METHOD_CAUSES = (Cause("doctor-tried-methods", other_methods),)
