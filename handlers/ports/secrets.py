"""Who sees the account number and the PIN of a port order: who wrote it, and who has the right to signed letters."""

from dataclasses import replace

from handlers.kit import roles
from handlers.kit.member import Member
from store.ports.secrets import MASK, reveal
from store.ports.types import SECRETS, PortOrder
from store.vault import Vault
from store.workspaces.types import Workspace


def shown_to(vault: Vault, order: PortOrder, member: Member, workspace: Workspace) -> PortOrder:
    """The order as a member may see it: the secrets, or that there are some."""
    if order.requested_by == member.user or roles.letters(workspace, member) is None:
        return reveal(vault, order)
    return replace(order, fields={**order.fields, **{name: MASK for name in SECRETS if order.says(name)}})
