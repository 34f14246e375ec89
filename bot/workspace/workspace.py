"""One throwaway Slack: what it holds and the machinery around it, put together."""

from collections.abc import Callable

from bot.workspace.clock import Clock
from bot.workspace.sample import sample_state


class Workspace:
    """Lives in one event loop; nothing here is safe from other threads."""

    def __init__(self, *, clock: Clock) -> None:
        self.clock = clock
        self.state = sample_state()
        self._watchers: set[Callable[[], None]] = set()

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Call `watcher` after each change that a person could see; the answer stops that."""
        self._watchers.add(watcher)
        return lambda: self._watchers.discard(watcher)

    def changed(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()
