"""What numbers are assigned to, as plain values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from store.types import WorkspaceId

ServiceId = NewType("ServiceId", int)  # counted in each workspace from 1


class ServiceKind(StrEnum):
    """What calls to a number reach."""

    BRIDGE = "bridge"  # audio conferencing
    ATTENDANT = "attendant"  # an auto attendant
    QUEUE = "queue"  # a call queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What numbers are assigned to: one bridge, attendant or queue of a workspace."""

    workspace: WorkspaceId
    id: ServiceId
    kind: ServiceKind
    name: str  # as it was written; `folding.folded` says which names are the same
