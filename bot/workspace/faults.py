"""Failures on demand: the next calls of a method go wrong as asked."""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Fault:
    """What goes wrong with the next `times` calls of a method; for those to a response_url it is `response_url`.

    With an `error` or a `status` nothing is done of what was asked; `delay_seconds` and `drop` alone let it be done
    first. `retry_after` is in seconds, and told with 429 alone.
    """

    method: str
    times: int = 1
    channel: str | None = None  # only calls about this channel
    error: str | None = None  # answer 200 with this error
    status: int | None = None  # or answer with this HTTP status
    retry_after: int | None = None
    delay_seconds: float = 0.0  # the answer is late
    drop: bool = False  # done, but the answer is lost

    @property
    def refuses(self) -> bool:
        """Whether the call is answered with a failure and not carried out."""
        return self.error is not None or self.status is not None


class Faults:
    """The faults that wait for their calls, first come first served."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Have it happen, after those that already wait for the same calls."""
        self._waiting.append(fault)

    def reset(self) -> None:
        """Forget those that have not happened yet."""
        self._waiting.clear()

    def take(self, method: str, channel: str | None) -> Fault | None:
        """What is to go wrong with this call, counted down."""
        for fault in self._waiting:
            if fault.times > 0 and fault.method == method and fault.channel in (None, channel):
                fault.times -= 1
                return fault
        return None
