import pytest

from tests.key_pairs import make_request
from webhook_inspector.signatures import header_hmac, timestamped, url_bound
from webhook_inspector.signatures.detect import detect
from webhook_inspector.signatures.detection_headers import HEADER_RULES, PROVIDERS, SHARED


def scheme_of(*names: str, value: bytes = b"x") -> str | None:
    found = detect(make_request(fields=tuple((name.encode(), value) for name in names)))
    return found.scheme if found else None


def test_each_recipe_with_a_header_of_its_own_is_found_by_it() -> None:
    for recipe in (*header_hmac.RECIPES, *timestamped.RECIPES, *url_bound.RECIPES):
        for header in (recipe.header, *recipe.also):
            if header.lower() not in SHARED:
                assert scheme_of(header.replace("*", "3")) == recipe.name


def test_no_header_of_one_sender_is_listed_twice() -> None:
    plain = [rule.header for rule in HEADER_RULES if rule.header and rule.when is None]
    assert len(plain) == len(set(plain))
    assert not set(plain) & (SHARED - {"x-hubspot-signature"})
    assert set(PROVIDERS) <= {rule.scheme for rule in HEADER_RULES}


def test_a_number_is_needed_where_headers_are_counted() -> None:
    assert scheme_of("X-DocuSign-Signature-12") == "docusign"
    assert scheme_of("X-DocuSign-Signature-x") is None
    assert scheme_of("X-DocuSign-Signature-") is None


@pytest.mark.parametrize(
    ("version", "scheme"), [(b"v1", "hubspot-v1"), (b"v2", "hubspot-v2"), (b"v9", "hubspot-v1"), (b"", "hubspot-v1")]
)
def test_hubspot_goes_by_its_version(version, scheme) -> None:
    fields = ((b"X-HubSpot-Signature", b"0" * 64), (b"X-HubSpot-Signature-Version", version))
    found = detect(make_request(fields=fields))
    assert found is not None
    assert found.scheme == scheme
    third = detect(make_request(fields=(*fields, (b"X-HubSpot-Signature-v3", b"x"))))
    assert third is not None
    assert third.scheme == "hubspot-v3"
