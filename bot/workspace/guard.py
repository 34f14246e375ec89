"""Who may talk to the workspace: this machine's own programs, and the page that it serves itself.

It listens on this machine alone, but the browser here shows other pages, too. One of them may bring it to ask us: by a
name that it made point here (then `Host` is not ours), or from where it is (then `Origin`, or `Sec-Fetch-Site` where a
browser sends no origin, says so).
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_FROM_ELSEWHERE = ("cross-site", "same-site")  # the same site has other ports than ours
_POLICY_VIOLATION = 1008


class Guard:
    """Lets through what is asked for by one of our names, and by no page from elsewhere; the rest gets 403."""

    def __init__(self, app: ASGIApp, url: str) -> None:
        """`url` is where the workspace is; its port is ours by all names of this machine."""
        self._app = app
        port = urlsplit(url).port
        self._hosts = {f"{name}:{port}" for name in _NAMES}
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        error = self._wrong(scope) if scope["type"] in ("http", "websocket") else None
        if error is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(_POLICY_VIOLATION, error)(scope, receive, send)
        else:
            await JSONResponse({"ok": False, "error": error}, 403)(scope, receive, send)

    def _wrong(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._ours(scope):
            return "foreign_host"
        if not self._origins.issuperset(map(str.lower, headers.getlist("origin"))):
            return "foreign_origin"
        if headers.get("sec-fetch-site") in _FROM_ELSEWHERE and not _is_a_link_to_the_page(scope, headers):
            return "foreign_origin"
        return None

    def _ours(self, scope: Scope) -> set[str]:
        # slack_sdk names no port where it opens a socket (3.47); that takes a ticket, too.
        return self._hosts.union(_NAMES) if scope["type"] == "websocket" and scope["path"] == "/link" else self._hosts


def _is_a_link_to_the_page(scope: Scope, headers: Headers) -> bool:
    """Whether a member comes by a link, which changes nothing and shows the other page nothing."""
    comes = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return comes and scope["path"] == "/" and scope["method"] == "GET"
