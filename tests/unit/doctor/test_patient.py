from dataclasses import replace

from tests.unit.doctor.cases import TEXT, URL, elsewhere, patient_of, signed, with_body, with_secret
from webhook_inspector.doctor.patient import name_of
from webhook_inspector.signatures.scheme import Key


def test_what_counts_is_asked_of_the_scheme() -> None:
    github, square, telegram = (patient_of(signed(name)) for name in ("github", "square", "telegram"))
    assert (github.body_counts, github.url_counts) == (True, False)
    assert (square.body_counts, square.url_counts, square.signed_url_counts) == (True, True, True)
    assert (telegram.body_counts, telegram.url_counts) == (False, False)


def test_signatures_and_their_headers() -> None:
    patient = patient_of(with_body(signed("stripe"), b"changed"))
    assert [len(text) for text in patient.signature_texts] == [64]
    assert [field[0] for _, field in patient.signature_fields] == [b"Stripe-Signature"]


def test_changes_leave_the_rest_alone() -> None:
    patient = patient_of(signed("square"))
    assert patient.with_url("http://x/").request == replace(patient.request, url="http://x/")
    assert patient.with_method("GET").request == replace(patient.request, method="GET")
    assert patient.with_field_at(0, b"new").request.fields[1:] == patient.request.fields[1:]
    assert patient.with_setting("signed_url", URL).settings["signed_url"] == URL
    assert patient.without_setting("signed_url") == patient.case


def test_keys_of_another_scheme() -> None:
    case = with_secret(signed("github"), TEXT)
    assert [(key.kind, key.label) for key in patient_of(case).keys_for("telegram")] == [("token", "main")]
    bare = patient_of(replace(case, keys=()), elsewhere(TEXT, "/in", "own"))
    assert [(key.kind, key.label) for key in bare.keys_for("telegram")] == [("token", "own")]
    assert patient_of(replace(case, keys=()), elsewhere(TEXT)).keys_for("telegram") == ()


def test_the_step_that_failed() -> None:
    assert patient_of(signed("github")).fault is None
    assert patient_of(with_body(signed("github"), b"changed")).fault.name == "digest"


def test_names() -> None:
    assert name_of(Key("secret", "x", label="live"), 3) == "live"
    assert name_of(Key("secret", "x"), 0) == "key 1"
