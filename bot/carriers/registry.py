"""Which carriers there are clients for, and the clients of the accounts that an operator has set up."""

from collections.abc import Callable, Sequence
from datetime import datetime
from threading import Lock
from typing import Protocol

from bot.carriers.accounts import Account
from bot.carriers.telnyx import Telnyx
from handlers.kit.carriers import Carrier, CarrierName
from store.types import WorkspaceId

Now = Callable[[], datetime]


class Client(Carrier, Protocol):
    """A carrier over the network."""

    def close(self) -> None:
        """End its connections. It may not be asked any more."""


# What makes the client of an account. Nothing but the client's own module may import httpx, and it does so when a
# client is made: a desk without carriers has no use for it.
CLIENTS: dict[str, Callable[[Account, Now], Client]] = {"telnyx": Telnyx}


class Clients:
    """A client for each account, made when it is first asked for and kept with its connections."""

    def __init__(self, accounts: Sequence[Account], now: Now) -> None:
        self._accounts = accounts
        self._now = now
        self._made: dict[Account, Client] = {}
        self._lock = Lock()

    def of(self, workspace: WorkspaceId) -> Sequence[Carrier]:
        return [self._client(account) for account in self._accounts if account.is_for(workspace)]

    def named(self, name: CarrierName) -> Sequence[Carrier]:
        return [self._client(account) for account in self._accounts if account.name == name]

    def close(self) -> None:
        """End the connections of all clients."""
        with self._lock:
            for client in self._made.values():
                client.close()

    def _client(self, account: Account) -> Client:
        with self._lock:
            if account not in self._made:
                self._made[account] = CLIENTS[account.name](account, self._now)
            return self._made[account]
