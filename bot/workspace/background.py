"""Work that nobody waits for, kept from being forgotten and ended with the workspace."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Background:
    """Keeps the tasks that nobody awaits until they end: the event loop itself holds them only weakly."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        """Start work in the running event loop. Raises RuntimeError where none runs. What the work raises is logged."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def cancel(self) -> None:
        """Ask all that still runs to end, and do not wait for it."""
        for task in self._tasks:
            task.cancel()
