"""What the clock does by itself: when there is something to do next, and what is done then."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.kit.tools import Tools
from store.due import NextDue


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """`next_due` asks for the desk time at which there is something to do; `ring` does what is due, and says how much.

    All timers are asked for in one statement, so `next_due` finds its row by an index. `ring` may be called though
    another process has done it all meanwhile. What it raises keeps no other timer from ringing.
    """

    name: str
    next_due: Callable[[], NextDue]
    ring: Callable[[Tools], int]
