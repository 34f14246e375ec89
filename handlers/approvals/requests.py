"""What somebody decides on."""

from collections.abc import Mapping
from dataclasses import dataclass

from store.approvals.types import RequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A request for approval on which somebody decides; `ref` finds what it is for."""

    request: RequestId
    ref: Mapping[str, int]
