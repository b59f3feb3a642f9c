import base64
from dataclasses import replace
from datetime import date

import pytest

from tests.key_pairs import private_key, public_key
from tests.unit.doctor.cases import (
    BODY,
    NOW,
    TEXT,
    URL,
    WHSEC,
    code,
    diagnosis,
    elsewhere,
    first,
    proven,
    signed,
    unproven,
    with_secret,
)
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.doctor.around import Around
from webhook_inspector.doctor.finding import Action
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.registry import sign
from webhook_inspector.signatures.scheme import Request

SHARED = ("stripe", "github", "slack", "svix", "shopify", "square", "mercadopago", "hubspot-v3", "telegram")
HEX = "a1b2c3d4e5f60718a1b2c3d4e5f60718"


@pytest.mark.parametrize("scheme", SHARED)
def test_a_secret_of_another_endpoint_fits(scheme) -> None:
    case = signed(scheme)
    around = elsewhere(case.keys[0].value)
    assert proven(with_secret(case, "some-other-secret"), around) == (
        "doctor-secret-of-endpoint",
        {"endpoint": "/other", "label": "theirs"},
    )
    assert code(replace(case, keys=()), around) == "doctor-secret-of-endpoint"


def test_an_expired_secret_fits_and_one_that_was_left_out() -> None:
    case = with_secret(signed("github"), "some-other-secret")
    old = Around((Secret("/in", "old", TEXT, date(2025, 3, 1)),))
    assert proven(case, old) == ("doctor-secret-expired", {"label": "old", "day": "2025-03-01"})
    assert proven(case, elsewhere(TEXT, "/in", "second")) == ("doctor-secret-unused", {"label": "second"})
    assert first(case, old).remedy.action is Action.USE_SECRET


def test_a_public_key_of_another_endpoint_fits() -> None:
    request = sign(Request("POST", URL, (), BODY), "discord", (private_key("ed25519"),), {}, NOW)
    case = Case(request, "discord", (replace(public_key("ed25519", 2), label="main"),), NOW, {}, "/in")
    assert code(case, elsewhere(public_key("ed25519").value)) == "doctor-secret-of-endpoint"


FLAWS = [
    ("doctor-secret-newline", f"{TEXT}\n"),
    ("doctor-secret-newline", f"{TEXT}\r\n"),
    ("doctor-secret-blanks", f" {TEXT} "),
    ("doctor-secret-blanks", f"{TEXT[:6]} {TEXT[6:]}"),
    ("doctor-secret-quotes", f'"{TEXT}"'),
    ("doctor-secret-quotes", f"'{TEXT}"),
    ("doctor-secret-quotes", f"“{TEXT}”"),
    ("doctor-secret-unseen", f"\ufeff{TEXT}"),
    ("doctor-secret-unseen", f"{TEXT}\u200b"),
    ("doctor-secret-word", f"Bearer {TEXT}"),
    ("doctor-secret-variable", f"WEBHOOK_SECRET={TEXT}"),
    ("doctor-secret-variable", f"export KEY='{TEXT}'"),
    ("doctor-secret-prefix", f"whsec_{TEXT}"),
    ("doctor-secret-several", f"old-secret-value,{TEXT}"),
]


@pytest.mark.parametrize("scheme", ["github", "slack", "stripe", "shopify"])
@pytest.mark.parametrize(("flaw", "value"), FLAWS)
def test_a_secret_that_was_copied_badly(scheme, flaw, value) -> None:
    case = with_secret(signed(scheme), value)
    assert proven(case) == (flaw, {"label": "main"})
    remedy = first(case).remedy
    assert (remedy.action, remedy.value) == (Action.CORRECT_SECRET, TEXT)
    assert TEXT not in repr(remedy)


@pytest.mark.parametrize(
    ("flaw", "right", "wrong"),
    [
        ("doctor-secret-prefix-missing", WHSEC, WHSEC.removeprefix("whsec_")),
        ("doctor-secret-prefix", WHSEC, f"v1,{WHSEC}"),
        ("doctor-secret-prefix", WHSEC, f"whsec_{WHSEC}"),
        ("doctor-secret-percent", "a+b/c=d1234567", "a%2Bb%2Fc%3Dd1234567"),
        ("doctor-secret-html", "a<b>c&d1234567", "a&lt;b&gt;c&amp;d1234567"),
        ("doctor-secret-escaped", "two\nlines-of-it", "two\\nlines-of-it"),
        ("doctor-secret-case", HEX, HEX.upper()),
    ],
)
def test_a_secret_that_was_rewritten(flaw, right, wrong) -> None:
    assert code(with_secret(signed("stripe", secret=right), wrong)) == flaw


def test_a_key_with_line_breaks_as_escapes() -> None:
    request = sign(Request("POST", URL, (), BODY), "kick", (private_key("rsa"),), {}, NOW)
    case = Case(request, "kick", (), NOW, {}, "/in")
    assert code(with_secret(case, public_key("rsa").value.replace("\n", "\\n"))) == "doctor-secret-escaped"


def test_the_second_of_two_keys_is_mended_by_its_name() -> None:
    case = signed("github")
    bad = replace(case.keys[0], value=f'"{TEXT}"', label="second")
    finding = diagnosis(replace(case, keys=(replace(bad, value="another", label="one"), bad))).findings[0]
    assert dict(finding.problem.particulars) == {"label": "second"}
    assert finding.remedy.label == "second"


RAW = bytes(range(120, 152))
B64, URLSAFE = base64.b64encode(RAW).decode(), base64.urlsafe_b64encode(b"\xfb\xff" * 12).decode()


@pytest.mark.parametrize(
    ("scheme", "used", "configured", "expected"),
    [
        ("github", "text-behind-it", base64.b64encode(b"text-behind-it").decode(), "doctor-key-from-base64"),
        ("github", "text-behind-it", b"text-behind-it".hex(), "doctor-key-from-hex"),
        ("github", base64.b64encode(TEXT.encode()).decode(), TEXT, "doctor-key-to-base64"),
        ("github", TEXT.encode().hex(), TEXT, "doctor-key-to-hex"),
        ("onfleet", TEXT.encode().hex(), TEXT, "doctor-key-as-text"),
        ("adyen-header", HEX.encode().hex(), HEX, "doctor-key-as-text"),
        ("adyen-header", RAW.hex(), B64, "doctor-key-from-base64"),
        ("airtable", B64, RAW.hex(), "doctor-key-from-hex"),
        ("standard-webhooks", f"whsec_{base64.b64encode(WHSEC.encode()).decode()}", WHSEC, "doctor-key-as-text"),
    ],
)
def test_a_secret_used_in_another_form(scheme, used, configured, expected) -> None:
    case = with_secret(signed(scheme, secret=used), configured)
    assert proven(case) == (expected, {"label": "main"})
    assert first(case).remedy.action is Action.CORRECT_SECRET


def test_bytes_that_no_text_stands_for_are_told_and_not_configured() -> None:
    raw_signed = signed("adyen-header", secret=RAW.hex())  # as LINE signs, with the bytes themselves as the key
    value = next(value for name, value in raw_signed.request.fields if name == b"HmacSignature")
    request = replace(raw_signed.request, fields=((b"X-Line-Signature", value),))
    case = with_secret(Case(request, "line", (), NOW, {}, "/in"), B64)
    assert code(case) == "doctor-key-from-base64"
    finding = first(case)
    assert finding.remedy is None
    assert finding.proof.status is Status.VALID
    assert finding.proof.key_label == "main"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("whsec_abcd…wxyz", "doctor-secret-shortened"),
        ("sk_live_••••••1234", "doctor-secret-shortened"),
        ("abcd...", "doctor-secret-shortened"),
        ("${WEBHOOK_SECRET}", "doctor-secret-placeholder"),
        ("<your secret>", "doctor-secret-placeholder"),
        ("your_webhook_secret", "doctor-secret-placeholder"),
        ("  ", "doctor-secret-empty"),
    ],
)
def test_a_secret_that_cannot_be_one_is_doubted(value, expected) -> None:
    assert unproven(with_secret(signed("stripe"), value)) == (expected, {"label": "main"})


def test_a_doubtful_secret_comes_after_what_is_proven() -> None:
    case = with_secret(signed("github"), "abcd...")
    codes = [one.problem.code for one in diagnosis(case, elsewhere(TEXT)).findings]
    assert codes == ["doctor-secret-of-endpoint"]
