"""When the clock has something to do with a port order."""

from datetime import datetime, timedelta

from handlers.ports import business_days
from store.ports.types import PENDING_FOR, Alarm, PortOrder, State
from store.workspaces import columns
from store.workspaces.types import Workspace

SILENT_DAYS = {State(state): days for state, days in columns.SILENT_DAYS.usual.items()}

IDLE_AFTER = timedelta(days=2)

HOUR_BEFORE = timedelta(hours=1)


def alarms(order: PortOrder, workspace: Workspace, now: datetime) -> dict[Alarm, datetime]:
    """What the clock is to do with an order that is in its state now, as long as nothing else happens to it."""
    match order.state:
        case State.DRAFT:
            return {Alarm.IDLE: now + IDLE_AFTER}
        case State.COMPLETED | State.CANCELLED:
            return {}
    return {**_of_the_transfer(order, now), Alarm.SILENT: silent_at(order, workspace, now)}


def _of_the_transfer(order: PortOrder, now: datetime) -> dict[Alarm, datetime]:
    if order.foc is None:
        return {}
    rings = {Alarm.HOUR: order.foc - HOUR_BEFORE, Alarm.CHECKLIST: order.foc}
    ahead = {alarm: at for alarm, at in rings.items() if at > now}
    return ahead if order.state is State.PENDING else {Alarm.PENDING: order.foc - PENDING_FOR, **ahead}


def silent_at(order: PortOrder, workspace: Workspace, now: datetime) -> datetime:
    """When so many business days will have passed without anything new."""
    since = max(now, order.foc) if order.state is State.PENDING and order.foc else now
    return business_days.later(order.country or workspace.country, since, silent_days(workspace, order.state))


def silent_days(workspace: Workspace, state: State) -> int:
    """How many business days in a state go by before a reminder."""
    return workspace.port_silent_days.get(state, SILENT_DAYS[state])
