"""What is shown of services where many numbers are changed at once."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ExternalDataSelectElement, StaticSelectElement

from handlers.batches import KIND, NAME
from handlers.inventory.views import assign
from handlers.kit.blocks import asked, brief, plain_text
from handlers.kit.messages import say
from store.batches.types import DONE, Form, Line, Met
from store.services.types import ServiceKind

_SAID = 40  # characters of a service's name


def fields(locale: str, written: Form) -> list[Block]:
    """The service of lines that name none."""
    kinds = {kind: assign.kind_option(locale, kind) for kind in ServiceKind}
    kind = StaticSelectElement(
        action_id=KIND,
        options=list(kinds.values()),
        initial_option=kinds[written.kind] if written.kind else None,
    )
    name = ExternalDataSelectElement(
        action_id=assign.FIND_NAME,
        placeholder=plain_text(say(locale, "assign-name-placeholder")),
        initial_option=assign.name_option(written.name) if written.name else None,
        min_query_length=0,
    )
    return [
        asked(locale, KIND, "assign-kind", kind, hint="batch-kind-hint", optional=True),
        asked(locale, NAME, "assign-name", name, hint="assign-name-hint", optional=True),
    ]


def service(locale: str, met: Met | None) -> str:
    """A service by its kind and name."""
    if met is None:
        return "\N{EN DASH}"
    return f"{assign.kind_name(locale, met.kind)} *{brief(met.name, _SAID)}*"


def invitations(locale: str, lines: Sequence[Line]) -> list[str]:
    """Who has a number of a bridge in an invitation must be told."""
    return [say(locale, "batch-invitations")] if ServiceKind.BRIDGE in _kinds(lines) else []


def resource_account(locale: str, lines: Sequence[Line]) -> list[str]:
    """An attendant or a queue needs a resource account."""
    return [say(locale, "batch-resource-account")] if _kinds(lines) - {ServiceKind.BRIDGE} else []


def default(locale: str, lines: Sequence[Line]) -> list[str]:
    """What the mark of a default means, where there is one."""
    return [say(locale, "batch-default")] if any(line.is_default for line in lines) else []


def _kinds(lines: Sequence[Line]) -> set[ServiceKind]:
    return {line.met.kind for line in lines if line.outcome == DONE and line.met}
