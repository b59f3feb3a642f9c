from dataclasses import replace

import pytest

from tests.unit.doctor.cases import NOW, diagnosis, proven, signed, with_body, with_header
from webhook_inspector.doctor.around import Around, Neighbour

SCHEMES = ("stripe", "github", "slack", "svix", "shopify", "square")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_headers_of_another_capture_belong_to_this_body(scheme) -> None:
    mine, other = signed(scheme, b'{"id":1}'), signed(scheme, b'{"id":2}')
    swapped = replace(mine, request=replace(mine.request, fields=other.request.fields))
    around = Around(captures=(Neighbour(7, with_body(other, b'{"id":3}').request), Neighbour(8, mine.request)))
    with_others_body = Around(captures=(Neighbour(9, replace(mine.request, body=b'{"id":9}')),))
    assert proven(swapped, with_others_body) == ("doctor-headers-of-capture", {"id": 9})
    assert diagnosis(swapped, around).findings == ()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_signature_belongs_to_the_body_of_another_capture(scheme) -> None:
    case = signed(scheme, b'{"id":1}')
    around = Around(
        captures=(Neighbour(8, signed(scheme, b'{"id":2}', now=NOW + 50).request), Neighbour(9, case.request))
    )
    assert proven(with_body(case, b'{"id":3}'), around) == ("doctor-body-of-capture", {"id": 9})


def test_a_token_of_another_capture_says_nothing() -> None:
    case = signed("telegram")
    other = Neighbour(3, replace(case.request, body=b"other"))
    wrong = with_header(case, b"X-Telegram-Bot-Api-Secret-Token", b"someone-elses-token")
    assert diagnosis(wrong, Around(captures=(other,))).findings == ()


def test_the_same_body_with_another_signature_is_no_replay() -> None:
    case = replace(signed("stripe"), now=NOW + 1000)
    again = signed("stripe", now=NOW + 900)
    assert proven(case, Around(captures=(Neighbour(3, again.request),)))[0] == "doctor-time-old"
