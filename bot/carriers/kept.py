"""The accounts that an operator has added, opened with the vault's key."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.carriers.accounts import Account
from handlers.kit.carriers import CarrierName
from store.carriers import keys
from store.carriers.keys import SealedKey
from store.session import Begin
from store.vault import Vault, WrongKey

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Kept:
    """Looks for them. One that cannot be opened is left out, and the log says so."""

    reading: Begin
    vault: Vault

    def __call__(self) -> Sequence[Account]:
        with self.reading() as db:
            kept = keys.all_kept(db)
        accounts = []
        for each in kept:
            try:
                accounts.append(opened(self.vault, each))
            except WrongKey:
                log.error(unopened(each.carrier), workspace=each.workspace)  # noqa: TRY400 (it says all there is to say)
        return accounts


def opened(vault: Vault, kept: SealedKey) -> Account:
    """An account with its key. Raises WrongKey."""
    return Account(
        name=CarrierName(kept.carrier),
        url=kept.url,
        key=keys.open_key(vault, kept),
        public_key=kept.public_key,
        workspace=kept.workspace or None,
    )


def unopened(carrier: str) -> str:
    """What is to be said of a key that cannot be opened."""
    return (
        f"The key to {carrier} was encrypted with another NUMBERDESK_LETTER_KEY (or, where that is not set,"
        f" NUMBERDESK_AUDIT_KEY) than now: set that again, or add {carrier} anew."
    )
