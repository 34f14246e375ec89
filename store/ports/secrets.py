"""Account numbers and PINs: kept encrypted, with a mark in their place in what an order says."""

import json
from collections.abc import Mapping
from dataclasses import replace

from store.ports.types import SECRETS, PortOrder
from store.types import WorkspaceId
from store.vault import Vault

MASK = "\N{BULLET}" * 3  # what is shown in place of a secret; written again, it leaves the secret as it is


def hide(vault: Vault, order: PortOrder) -> PortOrder:
    """The order with a mark in place of each secret that was written into it; what was hidden already stays so."""
    kept, about = opened(vault, order), about_order(order.workspace, order.name)
    fields, said = hidden(vault, order.fields, kept, about)
    if said == kept:
        return replace(order, fields=fields)
    return replace(order, fields=fields, sealed=seal(vault, said, about))


def reveal(vault: Vault, order: PortOrder) -> PortOrder:
    """The order with its secrets, to be shown or put into its letter. It is not written down so. Raises WrongKey."""
    return replace(order, fields={**order.fields, **opened(vault, order)})


def opened(vault: Vault, order: PortOrder) -> dict[str, str]:
    """The secrets that are kept of an order, by Field. Raises WrongKey."""
    if order.sealed is None:
        return {}
    kept: dict[str, str] = json.loads(vault.open(order.sealed, about_order(order.workspace, order.name)))
    return kept


def hidden(
    vault: Vault, fields: Mapping[str, str], kept: Mapping[str, str], about: str
) -> tuple[dict[str, str], dict[str, str]]:
    """The fields with a mark in place of each secret, and the secrets: those kept where MASK or their mark stands.

    The same secret of the same order has the same mark, so it is known whether a letter still says what its order does.
    """
    marks = {name: _mark(vault, name, secret, about) for name, secret in kept.items()}
    said = {
        str(name): kept[name] if name in kept and fields[name] in (MASK, marks[name]) else fields[name]
        for name in SECRETS
        if fields.get(name)
    }
    return {**fields, **{name: _mark(vault, name, secret, about) for name, secret in said.items()}}, said


def seal(vault: Vault, said: Mapping[str, str], about: str) -> bytes | None:
    """The secrets, encrypted; None: there are none."""
    return vault.seal(json.dumps(said).encode(), about) if said else None


def about_order(workspace: WorkspaceId, name: str) -> str:
    """What the secrets of an order belong to, in the vault."""
    return f"{workspace}/{name}/secrets"


def _mark(vault: Vault, name: str, secret: str, about: str) -> str:
    return f"{MASK}{vault.mark(secret.encode(), f'{about}/{name}')}"
