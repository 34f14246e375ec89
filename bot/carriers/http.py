"""One HTTP client for all carriers: a time-out on everything, and one place that says what an answer means.

Nothing but a look (GET) is ever repeated by itself, and that once, where the connection was cut. What became of
anything else whose answer was lost is not known here: `CarrierSilent`. Where a carrier's documentation does not say
whether a failure means that nothing was done, the worse is assumed.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

import structlog

from bot.certificates import certificates
from handlers.kit.carriers import CarrierBusy, CarrierName, CarrierRefused, CarrierSilent

if TYPE_CHECKING:
    import httpx

LOOK_WITHIN = 5.0  # seconds, all of a call together
CHANGE_WITHIN = 10.0
_LARGEST = 10_000_000  # bytes of an answer
_NOT_NOW = {429, 503}  # by RFC 9110 and RFC 6585: nothing was done
_FIRST_REFUSAL, _FIRST_OF_SERVER = 300, 500
_LONGEST_PAUSE = 86_400.0  # seconds
_LEAST = 0.001  # seconds; none at all would be "without end"

log = structlog.get_logger()

Query = Sequence[tuple[str, str]]
Problem = Callable[[Any], tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back of a call that was carried out. `body` None: nothing."""

    status: int
    body: Any
    headers: Mapping[str, str]


class Http:
    """Calls one account of a carrier. May be shared by threads."""

    def __init__(
        self,
        carrier: CarrierName,
        url: str,
        *,
        key: str,
        sign: "Callable[[httpx.Request], httpx.Request]",
        problem: Problem,
    ) -> None:
        """`sign` puts the key's proof on a request; `problem` reads code and words of a refusal's body."""
        import httpx  # not when a process starts: only who has a carrier needs it

        self._carrier, self._url, self._problem = carrier, url, problem
        written = {key, key.replace("/", "\\/")} if key else ()  # a slash in JSON may have a backslash before it
        self._key_as_written = [each.encode() for each in written]
        self._client = httpx.Client(auth=sign, verify=certificates(), headers={"user-agent": "Numberdesk"})
        self._unsent = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
        self._cut = (httpx.ReadError, httpx.RemoteProtocolError)
        self._failed = httpx.HTTPError

    def close(self) -> None:
        """End its connections."""
        self._client.close()

    def look(self, path: str, query: Query = (), *, within: float = LOOK_WITHIN) -> Answer:
        """GET. Raises CarrierRefused, CarrierBusy; CarrierSilent where nothing was answered in time."""
        end = time.monotonic() + within
        try:
            return self._call("GET", path, query, None, "", end)
        except self._cut:
            try:
                return self._call("GET", path, query, None, "", end)
            except self._cut:
                raise CarrierSilent from None

    def change(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        query: Query = (),
        media_type: str = "application/json",
        within: float = CHANGE_WITHIN,
    ) -> Answer:
        """Anything but GET, sent once. Raises CarrierRefused, CarrierBusy, CarrierSilent."""
        content = None if body is None else json.dumps(body).encode()
        try:
            return self._call(method, path, query, content, media_type, time.monotonic() + within)
        except self._cut:
            raise CarrierSilent from None

    def _call(self, method: str, path: str, query: Query, content: bytes | None, media_type: str, end: float) -> Answer:
        # Where a failure is raised anew, it is without the old one, which knows the request and so the key.
        request = self._client.build_request(
            method,
            f"{self._url}{path}",
            params=list(query) or None,
            content=content,
            headers={"content-type": media_type} if content is not None else None,
            extensions={"timeout": _Left(end)},
        )
        try:
            response = self._client.send(request, stream=True)
            try:
                arrived = self._read(response, end)
            finally:
                response.close()
            for key in self._key_as_written:  # whoever repeats it to us does not make us tell it
                arrived = arrived.replace(key, b"***")
        except self._unsent:
            raise CarrierBusy(code="unreachable") from None
        except self._cut:
            raise
        except self._failed:
            raise CarrierSilent from None
        return self._meant(method, response.status_code, response.headers, arrived)

    def _read(self, response: "httpx.Response", end: float) -> bytes:
        """The body, as far as it comes in time and is of any size that makes sense."""
        arrived = bytearray()
        for part in response.iter_bytes():
            arrived += part
            if time.monotonic() > end or len(arrived) > _LARGEST:
                raise CarrierSilent
        return bytes(arrived)

    def _meant(self, method: str, status: int, headers: Mapping[str, str], arrived: bytes) -> Answer:
        is_look = method == "GET"
        try:
            body = json.loads(arrived) if arrived else None
        except (ValueError, RecursionError):
            alarm(self._carrier, "body", arrived[:200])
            if status < _FIRST_REFUSAL:
                raise (CarrierBusy(code="unreadable") if is_look else CarrierSilent()) from None
            body = None
        if status < _FIRST_REFUSAL:
            return Answer(status=status, body=body, headers=headers)
        code, detail = self._problem(body)
        code = code or f"http-{status}"
        if status in _NOT_NOW or (is_look and status >= _FIRST_OF_SERVER):
            raise CarrierBusy(_retry_after(headers), code)
        if status >= _FIRST_OF_SERVER:
            raise CarrierSilent
        raise CarrierRefused(code, detail)


class _Left(dict[str, float]):
    """httpx's time-outs of a call's parts, each the time that is left to the whole of it."""

    def __init__(self, end: float) -> None:
        super().__init__()
        self._end = end

    def get(self, _part: str, _default: object = None) -> float:
        return max(self._end - time.monotonic(), _LEAST)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """In how many seconds to ask again; a date, which the standard allows too, has not been seen from a carrier."""
    for name in ("retry-after", "x-ratelimit-reset"):
        with suppress(KeyError, ValueError):
            if isfinite(seconds := float(headers[name])):
                return min(max(seconds, 0.0), _LONGEST_PAUSE)
    return None


def alarm(carrier: CarrierName, field: str, value: object) -> None:
    """Say so of an answer that is not as we know it: somebody should look at it, and nothing stops for it."""
    log.error("a carrier's answer is not as we know it", carrier=carrier, field=field, value=repr(value)[:200])
