from dataclasses import replace

import pytest

from tests.key_pairs import private_key, public_key
from tests.unit.doctor.cases import BODY, NOW, TEXT, code, diagnosis, first, proven, signed, with_header, with_secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.doctor.around import Around, Neighbour
from webhook_inspector.doctor.finding import Action
from webhook_inspector.doctor.times import span
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.registry import sign
from webhook_inspector.signatures.scheme import Key, Request

TIMED = ("stripe", "slack", "svix", "hubspot-v3", "box", "paddle-billing", "twitch")


def later(case: Case, seconds: float) -> Case:
    return replace(case, now=case.now + seconds)


@pytest.mark.parametrize("scheme", TIMED)
def test_a_request_that_is_too_old(scheme) -> None:
    case = later(signed(scheme), 3 * 3600 + 2 * 60 + 7 * 60)
    limit = case.settings["tolerance_seconds"]
    assert proven(case) == ("doctor-time-old", {"age": "3 h 9 min", "limit": limit})
    remedy = first(case).remedy
    assert (remedy.action, remedy.name, remedy.source) == (Action.SET, "tolerance_seconds", "/in")
    assert int(remedy.value) % 60 == 0


@pytest.mark.parametrize("scheme", ["slack", "svix", "paddle-billing"])
def test_a_request_ahead_of_the_clock(scheme) -> None:
    found, particulars = proven(later(signed(scheme), -1000))
    assert (found, particulars["age"]) == ("doctor-time-ahead", "16 min 40 s")


@pytest.mark.parametrize(("seconds", "hours"), [(7200, 2), (3600 + 60, 1), (-5 * 3600 + 30, 5)])
def test_whole_hours_look_like_a_time_zone(seconds, hours) -> None:
    found, particulars = proven(later(signed("slack"), seconds))
    assert (found, particulars["hours"]) == ("doctor-time-zone", hours)
    assert first(later(signed("slack"), seconds)).remedy is None


def test_days_cannot_be_allowed_by_a_click() -> None:
    finding = first(later(signed("slack"), 5 * 86_400 + 100))
    assert dict(finding.problem.particulars)["age"] == "5 d 1 min"
    assert finding.remedy is None


def signed_at(scheme: str, written: float) -> Case:
    """Signed with a timestamp in another unit than the scheme's."""
    return replace(signed(scheme, now=written), now=NOW)


def test_the_wrong_unit() -> None:
    assert code(signed_at("slack", NOW * 1000)) == "doctor-time-in-milliseconds"
    assert code(signed_at("svix", NOW * 1000)) == "doctor-time-in-milliseconds"
    assert code(signed_at("hubspot-v3", NOW / 1000)) == "doctor-time-in-seconds"


def test_a_request_that_was_sent_again() -> None:
    case = later(signed("stripe"), 1000)
    around = Around(captures=(Neighbour(4, signed("github").request), Neighbour(5, case.request)))
    assert proven(case, around) == ("doctor-time-replayed", {"id": 5})
    assert [one.problem.code for one in diagnosis(case, around).findings] == ["doctor-time-replayed", "doctor-time-old"]


def test_a_token_that_has_ended() -> None:
    request = Request("POST", "https://h.example/", (), BODY)
    ended = sign(request, "rfc9421", (private_key("ed25519"),), {}, NOW)
    case = Case(ended, "rfc9421", (public_key("ed25519"),), NOW + 100_000, {"tolerance_seconds": 300}, "/in")
    assert case.verdict().status is Status.EXPIRED
    assert code(case) == "doctor-time-old"
    token = sign(request, "livekit", (Key("secret", TEXT),), {"api_key": "k"}, NOW)
    over = Case(token, "livekit", (Key("secret", TEXT),), NOW + 100_000, {"api_key": "k"}, "/in")
    assert over.verdict().status is Status.EXPIRED
    assert code(over) == "doctor-time-over"
    assert code(replace(over, now=NOW - 1000)) == "doctor-time-early"


def test_a_time_that_is_not_written_as_the_scheme_has_it() -> None:
    iso = replace(signed("github"), scheme="generic-hmac", settings=generic("iso"))
    iso = replace(iso, request=sign(iso.request, "generic-hmac", iso.keys, iso.settings, NOW))
    wrong = replace(iso, settings=generic("s"))
    assert proven(wrong) == ("doctor-time-unreadable", {"found": "2026-01-02T00:50:00Z"})


def test_a_text_that_looks_like_an_age_is_none() -> None:
    case = replace(signed("github"), scheme="generic-hmac", settings=generic("s"))
    case = replace(case, request=sign(case.request, "generic-hmac", case.keys, case.settings, NOW))
    assert proven(replace(case, settings=generic("iso"))) == ("doctor-time-unreadable", {"found": str(int(NOW))})


def generic(unit: str) -> dict[str, str | int]:
    return {
        "signature_header": "X-Sig",
        "template": "{timestamp}.{body}",
        "timestamp_header": "X-Time",
        "timestamp_unit": unit,
        "tolerance_seconds": 300,
    }


@pytest.mark.parametrize("scheme", ["slack", "zoom"])
def test_a_header_whose_time_was_changed(scheme) -> None:
    case = signed(scheme)
    name = {"slack": b"X-Slack-Request-Timestamp", "zoom": b"x-zm-request-timestamp"}[scheme]
    given = str(int(NOW) + 17).encode()
    assert proven(with_header(case, name, given)) == (
        "doctor-time-changed",
        {"header": name.decode(), "given": given.decode(), "signed": str(int(NOW))},
    )
    milliseconds = str(int(NOW * 1000)).encode()
    assert code(with_header(case, name, milliseconds)) == "doctor-time-unit-changed"


def test_the_signed_time_stands_in_another_header() -> None:
    case = signed("slack", fields=((b"Date", b"Fri, 02 Jan 2026 00:50:00 GMT"),))
    far = with_header(case, b"X-Slack-Request-Timestamp", str(int(NOW) - 5000).encode())
    finding = first(replace(far, now=NOW + 4000))
    assert finding.problem.code == "doctor-time-changed"
    assert finding.proof.status is Status.EXPIRED  # the signature fits, and the request is old besides


def test_a_broken_date_is_no_time() -> None:
    case = with_secret(signed("slack", fields=((b"Date", b"Fri, 99 Foo"),)), "some-other-secret")
    assert diagnosis(case).findings == ()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (45, "45 s"), (60, "1 min"), (3720, "1 h 2 min"), (3601, "1 h 1 s"), (90_000, "1 d 1 h")],
)
def test_spans(seconds, words) -> None:
    assert span(seconds) == words
