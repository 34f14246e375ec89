"""Files that members gave to Slack: downloaded from Slack itself, with the bot's token, and from nowhere else."""

from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from slack_sdk import WebClient

_SLACKS_FILES = "files.slack.com"


class _NoDetours(HTTPRedirectHandler):
    """The token that comes with the request is for Slack alone."""

    def redirect_request(self, *_: Any) -> None:
        return None


def download(client: WebClient, file: dict[str, Any], most: int) -> bytes | None:
    """The content of a file as Slack describes it; None: it is elsewhere, or has more than `most` bytes.

    Raises OSError where it is not answered within the client's time-out.
    """
    url = urlsplit(str(file.get("url_private_download") or ""))
    api = urlsplit(client.base_url)
    is_slacks = url.scheme == "https" and url.hostname == _SLACKS_FILES
    if not is_slacks and (url.scheme, url.netloc) != (api.scheme, api.netloc):
        return None
    request = Request(url.geturl(), headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310 (it was looked at)
    opener = build_opener(_NoDetours, HTTPSHandler(context=client.ssl))
    with opener.open(request, timeout=client.timeout) as answer:
        content: bytes = answer.read(most + 1)
    return content if len(content) <= most else None
