"""Files that members gave to Slack: downloaded from Slack itself, with the bot's token, and from nowhere else."""

from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slack_errors import told
from bot.whole_calls import SLOWEST, opener
from handlers.kit.file_faults import FileFault
from handlers.kit.outgoing import Arrived, Fetch

_SLACKS_FILES = "files.slack.com"
_FILE_GONE = {"file_not_found", "file_deleted"}  # of files.info, by Slack's documentation, November 2026
_PAGE = "text/html"
_SERVERS_FAULT = 500
_TRANSIENT = {408, 429}
_GONE = {404, 410}


class _NoDetours(HTTPRedirectHandler):
    """The token that comes with the request is for Slack alone."""

    def redirect_request(self, *_: Any) -> None:
        return None


def arrived(client: WebClient, fetch: Fetch) -> Arrived:
    """A file that a member has given to Slack, or why it never will be had. Raises FAILURES where it may be later."""
    file = _file(client, fetch.file)
    if not file:
        content: bytes | FileFault = FileFault.GONE
    elif file.get("user") != fetch.by:
        content = FileFault.NOT_THEIRS
    else:
        content = _download(client, file, fetch.most)
    return Arrived(name=str(file.get("name") or ""), content=content)


def _file(client: WebClient, id: str) -> dict[str, Any]:  # noqa: A002 (the field's own word)
    """What Slack says of a file; nothing where there is none (any more)."""
    try:
        found: dict[str, Any] = client.files_info(file=id)["file"]
    except SlackApiError as refused:
        if told(refused) not in _FILE_GONE:
            raise
        return {}
    return found


def _download(client: WebClient, file: dict[str, Any], most: int) -> bytes | FileFault:
    """The content of a file as Slack describes it; or why it cannot be had, and never will be.

    Raises OSError where it is not answered within the client's time-out, and the time a slow line takes, or not whole.
    """
    size = int(file.get("size") or 0)
    if size > most:
        return FileFault.TOO_LARGE
    url = urlsplit(str(file.get("url_private_download") or ""))
    api = urlsplit(client.base_url)
    is_slacks = url.scheme == "https" and url.hostname == _SLACKS_FILES
    if not is_slacks and (url.scheme, url.netloc) != (api.scheme, api.netloc):
        return FileFault.UNREACHED
    request = Request(url.geturl(), headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310 (it was looked at)
    try:
        with opener(_NoDetours).open(request, timeout=client.timeout + size / SLOWEST) as answer:
            content: bytes = answer.read(most + 1)
            media_type = answer.headers.get_content_type()
    except HTTPError as refused:
        if refused.code >= _SERVERS_FAULT or refused.code in _TRANSIENT:
            raise
        return FileFault.GONE if refused.code in _GONE else FileFault.UNREACHED
    if media_type == _PAGE and file.get("mimetype") != _PAGE:
        return FileFault.UNREACHED  # the page to sign in, which Slack answers with where the token may not read files
    if len(content) < size:
        raise ConnectionError(f"{len(content)} of {size} bytes arrived")
    return (content or FileFault.EMPTY) if len(content) <= most else FileFault.TOO_LARGE
