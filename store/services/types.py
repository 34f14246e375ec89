"""What numbers are assigned to, as plain values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from store.types import WorkspaceId

ServiceId = NewType("ServiceId", int)


class ServiceKind(StrEnum):
    """What calls to a number reach."""

    BRIDGE = "bridge"  # audio conferencing
    ATTENDANT = "attendant"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What numbers are assigned to: an audio-conferencing bridge, an auto attendant or a call queue, by its name."""

    workspace: WorkspaceId
    id: ServiceId
    kind: ServiceKind
    name: str
