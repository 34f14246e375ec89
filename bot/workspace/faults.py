"""Failures on demand: the next calls of a method go wrong as asked."""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Fault:
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
        return self.error is not None or self.status is not None


class Faults:
    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def reset(self) -> None:
        self._waiting.clear()

    def take(self, method: str, channel: str | None) -> Fault | None:
        """What is to go wrong with this call, counted down."""
        for fault in self._waiting:
            if fault.times > 0 and fault.method == method and fault.channel in (None, channel):
                fault.times -= 1
                return fault
        return None
