"""What Telnyx refuses, in its own shape. Codes: developers.telnyx.com, API error codes, read 2026-11-28."""

from collections.abc import Mapping
from typing import Any

_STATUS = {
    "10004": (400, "Missing required parameter"),
    "10005": (404, "Resource not found"),
    "10007": (500, "Unexpected error"),
    "10009": (401, "Authentication failed"),
    "10010": (403, "Authorization failed"),
    "10011": (429, "Too many requests"),
    "10012": (422, "Duplicate resource"),
    "10014": (415, "Unsupported Media Type"),
    "10015": (400, "Bad Request"),
    "10016": (422, "Phone number must be in +E.164 format"),
    "10039": (403, "Account limit reached"),
    "20100": (402, "Insufficient funds"),
    "85000": (422, "Must search phone number via search API first"),
}
_CODE = {401: "10009", 403: "10010", 404: "10005", 405: "10015", 415: "10014", 422: "10015", 429: "10011"}
_FIRST_OF_SERVER = 500


class Wrong(Exception):
    """A refusal. `status` None: the one that goes with the code."""

    def __init__(
        self, code: str, detail: str, *, pointer: str = "", parameter: str = "", status: int | None = None
    ) -> None:
        super().__init__(detail)
        known, self.title = _STATUS.get(code, (422, "Unprocessable entity"))
        self.code, self.detail, self.status = code, detail, status or known
        self.source = {name: value for name, value in (("pointer", pointer), ("parameter", parameter)) if value}

    @property
    def body(self) -> Mapping[str, Any]:
        """What is answered."""
        url = f"https://developers.telnyx.com/docs/overview/errors/{self.code}"
        error = {"code": self.code, "title": self.title, "detail": self.detail, "meta": {"url": url}}
        return {"errors": [error | ({"source": self.source} if self.source else {})]}


def of_fault(code: str | None, status: int | None) -> Wrong:
    """What is asked for by a code, a status, or both; by neither: too many requests."""
    if code is None and status is None:
        status = 429
    if code is None and status is not None:
        code = _CODE.get(status, "10007" if status >= _FIRST_OF_SERVER else "10015")
    return Wrong(code or "10007", "as asked for by a test", status=status)
