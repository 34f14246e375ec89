"""What the desk says back: in a command's acknowledgement, or to a response_url."""

from bot.workspace import checks, posts
from bot.workspace.refused import Refused
from bot.workspace.state import Channel, Json, Message
from bot.workspace.triggers import ResponseUrl
from bot.workspace.workspace import Workspace


def say(workspace: Workspace, channel: Channel, reader: str, answer: object) -> Message:
    """A new message: seen by its reader only, unless the answer is `in_channel`.

    `reader` is a member's id. Raises Refused: invalid_payload where the answer is no object, or as checks.content
    and posts.post do.
    """
    answer = _understood(answer)
    in_channel = answer.get("response_type") == "in_channel"
    return posts.post(
        workspace,
        channel,
        author=posts.DESK,
        **checks.content(answer.get("text"), answer.get("blocks")),
        thread_ts=answer.get("thread_ts"),
        ephemeral_to=None if in_channel else reader,
    )


def to_response_url(workspace: Workspace, url: ResponseUrl, answer: object) -> None:
    """Another message, or the one that was clicked changed or taken away.

    Raises Refused: invalid_payload, message_not_found (it is gone, or was a command's), or as checks.content does.
    """
    answer = _understood(answer)
    channel = workspace.state.channel(url.channel)
    if not (answer.get("replace_original") or answer.get("delete_original")):
        say(workspace, channel, url.user, answer)
        return
    original = _original(channel, url)
    if answer.get("delete_original"):
        posts.remove(workspace, original)
    else:
        # All of the original goes, its blocks too where there are no new ones.
        posts.change(workspace, original, **checks.content(answer.get("text"), answer.get("blocks") or []))


def _original(channel: Channel, url: ResponseUrl) -> Message:
    # A command has no message of its own: what its ack made changes by a click on it only.
    if url.message_ts is None:
        raise Refused("message_not_found")
    return channel.message(url.message_ts, seen_by=url.user)


def _understood(answer: object) -> Json:
    if not isinstance(answer, dict):
        raise Refused("invalid_payload")
    return answer
