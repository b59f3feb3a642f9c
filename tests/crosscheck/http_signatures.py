"""Libraries for signatures that no provider owns: detached JWS, HTTP Message Signatures and their draft."""

import base64
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import http_message_signatures as http
import httpsig
import jwcrypto.jwk
import jwcrypto.jws

from tests.crosscheck.library import (
    BASE64,
    JSON_SAMPLES,
    TEXT,
    URL_SAMPLES,
    Library,
    Pair,
    Pairs,
    changed_url,
    headers,
    passes,
    pem_pairs,
    value,
    with_fields,
)
from webhook_inspector.signatures.scheme import Request

CAVAGE_NAMES = ["(request-target)", "host", "date"]


def named(pairs: Pairs, key_id: str) -> Pairs:
    """Secrets that go by an id."""
    first, second = (
        replace(pair, signing=replace(pair.signing, id=key_id), verifying=replace(pair.verifying, id=key_id))
        for pair in pairs
    )
    return first, second


def jwk_of(key: str) -> jwcrypto.jwk.JWK:
    if key.startswith("-----"):
        return jwcrypto.jwk.JWK.from_pem(key.encode())
    return jwcrypto.jwk.JWK(kty="oct", k=base64.urlsafe_b64encode(key.encode()).rstrip(b"=").decode())


def detached_accepts(request: Request, key: str) -> bool:
    token = jwcrypto.jws.JWS()
    token.deserialize(value(request, "X-JWS-Signature"))
    return passes(lambda: token.verify(jwk_of(key), detached_payload=request.body), jwcrypto.jws.InvalidJWSSignature)


def detached(algorithm: str, pairs: Pairs) -> Library:
    def signs(request: Request, pair: Pair) -> Request:
        token = jwcrypto.jws.JWS(request.body)
        token.add_signature(jwk_of(pair.signing.value), protected={"alg": algorithm})
        token.detach_payload()
        return with_fields(request, X_JWS_Signature=token.serialize(compact=True))

    return Library(f"jwcrypto {algorithm}", "jws-detached", detached_accepts, signs, pairs=pairs)


def message_of(request: Request) -> SimpleNamespace:
    return SimpleNamespace(
        method=request.method, url=request.url, headers=http.structures.CaseInsensitiveDict(headers(request))
    )


COMPONENTS = ("@method", "@target-uri")
"""Those that we cover too."""
ALL_COMPONENTS = (
    *("@method", "@authority", "@scheme", "@path", "@query", "@request-target", "@target-uri", "content-type"),
    *('"@query-param";name="b"', '"@query-param";name="m"', '"@query-param";name="u%20v"'),
    *('"content-type";bs', '"x-members";key="b"', "x-members", "x-empty", "x-blanks"),
)
UNSENT_PARTS = (
    "https://hooks.example.com?a=1",
    "https://me:word@hooks.example.com/x",
    "https://hooks.example.com/x#part",
)
"""No path, a user, a fragment: no request carries these."""
MEMBERS = with_fields(
    replace(JSON_SAMPLES[1], url="https://hooks.example.com/marked?b=%20+%2B&m=~!*'()-._&u+v=%C3%A9"),
    X_Members='a=1, b=(x "y");q=0.5,  c=?1',
    X_Empty="",
    X_Blanks="one  two",
)


def rfc9421(algorithm: Any, pairs: Pairs, components: tuple[str, ...] = COMPONENTS) -> Library:
    """The body through its digest; keys by `keyid`."""

    read = base64.b64decode if algorithm is http.algorithms.HMAC_SHA256 else str.encode

    def resolver(private: str = "", public: str = "") -> http.MappingKeyResolver:
        return http.MappingKeyResolver(public_keys={"key-1": read(public)}, private_keys={"key-1": read(private)})

    def accepts(request: Request, key: str) -> bool:
        verifier = http.HTTPMessageVerifier(signature_algorithm=algorithm, key_resolver=resolver(public=key))
        return passes(lambda: verifier.verify(message_of(request), body=request.body), http.InvalidSignature)

    def signs(request: Request, pair: Pair) -> Request:
        signer = http.HTTPMessageSigner(
            signature_algorithm=algorithm, key_resolver=resolver(private=pair.signing.value)
        )
        message = message_of(request)
        signer.sign(message, key_id="key-1", covered_component_ids=components, body=request.body)
        made = tuple((name.encode(), said.encode("latin-1")) for name, said in message.headers.items())
        return replace(request, fields=made)

    name = f"http-message-signatures {algorithm.algorithm_id}"
    return Library(name, "rfc9421", accepts, signs, pairs=pairs)


def cavage(algorithm: str, pairs: Pairs) -> Library:
    """httpsig leaves the digest of the body to its caller, so the URL is what is changed."""

    def place(request: Request) -> dict[str, str]:
        return {"method": request.method, "path": request.url.removeprefix("https://hooks.example.com")}

    def accepts(request: Request, key: str) -> bool:
        given = headers(request)
        return httpsig.HeaderVerifier(given, key, required_headers=CAVAGE_NAMES, **place(request)).verify()

    def signs(request: Request, pair: Pair) -> Request:
        signer = httpsig.HeaderSigner("key-1", pair.signing.value, algorithm, CAVAGE_NAMES)
        dated = with_fields(request, Date="Fri, 02 Jan 2026 00:50:00 GMT")
        made = signer.sign(headers(dated), **place(request))
        return with_fields(dated, Authorization=made["authorization"])

    return Library(f"httpsig {algorithm}", "cavage", accepts, signs, pairs=pairs, change=changed_url)


LIBRARIES = (
    detached("HS256", TEXT),
    detached("RS256", pem_pairs("rsa")),
    detached("PS256", pem_pairs("rsa")),
    detached("ES256", pem_pairs("p256")),
    detached("ES384", pem_pairs("p384")),
    detached("EdDSA", pem_pairs("ed25519")),
    rfc9421(http.algorithms.ED25519, pem_pairs("ed25519", "key-1")),
    rfc9421(http.algorithms.ECDSA_P256_SHA256, pem_pairs("p256", "key-1")),
    rfc9421(http.algorithms.ECDSA_P384_SHA384, pem_pairs("p384", "key-1")),
    rfc9421(http.algorithms.RSA_PSS_SHA512, pem_pairs("rsa", "key-1")),
    rfc9421(http.algorithms.RSA_V1_5_SHA256, pem_pairs("rsa", "key-1", "rsa-v1_5-sha256")),
    rfc9421(http.algorithms.HMAC_SHA256, named(BASE64, "key-1")),
    replace(
        rfc9421(http.algorithms.ED25519, pem_pairs("ed25519", "key-1"), ALL_COMPONENTS),
        name="http-message-signatures components",
        samples=(MEMBERS,),
    ),
    replace(
        rfc9421(http.algorithms.ED25519, pem_pairs("ed25519", "key-1")),
        name="http-message-signatures odd URLs",
        samples=URL_SAMPLES,
    ),
    replace(
        rfc9421(http.algorithms.ED25519, pem_pairs("ed25519", "key-1")),
        name="http-message-signatures unsent parts",
        samples=tuple(replace(JSON_SAMPLES[0], url=url) for url in UNSENT_PARTS),
    ),
    cavage("rsa-sha256", pem_pairs("rsa", "key-1")),
    cavage("rsa-sha512", pem_pairs("rsa", "key-1")),
    cavage("hmac-sha256", TEXT),
)
