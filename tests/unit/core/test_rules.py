from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules, changed_paths, merged
from webhook_inspector.core.secret import Secret

STRIPE, GITHUB = Endpoint("/stripe", "stripe"), Endpoint("/github", "github")
PROD = Secret("/stripe", "prod", "whsec_a")
TEST = Secret("/stripe", "test", "whsec_b")


def test_a_request_belongs_to_the_nearest_endpoint() -> None:
    rules = Rules((STRIPE, GITHUB), (PROD, Secret("/only/secret", "1", "x")))
    assert rules.endpoint_of("/stripe/live") is STRIPE
    assert rules.endpoint_of("/only/secret/deep") == Endpoint("/only/secret")
    assert rules.endpoint_of("/other") == Endpoint("/other")
    assert NO_RULES.endpoint_of("/other") == Endpoint("/other")


def test_secrets_keep_their_order() -> None:
    assert Rules((), (TEST, PROD)).secrets_of("/stripe") == (TEST, PROD)
    assert Rules((), (TEST,)).secrets_of("/github") == ()


def test_what_is_given_goes_before_what_is_usual() -> None:
    given = Rules((Endpoint("/stripe", "svix"),), (Secret("/stripe", "prod", "given"), Secret("/x", "1", "y")))
    both = merged(Rules((STRIPE, GITHUB), (PROD, TEST), {"https://x": ()}), given)
    assert [one.scheme for one in both.endpoints] == ["svix", "github"]
    assert [one.value for one in both.secrets] == ["given", "y", "whsec_b"]
    assert both.published == {"https://x": ()}


def test_only_what_lies_under_a_change_is_concerned() -> None:
    before = Rules((STRIPE, GITHUB), (PROD,))
    assert changed_paths(before, before) == []
    assert changed_paths(before, Rules((STRIPE, GITHUB), (PROD, TEST))) == ["/stripe"]
    assert changed_paths(before, Rules((STRIPE,), (PROD,))) == ["/github"]
    under = Rules((*before.endpoints, Endpoint("/stripe/deep")), (PROD, TEST, Secret("/stripe/deep", "1", "x")))
    assert changed_paths(before, under) == ["/stripe"]
    assert changed_paths(NO_RULES, Rules((Endpoint("/"), STRIPE))) == ["/"]


def test_how_much_is_kept_concerns_no_verdict() -> None:
    kept = Endpoint("/stripe", "stripe", keep_days=3, keep_count=9)
    assert changed_paths(Rules((STRIPE,), (PROD,)), Rules((kept,), (PROD,))) == []
