"""What ACS refuses, in its own shape.

Azure's specification names the shape, and codes of failed purchases alone; those of plain mistakes are as its other
services have them.
"""

from collections.abc import Mapping
from typing import Any

_STATUS = {
    "BadRequest": 400,
    "MissingApiVersionParameter": 400,
    "AgreementRequired": 400,
    "Denied": 401,
    "Forbidden": 403,
    "NotFound": 404,
    "MethodNotAllowed": 405,
    "ReservationNotActive": 409,
    "UnsupportedMediaType": 415,
    "TooManyRequests": 429,
    "InternalError": 500,
    "ServiceUnavailable": 503,
}
_CODE = {status: code for code, status in reversed(_STATUS.items())}
_FIRST_OF_SERVER = 500


class Wrong(Exception):
    """A refusal. `status` None: the one that goes with the code."""

    def __init__(self, code: str, message: str, *, target: str = "", status: int | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.target = code, message, target
        self.status = status or _STATUS.get(code, 400)

    @property
    def body(self) -> Mapping[str, Any]:
        """What is answered."""
        error = {"code": self.code, "message": self.message}
        return {"error": error | ({"target": self.target} if self.target else {})}


def of_fault(code: str | None, status: int | None) -> Wrong:
    """What is asked for by a code, a status, or both; by neither: too many requests."""
    if code is None and status is None:
        status = 429
    if code is None and status is not None:
        code = _CODE.get(status, "InternalError" if status >= _FIRST_OF_SERVER else "BadRequest")
    return Wrong(code or "InternalError", "as asked for by a test", status=status)
