"""What others have changed of an order while a member had a step of it open: only what the member changed is kept."""

from dataclasses import dataclass, replace

from handlers.kit.meanwhile import Fate, fate, fingerprint
from handlers.ports.step_payloads import Written
from handlers.ports.views import steps as views
from handlers.ports.views.step_view import Met, Step, StepView
from store.ports.types import PortOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A step with what the member changed in it, and what two have changed: as long as there is such, none is kept."""

    written: Written
    met: tuple[Met, ...] = ()


def merge(order: PortOrder, written: Written) -> Merge:
    """Hold what was written against what the order says now."""
    now, sent = {**order.fields, **views.values(order, written.step)}, _sent(written)
    fates = {name: fate(said, now.get(name, ""), written.shown.get(name)) for name, said in sent.items()}
    both = (name for name, comes_to in fates.items() if comes_to is Fate.CONFLICT)
    met = tuple(Met(name=name, now=now.get(name, ""), yours=sent[name]) for name in both)
    left = {name for name, comes_to in fates.items() if comes_to is Fate.AS_IT_IS}
    kept = replace(
        written,
        fields={name: said for name, said in written.fields.items() if name not in left},
        scope=None if views.SCOPE in left else written.scope,
        typed=order.typed if views.LIST in left else written.typed,
    )
    return Merge(written=kept, met=met)


def sight(data: StepView, merged: Merge) -> StepView:
    """The step again, as the member left it, with what two have changed; sent once more, theirs is kept.

    A field that they did not touch goes on showing what it did: Slack leaves in it what stands there.
    """
    written, order = merged.written, data.order
    if order is None:
        return data
    shown = {**written.shown, **{each.name: fingerprint(each.now) for each in merged.met}}
    yours = replace(
        order,
        fields={**order.fields, **written.fields},
        scope=written.scope or order.scope,
        typed=written.typed if written.step is Step.NUMBERS else order.typed,
    )
    return replace(data, order=yours, met=merged.met, shown=shown)


def _sent(written: Written) -> dict[str, str]:
    sent = {str(name): said for name, said in written.fields.items()}
    if written.step is Step.NUMBERS:
        sent[views.LIST] = written.typed
    if written.scope:
        sent[views.SCOPE] = written.scope.value
    return sent
