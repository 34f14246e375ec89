"""Accounts at carriers: where each is reached, and with which key."""

import json
from dataclasses import dataclass, field

from handlers.kit.carriers import CarrierName
from store.types import WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account at a carrier, of one workspace or of all.

    `public_key` is what its news is signed with, as the carrier shows it; "": no news of it can be believed.
    """

    name: CarrierName
    url: str  # without a slash at its end: https://api.telnyx.com/v2
    key: str = field(repr=False)
    public_key: str = ""
    workspace: WorkspaceId | None = None  # None: all

    def is_for(self, workspace: WorkspaceId) -> bool:
        """Whether a workspace may use it."""
        return self.workspace in (None, workspace)


def read_accounts(text: str) -> tuple[Account, ...]:
    """Read a JSON list of objects with the fields of accounts. Raises ValueError where it is none."""
    try:
        return tuple(Account(**each) for each in json.loads(text or "[]"))
    except TypeError as wrong:
        raise ValueError from wrong
