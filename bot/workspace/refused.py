"""A wrong call, in Slack's own word for it."""

from typing import Any


class Refused(Exception):
    """Slack's no: an error word such as `channel_not_found`, and whatever else its answer says."""

    def __init__(self, error: str, /, **details: Any) -> None:
        super().__init__(error)
        self.error, self.details = error, details

    def as_json(self) -> dict[str, Any]:
        """The body of the answer, as the Web API and the control API alike give it."""
        return {"ok": False, "error": self.error, **self.details}
