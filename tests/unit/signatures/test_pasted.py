import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared_secrets import vectors
from webhook_inspector.core.sentences import SENTENCES, sentence
from webhook_inspector.signatures.pasted import remark
from webhook_inspector.signatures.registry import SCHEMES

WHSEC = "whsec_bVHxcwtc8HnIZEAU+d2xGlvDy0emBUaL"
STRIPE = "whsec_9dKp2mVtQ7aBcDeFgHiJkLmNoPqRsTuV"
HEX32 = "8f742231b10e8888abcd99aaabbb85a5"
PEM = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n"
CERTIFICATE = PEM.replace("PUBLIC KEY", "CERTIFICATE")
PRIVATE = PEM.replace("PUBLIC", "PRIVATE")
SIXTEEN = "Ab3dEf6hIj9lMn2p"


def code(text: str, scheme: str) -> str:
    found = remark(text, scheme)
    return found.code if found else ""


RIGHT = [
    (STRIPE, "stripe"),
    (WHSEC, "svix"),
    (WHSEC, "standard-webhooks"),
    (WHSEC, "standard-webhooks-raw-key"),
    ("any old text", "standard-webhooks-raw-key"),
    ("octo-secret", "github"),
    (HEX32, "slack"),
    (HEX32, "twilio"),
    (HEX32 * 2, "discord"),
    (PEM, "discord"),
    ("shpss_" + HEX32, "shopify"),
    (HEX32, "shopify"),
    ("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE" + "a/b+" * 22 + "==", "sendgrid"),
    (PEM, "sendgrid"),
    ("5H/o0grKHpF33QRuQapIQyX/wWraeNU+3DhykZKpp8U=", "telnyx"),
    (CERTIFICATE, "paypal"),
    ("sk_test_" + HEX32 + "01234567", "paystack"),
    ("sk_live_" + HEX32 + "01234567", ""),
    ("whsec_my_token_0123456789", "asaas"),
    ("glpat-" + SIXTEEN, "gitlab-token"),
    ("ghp_" + SIXTEEN, "bearer-token"),
    ("SG.anything.at-all", "static-header-token"),
    ("user:p4ss word", "basic-auth"),
    ("tg_secret-1", "telegram"),
    ("650AB6FCA2CE84C0", "adyen"),
    ("pdl_ntfset_01dev_GrOWLNef", "paddle-billing"),
    ("lin_wh_" + SIXTEEN, "linear"),
    ('{"kty": "EC", "crv": "P-256", "x": "a", "y": "b"}\n', "plaid"),
    (PEM, "jws-detached"),
    ("dGVhbXMtZGV2LTAxMjM0NTY3ODlhYmNkZWYwMTIzNDU=", "microsoft-teams-outgoing"),
    ("ABCDEFGHIJ==", ""),
    ("ünïcode secret", ""),
    ("f3a9c", "no such scheme"),
]


@pytest.mark.parametrize(("text", "scheme"), RIGHT)
def test_what_looks_right_is_left_alone(text: str, scheme: str) -> None:
    assert code(text, scheme) == ""


def test_the_keys_of_the_vectors_look_right() -> None:
    """Except those of the two schemes whose vectors come from documentation with made-up secrets."""
    keys = {(key.value, vector.scheme) for vector in vectors() for key in vector.keys if key.kind != "private_key_pem"}
    wrong = {scheme for text, scheme in keys if remark(text, scheme)}
    assert wrong <= {"slack", "twilio"}
    assert len(keys) > 200


GENERAL = [
    ("", "pasted-nothing"),
    (" \n", "pasted-nothing"),
    ("whsec_••••••••", "pasted-masked"),
    ("whsec_****1234", "pasted-masked"),
    ("whsec_abc…", "pasted-masked"),
    ("whsec_...", "pasted-masked"),
    ("changeme", "pasted-placeholder"),
    ("your_secret_here", "pasted-placeholder"),
    ("YOUR-SIGNING-SECRET", "pasted-placeholder"),
    ("<signing secret>", "pasted-placeholder"),
    ("{{ secret }}", "pasted-placeholder"),
    ("whsec_", "pasted-placeholder"),
    ("whsec_xxxxxxxx", "pasted-placeholder"),
    ("xxxxxxxxxxxx", "pasted-placeholder"),
    ("env:STRIPE_SECRET", "pasted-variable"),
    ("$STRIPE_SECRET", "pasted-variable"),
    ("${STRIPE_SECRET}", "pasted-variable"),
    ("%STRIPE_SECRET%", "pasted-variable"),
    ("process.env.STRIPE_SECRET", "pasted-variable"),
    ('os.environ["STRIPE_SECRET"]', "pasted-variable"),
    (f"STRIPE_SECRET={STRIPE}", "pasted-assignment"),
    (f"export stripe_secret={STRIPE}", "pasted-assignment"),
    ("Bearer abc", "pasted-header"),
    ("Authorization: Bearer abc", "pasted-header"),
    ("https://example.com/hook", "pasted-url"),
    (f'"{STRIPE}"', "pasted-quotes"),
    (f"“{STRIPE}”\n", "pasted-quotes"),
    (f" {STRIPE}", "pasted-blanks"),
    (f"{STRIPE}\n", "pasted-blanks"),
    (f"{STRIPE}\r\n", "pasted-blanks"),
    (f"{STRIPE}\nmore", "pasted-lines"),
    (f"{STRIPE}\rmore", "pasted-lines"),
]


@pytest.mark.parametrize("scheme", ["", "stripe", "bearer-token", "discord", "no such scheme"])
@pytest.mark.parametrize(("text", "expected"), GENERAL)
def test_what_is_no_secret_of_anybody_is_told(text: str, expected: str, scheme: str) -> None:
    assert code(text, scheme) == expected


@pytest.mark.parametrize(
    ("text", "scheme", "expected"),
    [
        (PRIVATE, "", "pasted-private-key"),
        (PRIVATE, "discord", "pasted-private-key"),
        (PRIVATE.replace("PRIVATE", "EC PRIVATE"), "rfc9421", "pasted-private-key"),
        ('{"kty": "OKP",\n "d": "abc"}', "jws-detached", "pasted-private-key"),
        (PEM, "github", "pasted-key-file"),
        (PRIVATE, "stripe", "pasted-key-file"),
        ("sk_live_" + SIXTEEN, "stripe", "pasted-stripe-api-key"),
        ("rk_test_" + SIXTEEN, "stripe", "pasted-stripe-api-key"),
        ("pk_live_" + SIXTEEN, "stripe", "pasted-stripe-api-key"),
        ("we_1Ab3dEf6hIj9lMn2p", "stripe", "pasted-stripe-id"),
        (SIXTEEN, "stripe", "pasted-not-whsec"),
        ("xoxb-1-2-abc", "slack", "pasted-slack-token"),
        (HEX32.upper(), "slack", "pasted-not-slack"),
        ("shpat_" + HEX32, "shopify", "pasted-shopify-token"),
        ("AC" + HEX32, "twilio", "pasted-twilio-sid"),
        (SIXTEEN, "twilio", "pasted-not-twilio"),
        ("SG.abc.def", "sendgrid", "pasted-sendgrid-api-key"),
        (SIXTEEN, "sendgrid", "pasted-not-sendgrid"),
        ("MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs", "discord", "pasted-discord-token"),
        ("198622483471925248", "discord", "pasted-discord-id"),
        (HEX32, "discord", "pasted-not-discord"),
        ("KEY" + SIXTEEN, "telnyx", "pasted-not-telnyx"),
        ("APP_USR-123-456", "mercadopago", "pasted-mercadopago-token"),
        ("TEST-123-456", "mercadopago", "pasted-mercadopago-token"),
        ("EAAAE" + SIXTEEN, "square", "pasted-square-token"),
        ("0EH40505U7160970P", "paypal", "pasted-paypal-id"),
        (SIXTEEN, "paypal", "pasted-not-certificate"),
        (SIXTEEN, "aws-sns", "pasted-not-certificate"),
        ("$aact_prod_" + SIXTEEN, "asaas", "pasted-asaas-api-key"),
        ("EAAG" + SIXTEEN * 2, "meta", "pasted-meta-token"),
        (SIXTEEN * 8 + "=", "line", "pasted-line-token"),
        ("123456789:AAF" + SIXTEEN * 2, "telegram", "pasted-telegram-token"),
        ("a secret", "telegram", "pasted-not-telegram"),
        ("lin_api_" + SIXTEEN, "linear", "pasted-linear-api-key"),
        ("pdl_sdbx_apikey_" + SIXTEEN, "paddle-billing", "pasted-paddle-other"),
        (SIXTEEN, "paddle-billing", "pasted-not-paddle"),
        ("pat-na1-" + SIXTEEN, "hubspot-v3", "pasted-hubspot-token"),
        ("whsec_not base64", "svix", "pasted-not-whsec-base64"),
        (SIXTEEN, "standard-webhooks", "pasted-not-whsec-base64"),
        ("650AB6FCA2CE84C", "adyen", "pasted-not-hex"),
        ("user", "basic-auth", "pasted-not-basic"),
        ("ghp_" + SIXTEEN, "github", "pasted-foreign"),
        ("github_pat_" + SIXTEEN, "github", "pasted-foreign"),
        (WHSEC, "github", "pasted-foreign"),
        ("shpss_" + HEX32, "svix", "pasted-foreign"),
        ("sk_live_" + SIXTEEN, "mollie", "pasted-foreign"),
        ("eyJhbGciOi.eyJzdWIi.abc", "zoom", "pasted-foreign"),
    ],
)
def test_what_is_mistaken_for_a_providers_secret_is_told(text: str, scheme: str, expected: str) -> None:
    assert code(text, scheme) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sk_live_" + SIXTEEN, "a Stripe API key"),
        ("we_1Ab3dEf6hIj9lMn2p", "the id of a Stripe endpoint"),
        ("gho_" + SIXTEEN, "a GitHub token"),
        ("glpat-" + SIXTEEN, "a GitLab token"),
        ("xapp-1-" + SIXTEEN, "a Slack token"),
        ("shpat_" + HEX32, "a Shopify access token"),
        ("AC" + HEX32, "a Twilio Account SID"),
        (f"SG.{SIXTEEN}.{SIXTEEN}", "a SendGrid API key"),
        ("APP_USR-1234", "a Mercado Pago access token"),
        ("EAAA" + SIXTEEN * 2, "a Square access token"),
        ("$aact_hmlg_" + SIXTEEN, "an Asaas API key"),
        ("AKIAIOSFODNN7EXAMPLE", "an AWS access key id"),
        ("sk-ant-" + SIXTEEN, "an API key of an AI provider"),
    ],
)
def test_without_a_scheme_it_tells_what_the_text_is_of(text: str, words: str) -> None:
    found = remark(text, "")
    assert found is not None
    assert f"looks like {words}." in sentence(found)


@pytest.mark.parametrize("text", [WHSEC, "shpss_" + HEX32, "pdl_ntfset_" + SIXTEEN, "lin_wh_" + SIXTEEN])
def test_a_signing_secret_is_right_before_a_scheme_is_chosen(text: str) -> None:
    assert remark(text, "") is None
    assert remark(text, "twilio") is not None


def test_a_remark_quotes_nothing() -> None:
    texts = [text for text, _ in GENERAL if len(text) > 3] + [text + SIXTEEN for text, _ in RIGHT]
    for text in texts:
        for scheme in ("", "stripe", "github", "discord", "slack"):
            found = remark(text, scheme)
            assert found is None or text.strip() not in sentence(found).replace("whsec_.", "")


def test_every_remark_has_its_words() -> None:
    found = {code(text, scheme) for scheme in ("", *SCHEMES) for text in ("", SIXTEEN, WHSEC, PEM, PRIVATE)} - {""}
    assert found <= set(SENTENCES)
    assert len(found) > 10


@given(st.text(max_size=80), st.sampled_from(["", "?", *SCHEMES]))
def test_junk_never_raises(text: str, scheme: str) -> None:
    remark(text, scheme)


BEGINNINGS = [
    "",
    "your_",
    "whsec_",
    "A",
    '"',
    '{"d"',
    "xoxb-",
    "eyJ",
    "-----BEGIN ",
    "export ",
    "basic",
    "<",
    "A" * 50 + ".",
]


@pytest.mark.parametrize(
    "piece", [" ", "a", '"', "'", "x", "_", ".a", '"d"', '"d" ', "A_", "=", "\n", "\r", "-", "ab.", "{"]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """A pattern that went back over the text would take minutes for all of these."""
    begun = time.perf_counter()
    for beginning in BEGINNINGS:
        for scheme in ("", "stripe", "discord", "jws-detached", "line"):
            remark(beginning + piece * (20_000 // len(piece)) + "\x00", scheme)
    assert time.perf_counter() - begun < 10
