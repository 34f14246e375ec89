"""Failures on demand: the next calls of an operation go wrong as asked."""

from dataclasses import dataclass
from typing import Literal

Operation = Literal["search", "hold", "held", "extend", "drop", "order", "ordered", "give_up", "owned"]


@dataclass(slots=True, kw_only=True)
class Fault:
    """What goes wrong with the next `times` calls of an operation."""

    operation: Operation | Literal["any"]
    times: int = 1
    error: str | None = None  # refuse with this code of the carrier's own
    status: int | None = None  # refuse with this HTTP status
    retry_after: float | None = None  # seconds, told with the refusal
    delay_seconds: float = 0.0  # the answer is late
    drop: bool = False  # done, but the answer is lost

    @property
    def refuses(self) -> bool:
        """Whether nothing is done."""
        return (self.error, self.status, self.retry_after) != (None, None, None)


class Faults:
    """Those that wait for their calls."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let it wait behind those that wait already."""
        self._waiting.append(fault)

    def take(self, operation: Operation | None) -> Fault | None:
        """What is to go wrong with this call, counted down. None: a call of no operation that can be named."""
        for fault in self._waiting:
            if fault.times > 0 and fault.operation in ("any", operation):
                fault.times -= 1
                return fault
        return None
