"""What is wrong with a pasted secret at first sight: not copied whole, wrapped in something, or another credential altogether.

A remark, no refusal: providers change the look of their secrets. Every pattern takes time in proportion to the text at most.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from webhook_inspector.core.problem import Problem
from webhook_inspector.signatures.registry import SCHEMES

_Where = Callable[[str], bool]
"""Whether a row speaks about secrets of a scheme; the empty text is: as each request tells."""


@dataclass(frozen=True, slots=True)
class _Row:
    where: _Where
    pattern: re.Pattern[str]
    """Searched in the text; it says where it is anchored."""
    code: str


@dataclass(frozen=True, slots=True)
class _Credential:
    """What providers hand out, known by its beginning."""

    pattern: re.Pattern[str]
    found: str
    """For people: `a GitHub token`."""
    at_home: tuple[str, ...] = ()
    """Schemes whose secret it may be; the empty one where it is a signing secret, and nothing to wonder at while no scheme is chosen."""


def remark(text: str, scheme: str) -> Problem | None:
    """What the user should know about a text pasted as a secret of `scheme` (empty: not known yet); None where it looks right.

    No particular of it quotes the text.
    """
    rows = (Problem.of(row.code) for row in _ROWS if row.where(scheme) and row.pattern.search(text))
    return next(rows, None) or _foreign(text, scheme) or _misshapen(text, scheme)


def _foreign(text: str, scheme: str) -> Problem | None:
    if _chosen_freely(scheme):
        return None
    found = next((one for one in _CREDENTIALS if one.pattern.search(text)), None)
    if found is None or scheme in found.at_home:
        return None
    if not scheme:
        return Problem.of("pasted-looks-like", found=found.found)
    return Problem.of("pasted-foreign", found=found.found, scheme=scheme)


def _misshapen(text: str, scheme: str) -> Problem | None:
    row = _FORMS.get(scheme)
    return Problem.of(row[1]) if row is not None and not row[0].search(text) else None


def _anywhere(_scheme: str) -> bool:
    return True


def _of(*schemes: str) -> _Where:
    return lambda scheme: scheme in schemes


def _kinds(scheme: str) -> tuple[str, ...]:
    return SCHEMES[scheme].key_kinds if scheme in SCHEMES else ()


def _by_public_key(scheme: str) -> bool:
    return "public_key" in _kinds(scheme)


def _by_shared_secret(scheme: str) -> bool:
    return bool(_kinds(scheme)) and not _by_public_key(scheme)


def _chosen_freely(scheme: str) -> bool:
    """The receiver makes up the secret, so it may be anything, another provider's token too."""
    return scheme == "generic-hmac" or bool({"token", "basic"}.intersection(_kinds(scheme)))


_WHSEC = ("stripe", "svix", "standard-webhooks", "standard-webhooks-raw-key")
_WHSEC_BASE64 = (re.compile(r"\Awhsec_[A-Za-z0-9+/]++={0,2}\Z"), "pasted-not-whsec-base64")
_HEX_KEY = (re.compile(r"\A(?:[0-9A-Fa-f]{2})++\Z"), "pasted-not-hex")
_ENCODED_KEY = r"\A\s*+(?:-----BEGIN|\{|[A-Za-z0-9+/_-]{%d,}+={0,2}\Z)"

_ROWS: tuple[_Row, ...] = (
    _Row(_anywhere, re.compile(r"\A\s*+\Z"), "pasted-nothing"),
    _Row(_anywhere, re.compile(r"[•●∙·…*]{3}|[•●∙…]|\.{3}"), "pasted-masked"),
    _Row(
        _anywhere,
        re.compile(
            r"(?i)\A\W*+(?:change[_-]?me|placeholder|(?:your|insert|enter|paste|replace)[_-][\w-]*+|x{6,}+)\W*+\Z"
        ),
        "pasted-placeholder",
    ),
    _Row(
        _anywhere, re.compile(r"(?i)\A(?:<[^>]*+>|\{\{[^}]*+\}\}|whsec_(?:x{3,}+|your\w*+)?)\Z"), "pasted-placeholder"
    ),
    _Row(
        _anywhere,
        re.compile(
            r"\A\s*+(?:env:\w++|\$\{?[A-Z_][A-Z0-9_]*+\}?|%[A-Z_][A-Z0-9_]*+%|process\.env\.\w++|os\.environ\b.*+)\s*+\Z"
        ),
        "pasted-variable",
    ),
    _Row(_anywhere, re.compile(r"\A\s*+(?:export\s++\w++=|[A-Z][A-Z0-9_]{2,}+\s*+=\s*+[^\s=])"), "pasted-assignment"),
    _Row(_anywhere, re.compile(r"(?i)\A\s*+(?:authorization\s*+:|bearer\s|basic\s)"), "pasted-header"),
    _Row(_anywhere, re.compile(r"(?i)\A\s*+(?:https?|wss?)://"), "pasted-url"),
    _Row(_anywhere, re.compile(r"""\A\s*+(?:"[^"]*+"|'[^']*+'|`[^`]*+`|“[^”]*+”|‘[^’]*+’)\s*+\Z"""), "pasted-quotes"),
    _Row(
        lambda scheme: not scheme or _by_public_key(scheme),
        re.compile(r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY"),
        "pasted-private-key",
    ),
    _Row(_by_public_key, re.compile(r'(?s)\A\s*+\{.*"d"\s*+:'), "pasted-private-key"),
    _Row(_by_shared_secret, re.compile(r"\A\s*+-----BEGIN "), "pasted-key-file"),
    _Row(_anywhere, re.compile(r"\A(?!\s*+(?:-----BEGIN|\{))(?:\s|[^\r\n]*+[\r\n]++\Z|[^\r\n]*\s\Z)"), "pasted-blanks"),
    _Row(_anywhere, re.compile(r"\A(?!\s*+(?:-----BEGIN|\{))[^\r\n]*+[\r\n]"), "pasted-lines"),
    _Row(_of("stripe"), re.compile(r"\A(?:sk|rk|pk)_(?:live|test)_"), "pasted-stripe-api-key"),
    _Row(_of("stripe"), re.compile(r"\A(?:we|acct|evt)_[A-Za-z0-9]{8}"), "pasted-stripe-id"),
    _Row(_of("slack"), re.compile(r"\Ax(?:ox[a-z]|app)-"), "pasted-slack-token"),
    _Row(_of("shopify"), re.compile(r"\Ashp(?:at|ca|pa|ua|tka)_"), "pasted-shopify-token"),
    _Row(_of("twilio"), re.compile(r"\A(?:AC|SK)[0-9a-fA-F]{32}\Z"), "pasted-twilio-sid"),
    _Row(_of("sendgrid"), re.compile(r"\ASG\."), "pasted-sendgrid-api-key"),
    _Row(_of("discord"), re.compile(r"\A[\w-]{20,}+\.[\w-]{5,}+\.[\w-]{20,}+\Z"), "pasted-discord-token"),
    _Row(_of("discord"), re.compile(r"\A[0-9]{15,20}\Z"), "pasted-discord-id"),
    _Row(_of("mercadopago"), re.compile(r"\A(?:APP_USR|TEST)-"), "pasted-mercadopago-token"),
    _Row(_of("square"), re.compile(r"\A(?:EAAA|sq0)"), "pasted-square-token"),
    _Row(_of("paypal"), re.compile(r"\A[0-9A-Z]{17}\Z"), "pasted-paypal-id"),
    _Row(_of("asaas"), re.compile(r"\A\$?aact_"), "pasted-asaas-api-key"),
    _Row(_of("meta"), re.compile(r"\AEAA[A-Za-z0-9]{20}"), "pasted-meta-token"),
    _Row(_of("line"), re.compile(r"\A[A-Za-z0-9+/]{100,}+=*+\Z"), "pasted-line-token"),
    _Row(_of("telegram"), re.compile(r"\A[0-9]{6,}+:[\w-]{20}"), "pasted-telegram-token"),
    _Row(_of("linear"), re.compile(r"\Alin_(?:api|oauth)_"), "pasted-linear-api-key"),
    _Row(_of("paddle-billing"), re.compile(r"\A(?:pdl_(?:live|sdbx)_apikey_|ntfset_)"), "pasted-paddle-other"),
    _Row(_of("hubspot-v1", "hubspot-v2", "hubspot-v3"), re.compile(r"\Apat-[a-z0-9]{2,4}-"), "pasted-hubspot-token"),
)
"""The first that applies is told: what is so of any text, then what one provider's users mistake for its secret."""

_CREDENTIALS: tuple[_Credential, ...] = (
    _Credential(re.compile(r"\A(?:sk|pk)_(?:live|test)_[0-9a-f]{40}\Z"), "a Paystack API key", ("", "paystack")),
    _Credential(re.compile(r"\A(?:sk|rk|pk)_(?:live|test)_"), "a Stripe API key", ("paystack",)),
    _Credential(re.compile(r"\Awe_[A-Za-z0-9]{14,}+\Z"), "the id of a Stripe endpoint"),
    _Credential(re.compile(r"\Awhsec_"), "a signing secret of Stripe, Svix or Standard Webhooks", ("", *_WHSEC)),
    _Credential(re.compile(r"\A(?:gh[pousr]_|github_pat_)[A-Za-z0-9]{16}"), "a GitHub token"),
    _Credential(re.compile(r"\Aglpat-"), "a GitLab token"),
    _Credential(re.compile(r"\Ax(?:ox[a-z]|app)-"), "a Slack token"),
    _Credential(re.compile(r"\Ashpss_"), "a Shopify client secret", ("", "shopify")),
    _Credential(re.compile(r"\Ashp(?:at|ca|pa|ua|tka)_"), "a Shopify access token"),
    _Credential(re.compile(r"\AAC[0-9a-f]{32}\Z"), "a Twilio Account SID"),
    _Credential(re.compile(r"\ASG\.[\w-]{16,}+\."), "a SendGrid API key"),
    _Credential(re.compile(r"\A(?:APP_USR|TEST)-[0-9]"), "a Mercado Pago access token"),
    _Credential(re.compile(r"\AEAAA[\w-]{20}"), "a Square access token", ("meta",)),
    _Credential(re.compile(r"\A\$aact_"), "an Asaas API key"),
    _Credential(re.compile(r"\Apdl_ntfset_"), "a Paddle endpoint secret", ("", "paddle-billing")),
    _Credential(re.compile(r"\Alin_wh_"), "a Linear signing secret", ("", "linear")),
    _Credential(re.compile(r"\A(?:AKIA|ASIA)[0-9A-Z]{16}\Z"), "an AWS access key id"),
    _Credential(re.compile(r"\Ask-(?:ant-|proj-|svcacct-)"), "an API key of an AI provider"),
    _Credential(re.compile(r"\AeyJ[\w-]++\.eyJ[\w-]++\.[\w-]*+\Z"), "a JSON Web Token"),
)
"""Each may be pasted under the wrong scheme; under its own it is right, or a row above says what is needed instead."""

_FORMS: dict[str, tuple[re.Pattern[str], str]] = {
    "stripe": (re.compile(r"\Awhsec_."), "pasted-not-whsec"),
    "svix": _WHSEC_BASE64,
    "standard-webhooks": _WHSEC_BASE64,
    "slack": (re.compile(r"\A[0-9a-f]{32}\Z"), "pasted-not-slack"),
    "twilio": (re.compile(r"\A[0-9a-f]{32}\Z"), "pasted-not-twilio"),
    "discord": (re.compile(r"\A(?:[0-9a-fA-F]{64}\Z|\s*+-----BEGIN|\s*+\{)"), "pasted-not-discord"),
    "sendgrid": (re.compile(_ENCODED_KEY % 100), "pasted-not-sendgrid"),
    "telnyx": (re.compile(_ENCODED_KEY % 40), "pasted-not-telnyx"),
    "paypal": (re.compile(r"\A\s*+(?:-----BEGIN|\{)"), "pasted-not-certificate"),
    "aws-sns": (re.compile(r"\A\s*+(?:-----BEGIN|\{)"), "pasted-not-certificate"),
    "adyen": _HEX_KEY,
    "adyen-header": _HEX_KEY,
    "onfleet": _HEX_KEY,
    "paddle-billing": (re.compile(r"\Apdl_ntfset_."), "pasted-not-paddle"),
    "telegram": (re.compile(r"\A[A-Za-z0-9_-]{1,256}\Z"), "pasted-not-telegram"),
    "basic-auth": (re.compile(r"(?s)\A.*?:"), "pasted-not-basic"),
}
"""The look of a scheme's secret, where it has one of its own, and what to say of any other text."""
