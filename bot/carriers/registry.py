"""Which carriers there are clients for, and the clients of the accounts that an operator has set up."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from threading import Lock
from typing import Protocol

from bot.carriers.accounts import Account
from bot.carriers.acs import Acs
from bot.carriers.telnyx import Telnyx
from handlers.kit.carriers import Carrier, CarrierName
from store.types import WorkspaceId

REMEMBERED = 2.0  # seconds, in which an account that was added or removed is not seen

Now = Callable[[], datetime]


class Client(Carrier, Protocol):
    """A carrier over the network."""

    def close(self) -> None:
        """End its connections. It may not be asked any more."""


# What makes the client of an account. Nothing but the client's own module may import httpx, and it does so when a
# client is made: a desk without carriers has no use for it.
CLIENTS: dict[str, Callable[[Account, Now], Client]] = {"telnyx": Telnyx, "acs": Acs}


class Clients:
    """A client for each account, made when it is first asked for and kept with its connections.

    Of several accounts at one carrier a workspace has its own, or else what was added last for all: an operator's goes
    before one of the settings.
    """

    def __init__(
        self,
        accounts: Sequence[Account],
        now: Now,
        added: Callable[[], Sequence[Account]] = tuple,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        """`accounts` are those of the settings; `added` looks for those that an operator has added since."""
        self._accounts = accounts
        self._now = now
        self._added = added
        self._ticks = ticks
        self._known: Sequence[Account] = ()
        self._looked_at = float("-inf")
        self._made: dict[Account, Client] = {}
        self._lock = Lock()

    def of(self, workspace: WorkspaceId) -> Sequence[Carrier]:
        mine = {account.name: account for account in self._all() if account.is_for(workspace)}
        return [self._client(account) for account in mine.values()]

    def named(self, name: CarrierName) -> Sequence[Carrier]:
        return [self._client(account) for account in self._all() if account.name == name]

    def close(self) -> None:
        """End the connections of all clients."""
        with self._lock:
            for client in self._made.values():
                client.close()

    def _all(self) -> Sequence[Account]:
        """All accounts that there are clients for, those of one workspace last."""
        if self._ticks() - self._looked_at > REMEMBERED:
            found = [*self._accounts, *self._added()]
            self._known = sorted(
                (each for each in found if each.name in CLIENTS), key=lambda each: bool(each.workspace)
            )
            self._looked_at = self._ticks()
        return self._known

    def _client(self, account: Account) -> Client:
        with self._lock:
            if account not in self._made:
                self._made[account] = CLIENTS[account.name](account, self._now)
            return self._made[account]
