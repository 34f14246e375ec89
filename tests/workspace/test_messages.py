"""chat.* and conversations.*: who may post where, threads, edits, history."""

from typing import Any

import pytest

from tests.workspace.blockkit_payloads import table
from tests.workspace.slack import ADA, BEN, CHANNEL, Json, Slack

LONG = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}
BLOCKS = [{"type": "section", "text": {"type": "mrkdwn", "text": "held"}}]


def posted(slack: Slack, text: str = "hello", **more: Any) -> str:
    ts: str = slack.api("chat.postMessage", channel=CHANNEL, text=text, **more).json()["ts"]
    return ts


def test_a_posted_message_is_in_the_channel(slack: Slack) -> None:
    answer = slack.api("chat.postMessage", channel=CHANNEL, text="held", blocks=BLOCKS).json()
    (seen,) = slack.messages()
    assert answer["ok"]
    assert answer["message"] == seen
    assert (answer["channel"], answer["ts"]) == (CHANNEL, seen["ts"])
    assert seen["user"] == slack.state()["bot"]["user_id"]
    assert seen["blocks"][0]["block_id"]


def test_every_ts_is_greater_than_the_one_before(slack: Slack) -> None:
    stamps = [posted(slack) for _ in range(20)]
    assert stamps == sorted(set(stamps))


ODD_METADATA: list[Any] = ["x", "[", [], {}, [1], 5, {"event_type": 1}, {"event_type": "a"}, {"event_payload": {}}]


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        pytest.param("C0NOWHERE", "channel_not_found", id="there is no such channel"),
        pytest.param("private-ops", "channel_not_found", id="a private channel without the desk is not to be seen"),
    ],
)
def test_posting_where_the_desk_cannot(slack: Slack, channel: str, error: str) -> None:
    ids = {each["name"]: each["id"] for each in slack.state()["channels"]}
    answer = slack.api("chat.postMessage", channel=ids.get(channel, channel), text="x").json()
    assert answer == {"ok": False, "error": error}


def test_a_public_channel_is_open_to_a_desk_that_left_it(slack: Slack) -> None:
    slack.post("member", channel=CHANNEL, user="numberdesk", present=False)
    assert slack.api("chat.postMessage", channel=CHANNEL, text="x").json()["ok"]


def test_an_archived_channel_takes_nothing(slack: Slack) -> None:
    ts = posted(slack)
    slack.post("channel", channel=CHANNEL, is_archived=True)
    assert slack.api("chat.postMessage", channel=CHANNEL, text="x").json()["error"] == "is_archived"
    assert slack.api("chat.update", channel=CHANNEL, ts=ts, text="x").json()["error"] == "is_inactive"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param({}, "no_text", id="nothing to say"),
        pytest.param({"text": "x", "blocks": "no"}, "invalid_blocks_format", id="blocks that are none"),
        pytest.param({"text": "x", "blocks": [{"type": "hat"}]}, "invalid_blocks", id="an unknown block"),
        pytest.param({"text": "x", "blocks": [table(), table()]}, "invalid_attachments", id="two tables"),
        pytest.param({"text": "x", "blocks": [LONG] * 4}, "msg_blocks_too_long", id="blocks that say too much"),
        pytest.param({"text": "x" * 40_001}, "msg_too_long", id="a text that is too long"),
        pytest.param({"text": "x", "thread_ts": "yesterday"}, "invalid_thread_ts", id="a thread that is none"),
        *[
            pytest.param({"text": "x", "metadata": odd}, "invalid_metadata_format", id=f"metadata {odd}")
            for odd in ODD_METADATA
        ],
        pytest.param(
            {"text": "x", "metadata": {"event_type": "a", "event_payload": "b"}},
            "invalid_metadata_format",
            id="payload",
        ),
        *[
            pytest.param(
                {"text": "x", "metadata": {"event_type": odd, "event_payload": {}}}, "invalid_metadata_schema", id=odd
            )
            for odd in ("a.b", "a b", "\u00e9", "")
        ],
        pytest.param(
            {"text": "x", "metadata": {"event_type": "a", "event_payload": {"b": "c" * 9000}}},
            "metadata_too_large",
            id="heavy metadata",
        ),
    ],
)
def test_content_that_slack_refuses(slack: Slack, content: Json, error: str) -> None:
    assert slack.api("chat.postMessage", channel=CHANNEL, **content).json()["error"] == error
    assert slack.messages() == []


def test_invalid_blocks_are_told_with_a_pointer(slack: Slack) -> None:
    long = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}]
    answer = slack.api("chat.postMessage", channel=CHANNEL, text="x", blocks=long).json()
    message = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert answer["errors"] == [message]
    assert answer["response_metadata"] == {"messages": [f"[ERROR] {message}"]}


def test_an_edit_keeps_what_it_does_not_name(slack: Slack) -> None:
    metadata = {"event_type": "card", "event_payload": {"id": 1}}
    ts = posted(slack, blocks=BLOCKS, metadata=metadata)
    answer = slack.api("chat.update", channel=CHANNEL, ts=ts, text="new").json()
    (seen,) = slack.messages()
    assert (answer["ts"], answer["text"]) == (ts, "new")
    assert (seen["text"], seen["metadata"], len(seen["blocks"])) == ("new", metadata, 1)
    assert "edited" in seen

    slack.api("chat.update", channel=CHANNEL, ts=ts, text="new", blocks=[])
    assert "blocks" not in slack.messages()[0]


@pytest.mark.parametrize(
    ("method", "error"),
    [
        pytest.param("chat.update", "cant_update_message", id="edit"),
        pytest.param("chat.delete", "cant_delete_message", id="delete"),
    ],
)
def test_only_its_own_messages_are_the_desks_to_change(slack: Slack, method: str, error: str) -> None:
    said = slack.post("message", user="ada", channel=CHANNEL, text="mine")
    assert slack.api(method, channel=CHANNEL, ts=said["message_ts"], text="x").json()["error"] == error
    assert slack.api(method, channel=CHANNEL, ts="1.000001", text="x").json()["error"] == "message_not_found"


def test_a_long_text_cannot_be_edited_in(slack: Slack) -> None:
    ts = posted(slack)
    assert slack.api("chat.update", channel=CHANNEL, ts=ts, text="x" * 4000).json()["ok"]
    assert slack.api("chat.update", channel=CHANNEL, ts=ts, text="x" * 4001).json()["error"] == "msg_too_long"


def test_a_deleted_message_is_gone(slack: Slack) -> None:
    first, second = posted(slack), posted(slack)
    assert slack.api("chat.delete", channel=CHANNEL, ts=first).json()["ok"]
    slack.post("delete", channel=CHANNEL, message_ts=second)
    assert slack.messages() == []
    assert slack.api("chat.update", channel=CHANNEL, ts=second, text="x").json()["error"] == "message_not_found"


def test_only_its_reader_sees_an_ephemeral_message(slack: Slack) -> None:
    answer = slack.api("chat.postEphemeral", channel=CHANNEL, user=BEN, text="for ben").json()
    assert [slack.messages(), slack.messages(user="ada")] == [[], []]
    assert [said["ts"] for said in slack.messages(user="ben")] == [answer["message_ts"]]
    assert slack.api("conversations.history", channel=CHANNEL).json()["messages"] == []
    refused = slack.api("chat.update", channel=CHANNEL, ts=answer["message_ts"], text="x").json()
    assert refused["error"] == "message_not_found"


def test_an_ephemeral_message_needs_its_reader_in_the_channel(slack: Slack) -> None:
    answer = slack.api("chat.postEphemeral", channel="C0PARTNER", user=BEN, text="x").json()
    assert answer["error"] == "user_not_in_channel"


def test_a_reply_stays_in_its_thread_unless_it_is_broadcast(slack: Slack) -> None:
    parent = posted(slack, "parent")
    quiet = posted(slack, "quiet", thread_ts=parent)
    loud = posted(slack, "loud", thread_ts=parent, reply_broadcast=True)

    history = slack.api("conversations.history", channel=CHANNEL).json()["messages"]
    replies = slack.api("conversations.replies", channel=CHANNEL, ts=parent).json()["messages"]
    assert [said["ts"] for said in history] == [loud, parent]
    assert [said["ts"] for said in replies] == [parent, quiet, loud]
    assert (history[0]["subtype"], history[0]["thread_ts"]) == ("thread_broadcast", parent)
    assert (history[1]["reply_count"], history[1]["latest_reply"]) == (2, loud)
    assert [said["ts"] for said in slack.messages()] == [parent, quiet, loud]


def test_of_a_deleted_message_with_replies_there_is_a_trace_in_history_only(slack: Slack) -> None:
    parent, alone = posted(slack, "parent"), posted(slack, "alone")
    reply = posted(slack, "reply", thread_ts=parent)
    for ts in (parent, alone):
        slack.api("chat.delete", channel=CHANNEL, ts=ts)

    (trace,) = slack.api("conversations.history", channel=CHANNEL).json()["messages"]
    assert (trace["ts"], trace["subtype"], trace["reply_count"]) == (parent, "tombstone", 1)
    replies = slack.api("conversations.replies", channel=CHANNEL, ts=parent).json()["messages"]
    assert [said["ts"] for said in replies] == [parent, reply]
    assert [said["ts"] for said in slack.messages()] == [reply]
    gone = slack.api("conversations.replies", channel=CHANNEL, ts=alone).json()
    assert gone == {"ok": False, "error": "thread_not_found"}


def test_history_is_read_page_by_page_newest_first(slack: Slack) -> None:
    stamps = [posted(slack, str(i)) for i in range(5)]
    first = slack.api("conversations.history", channel=CHANNEL, limit=2).json()
    cursor = first["response_metadata"]["next_cursor"]
    second = slack.api("conversations.history", channel=CHANNEL, limit=3, cursor=cursor).json()
    assert (first["has_more"], second["has_more"]) == (True, False)
    assert [said["ts"] for said in first["messages"] + second["messages"]] == stamps[::-1]


@pytest.mark.parametrize(
    ("inclusive", "count"), [pytest.param(False, 1, id="after"), pytest.param(True, 2, id="from there on")]
)
def test_history_since_a_message(slack: Slack, inclusive: bool, count: int) -> None:
    stamps = [posted(slack) for _ in range(3)]
    since = slack.api("conversations.history", channel=CHANNEL, oldest=stamps[1], inclusive=inclusive).json()
    assert len(since["messages"]) == count


def test_metadata_is_told_when_asked_for(slack: Slack) -> None:
    metadata = {"event_type": "outbox", "event_payload": {"row": 7}}
    posted(slack, metadata=metadata)
    plain = slack.api("conversations.history", channel=CHANNEL).json()["messages"]
    whole = slack.api("conversations.history", channel=CHANNEL, include_all_metadata=True).json()["messages"]
    assert plain[0]["metadata"] == {"event_type": "outbox"}
    assert whole[0]["metadata"] == metadata


def test_history_is_for_who_is_in_the_channel(slack: Slack) -> None:
    slack.post("member", channel=CHANNEL, user="numberdesk", present=False)
    assert slack.api("conversations.history", channel=CHANNEL).json()["error"] == "not_in_channel"
    assert slack.api("conversations.join", channel=CHANNEL).json()["channel"]["is_member"]
    assert slack.api("conversations.history", channel=CHANNEL).json()["ok"]


def test_direct_messages_are_found_by_their_member(slack: Slack) -> None:
    channel = slack.api("conversations.open", users=ADA).json()["channel"]["id"]
    slack.api("chat.postMessage", channel=channel, text="psst")
    assert [said["text"] for said in slack.messages("@ada")] == ["psst"]
    slack.api("chat.postMessage", channel=ADA, text="again")
    assert [said["text"] for said in slack.messages("@ada")] == ["psst", "again"]


def test_a_missing_text_is_worth_a_word_in_the_log(slack: Slack) -> None:
    slack.api("chat.postMessage", channel=CHANNEL, blocks=BLOCKS)
    assert "missing_text" in [entry["method"] for entry in slack.log()]


def test_a_permalink_leads_into_the_thread(slack: Slack) -> None:
    parent = posted(slack)
    reply = posted(slack, thread_ts=parent)
    link = slack.api("chat.getPermalink", channel=CHANNEL, message_ts=reply).json()["permalink"]
    assert link.endswith(f"/archives/{CHANNEL}/p{reply.replace('.', '')}?thread_ts={parent}&cid={CHANNEL}")


def test_a_reaction_is_given_once(slack: Slack) -> None:
    ts = posted(slack)
    assert slack.api("reactions.add", channel=CHANNEL, timestamp=ts, name="eyes").json()["ok"]
    again = slack.api("reactions.add", channel=CHANNEL, timestamp=ts, name="eyes").json()
    assert again["error"] == "already_reacted"
    assert slack.messages()[0]["reactions"][0]["name"] == "eyes"
