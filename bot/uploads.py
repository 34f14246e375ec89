"""Files of ours on their way to Slack, in pieces: however large one is, little of it is in memory."""

from collections.abc import Callable
from pathlib import Path
from urllib.request import Request

from slack_sdk import WebClient

from bot.whole_calls import SLOWEST, opener
from handlers.kit.outgoing import Upload
from store.types import ChannelId

_PAGE = 100  # files at a time
_PAGES = 10  # of them at most; the newest come first


def send(client: WebClient, upload: Upload, path: Path, channel: ChannelId, check: Callable[[], None]) -> None:
    """Give a file to a channel, in the three steps that Slack wants; `check` is called right before it is shown there.

    Raises SlackApiError, and OSError where one of the steps is not answered.
    """
    size = path.stat().st_size
    ticket = client.files_getUploadURLExternal(filename=upload.name, length=size, alt_txt=upload.alt or None)
    with path.open("rb") as content:
        request = Request(  # noqa: S310 (Slack's own address)
            ticket["upload_url"],
            data=content,
            headers={"Content-Type": "application/octet-stream", "Content-Length": str(size)},
        )
        with opener().open(request, timeout=client.timeout + size / SLOWEST) as answer:
            answer.read()
    check()
    client.files_completeUploadExternal(
        files=[{"id": ticket["file_id"], "title": upload.name}],
        channel_id=channel,
        initial_comment=upload.comment,
    )


def is_there(client: WebClient, channel: ChannelId, name: str) -> bool:
    """Whether a file of ours with this name is in a channel."""
    for page in range(1, _PAGES + 1):
        answer = client.files_list(channel=channel, count=_PAGE, page=page)
        if any(file["name"] == name for file in answer["files"]):
            return True
        if page >= ((answer.get("paging") or {}).get("pages") or 1):
            return False
    return False
