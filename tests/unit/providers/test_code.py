import pytest

from tests.unit.providers.examples import Example
from webhook_inspector.providers.code import CODE

EXAMPLES = (
    Example(
        "github",
        {"action": "opened", "number": 2},
        "pull_request.opened",
        "72d3162e-cc78-11e3-81ab-4c9367dc0958",
        headers=(("X-GitHub-Event", "pull_request"), ("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")),
    ),
    Example(
        "github", "payload=%7B%22action%22%3A%22edited%22%7D", "issues.edited", headers=(("X-GitHub-Event", "issues"),)
    ),
    Example("github", {"ref": "refs/heads/main"}, "push", headers=(("X-GitHub-Event", "push"),)),
    Example(
        "gitlab",
        {"object_kind": "merge_request", "object_attributes": {"id": 99, "action": "open"}},
        "merge_request.open",
        "f5e5f430",
        headers=(
            ("X-Gitlab-Event", "Merge Request Hook"),
            ("X-Gitlab-Event-UUID", "13792a34"),
            ("Idempotency-Key", "f5e5f430"),
        ),
    ),
    Example(
        "gitlab",
        b"",
        "System Hook",
        "13792a34",
        headers=(("X-Gitlab-Event", "System Hook"), ("X-Gitlab-Event-UUID", "13792a34")),
    ),
    Example(
        "bitbucket",
        {"push": {"changes": []}},
        "repo:push",
        "0f7e0c2d",
        2,
        headers=(("X-Event-Key", "repo:push"), ("X-Request-UUID", "0f7e0c2d"), ("X-Attempt-Number", "2")),
    ),
    Example(
        "gitea",
        {"action": "closed"},
        "issues.closed",
        "f6266f16",
        headers=(("X-Gitea-Event", "issues"), ("X-Gitea-Delivery", "f6266f16"), ("X-GitHub-Event", "issues")),
    ),
    Example(
        "forgejo",
        {},
        "push",
        "u2",
        headers=(("X-Forgejo-Event", "push"), ("X-Gitea-Event", "push"), ("X-Forgejo-Delivery", "u2")),
    ),
    Example(
        "gogs",
        "payload=%7B%22action%22%3A%22opened%22%7D",
        "issues.opened",
        "u3",
        headers=(("X-Gogs-Event", "issues"), ("X-Gogs-Delivery", "u3")),
    ),
    Example(
        "circleci",
        {"type": "workflow-completed", "id": "3888f21b", "happened_at": "2021-09-01T22:49:34.317Z"},
        "workflow-completed",
        "3888f21b",
        sent="2021-09-01T22:49:34.317Z",
    ),
    Example(
        "buildkite",
        {"event": "build.finished", "build": {"id": "f62a1b4d"}},
        "build.finished",
        "build.finished:f62a1b4d",
        headers=(("X-Buildkite-Event", "build.finished"),),
    ),
    Example(
        "sentry",
        {"action": "created"},
        "issue.created",
        "ab12",
        sent="2020-09-13T12:26:40Z",
        headers=(("Sentry-Hook-Resource", "issue"), ("Request-ID", "ab12"), ("Sentry-Hook-Timestamp", "1600000000")),
    ),
    Example(
        "vercel",
        {"id": "uev_1", "type": "deployment.created", "createdAt": 1600000000123},
        "deployment.created",
        "uev_1",
        sent="2020-09-13T12:26:40.123Z",
    ),
    Example(
        "netlify",
        {"id": "5a8c", "state": "building", "updated_at": "2018-02-20T17:10:03.184Z"},
        "deploy_building",
        "deploy_building:5a8c",
        sent="2018-02-20T17:10:03.184Z",
        headers=(("X-Netlify-Event", "deploy_building"),),
    ),
    Example(
        "heroku",
        {
            "id": "8c9d",
            "action": "create",
            "resource": "release",
            "published_at": "2017-11-10T02:19:25Z",
            "webhook_metadata": {"event": {"id": "ee1e", "include": "api:release"}},
        },
        "release.create",
        "ee1e",
        sent="2017-11-10T02:19:25Z",
    ),
    Example("doppler", {"type": "config.secrets.update"}, "config.secrets.update"),
    Example(
        "planetscale",
        {"timestamp": 1698253030, "event": "branch.ready", "resource": {"id": "wfqqgq"}},
        "branch.ready",
        "branch.ready:wfqqgq:1698253030",
        sent="2023-10-25T16:57:10Z",
    ),
    Example(
        "taiga",
        {"action": "create", "type": "milestone", "date": "2016-04-12T12:17:20.486Z", "data": {"id": 61}},
        "milestone.create",
        "milestone:61:create:2016-04-12T12:17:20.486Z",
        sent="2016-04-12T12:17:20.486Z",
    ),
    Example(
        "jira",
        {"timestamp": 1606480436302, "webhookEvent": "jira:issue_created"},
        "jira:issue_created",
        "d62f7a6c",
        3,
        sent="2020-11-27T12:33:56.302Z",
        headers=(("X-Atlassian-Webhook-Identifier", "d62f7a6c"), ("X-Atlassian-Webhook-Retry", "2")),
    ),
    Example(
        "linear",
        {"action": "create", "type": "Issue", "webhookTimestamp": 1676056940508},
        "Issue.create",
        "234d1a4e",
        sent="2023-02-10T19:22:20.508Z",
        headers=(("Linear-Event", "Issue"), ("Linear-Delivery", "234d1a4e")),
    ),
    Example(
        "pagerduty",
        {"event": {"id": "01BUJ", "event_type": "incident.triggered", "occurred_at": "2020-10-02T18:45:22.169Z"}},
        "incident.triggered",
        "01BUJ",
        sent="2020-10-02T18:45:22.169Z",
    ),
    Example(
        "tailscale",
        [{"timestamp": "2022-09-21T13:37:51.658Z", "version": 1, "type": "test", "tailnet": "example.com"}],
        "test",
        "test:example.com:2022-09-21T13:37:51.658Z",
        sent="2022-09-21T13:37:51.658Z",
    ),
    Example(
        "cloudflare",
        {"alert_type": "universal_ssl_event_type", "alert_correlation_id": "4f5b", "ts": 1136214245},
        "universal_ssl_event_type",
        "4f5b",
        sent="2006-01-02T15:04:05Z",
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_documented_example(example: Example) -> None:
    assert example.read() == example.expected


def test_each_has_an_example() -> None:
    assert {row.key for row in CODE} == {example.provider for example in EXAMPLES}
