"""Judges a request: what it tells, by which scheme it is signed, with which keys, and the verdict. Pure: the same at arrival and later."""

from collections.abc import Sequence
from datetime import date

from webhook_inspector.core.capture import Capture, State, path_of_capture
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.providers.meanings import read_meaning
from webhook_inspector.providers.recognise import recognise
from webhook_inspector.providers.table import OF_SCHEME
from webhook_inspector.signatures.captured import request_of
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.detect import detect
from webhook_inspector.signatures.detection import Detected
from webhook_inspector.signatures.glance import may_be_known
from webhook_inspector.signatures.keys import key_of
from webhook_inspector.signatures.published import SOURCES, Published, published
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.scheme import Key, Request, Settings
from webhook_inspector.signatures.tolerances import TOLERANCES

MOST_READ = 2**20
"""Bytes of a body in which its event is looked for. Larger ones than a few KB come here only when they are stored already."""
_SECOND = 10**9
_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
_UNKNOWN = Judgement(status=Status.UNKNOWN_SCHEME)
_CARRIERS = frozenset({"", "svix", "standard-webhooks"})
"""They sign other people's events, and some of those tell whose they are."""
_PUBLISHING = frozenset(one.scheme for one in SOURCES)


def judge(capture: Capture, rules: Rules) -> Judgement:
    """What is kept and listed of a capture: without the steps, which `case_of(…).verdict()` makes again at any time.

    What is not a request is not judged.
    """
    if capture.state is State.REFUSED:
        return NOT_JUDGED
    return judgement_of(case_of(capture, rules), rules)


def plain_judgement(capture: Capture, rules: Rules) -> Judgement | None:
    """The same at once for a request that a glance tells to be of no known kind; None for all others."""
    if may_be_known(capture.head, capture.body):
        return None
    endpoint = rules.endpoint_of(path_of_capture(capture))
    if endpoint.scheme or endpoint.provider or recognise((), capture.body):
        return None
    return _UNKNOWN


def judgement_of(case: Case, rules: Rules) -> Judgement:
    """What to keep of a case."""
    verdict, request = case.verdict(), case.request
    meaning = read_meaning(provider_of(rules, case), request.fields, request.body, request.url, MOST_READ)
    return Judgement(meaning, verdict.status, case.scheme, verdict.key_label)


def keys_to_fetch(case: Case) -> Published | None:
    """The published keys without which a case has none, if they may be fetched at all."""
    found = published(case.request, case.scheme) if case.scheme in _PUBLISHING else None
    if found is None or found.problem is not None or any(_is_meant(key, found) for key in case.keys):
        return None
    return found


def _is_meant(key: Key, wanted: Published) -> bool:
    return not wanted.key_id or key.id in {"", wanted.key_id}


def case_of(capture: Capture, rules: Rules) -> Case:
    """The endpoint's own scheme and settings go before what the request tells."""
    request, endpoint = request_of(capture), rules.endpoint_of(path_of_capture(capture))
    detected = detect(request)
    scheme = endpoint.scheme or (detected.scheme if detected else "")
    now = capture.received_ns / _SECOND
    return Case(
        request=request,
        scheme=scheme,
        keys=keys_for(scheme, rules.secrets_of(endpoint.path), now) or _published_keys(request, scheme, rules),
        now=now,
        settings=settings_for(scheme, detected, endpoint.settings),
        endpoint=endpoint.path,
        detected=detected,
        missing=max(capture.body_size - len(capture.body), 0),
    )


def keys_for(scheme: str, secrets: Sequence[Secret], now: float) -> tuple[Key, ...]:
    """The keys that count at a time, of the kinds that the scheme takes."""
    row = SCHEMES.get(scheme)
    if row is None or not secrets:
        return ()
    today = date.fromordinal(_EPOCH + int(now // _DAY))
    valid = (one for one in secrets if one.expires is None or one.expires >= today)
    return tuple(key_of(one.value, row.key_kinds, label=one.label, key_id=one.key_id) for one in valid)


def _published_keys(request: Request, scheme: str, rules: Rules) -> tuple[Key, ...]:
    found = published(request, scheme) if rules.published and scheme in _PUBLISHING else None
    return rules.published.get(found.url, ()) if found else ()


def settings_for(scheme: str, detected: Detected | None, chosen: Settings) -> Settings:
    """What the user has set goes before what the request tells, and that before the scheme's own tolerance."""
    usual: Settings = {"tolerance_seconds": TOLERANCES[scheme]} if scheme in TOLERANCES else {}
    told: Settings = detected.settings if detected and detected.scheme == scheme else {}
    return {**usual, **told, **chosen}


def provider_of(rules: Rules, case: Case) -> str:
    """Who sent it: as configured, as detected, or as the scheme says; empty where nothing tells."""
    told = case.detected.provider if case.detected else ""
    configured = rules.endpoint_of(case.endpoint).provider
    named = configured or told or case.scheme
    key = OF_SCHEME.get(named, named)
    if configured or key not in _CARRIERS:
        return key
    return recognise(case.request.fields, case.request.body) or key
