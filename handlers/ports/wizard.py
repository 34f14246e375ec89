"""Write a port order, step by step: nothing is typed twice, and who goes on need not be who began."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain

from handlers.kit import posting, times
from handlers.kit.blocks import pretty
from handlers.kit.fields import Carried, Fields
from handlers.kit.member import Click, Member
from handlers.kit.messages import say
from handlers.kit.one_number import seen
from handlers.kit.read_as import of_list
from handlers.kit.reply import DONE, Reply, opens, says, wrong
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, Rollback, transact
from handlers.kit.words import COMMAND, BadField
from handlers.ports import (
    dates,
    drafts,
    eligibility,
    lookup,
    meanwhile,
    open_points,
    owing,
    permissions,
    port_list,
    secrets,
    step_payloads,
)
from handlers.ports.entries import PortAction
from handlers.ports.open_points import Point
from handlers.ports.port_list import MOST_LISTED, NOTHING_LISTED, Listed, TooMany
from handlers.ports.step_payloads import Written
from handlers.ports.views import fonts, step_view
from handlers.ports.views import steps as views
from handlers.ports.views.parts import day, left_out
from handlers.ports.views.step_view import Step, StepView
from handlers.ports.views.update import zone_of
from store import ports, workspaces
from store.ports.secrets import hide
from store.ports.types import Field, FileUse, OrderId, PortOrder, Reason
from store.session import Db
from store.types import E164, ChannelId
from store.workspaces.types import Workspace

_NAMED = 10  # refusals at a field

# Where what a carrier did not like is written.
_TO_FIX = {
    Reason.ACCOUNT_NUMBER: Step.ACCOUNT,
    Reason.BTN: Step.ACCOUNT,
    Reason.PIN: Step.ACCOUNT,
    Reason.WRONG_PORT_TYPE: Step.ACCOUNT,
    Reason.COMPANY_NAME: Step.ADDRESS,
    Reason.SERVICE_ADDRESS: Step.ADDRESS,
    Reason.AUTHORISED_PERSON: Step.SIGNER,
    Reason.FOC_REFUSED: Step.DATE,
}
_HERE = {  # at the BTN, where it is just written
    Point.BTN_IS_MISSING: "port-point-btn-is-missing-here",
    Point.BTN_IS_THERE: "port-point-btn-is-there-here",
}
_SHOW_SECRETS = (Step.ACCOUNT, Step.REVIEW)
_STEP_OF = {field: step for step, fields in views.FIELDS.items() for field in fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """An order as it was, None for a new one, and as it is to be; and what its list came to.

    `insisted` are the numbers that an admin insists on though the numbering plan does not know them.
    """

    before: PortOrder | None
    order: PortOrder
    listed: Listed
    insisted: Sequence[E164] = ()


def new(tools: Tools, click: Click) -> Reply:
    """Open the first step of an order that is not kept yet."""
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
    if refused := permissions.port(workspace, click):
        return refused
    if posting.card_channel(tools, click) is None:
        return says(say(click.member.locale, "port-cannot-post", command=COMMAND))
    return opens(views.steps(click.member.locale, StepView(step=Step.NUMBERS, order=None)))


def go_on(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Open a draft where something is missing, or a refused order where the carrier did not like it."""
    with tools.reading() as db:
        workspace, order = workspaces.find(db, click.member.workspace), lookup.find(db, click.member.workspace, of)
        if refusal := permissions.edit(workspace, click, order):
            return refusal
        data = _sight(db, workspace, order, _first_step(order), NOTHING_LISTED, tools.now())
    return _opens(tools, workspace, click.member, data)


def send_step(tools: Tools, click: Click, value: Carried, fields: Fields) -> Reply:
    """A step was sent: read it as the workspace's country has it, and keep it. Raises BadField, BadInput."""
    with tools.reading() as db:
        country = workspaces.find(db, click.member.workspace).country
    written = step_payloads.written(value, fields, country)
    if strange := {name: signs for name, said in written.fields.items() if (signs := fonts.undrawable(said))}:
        words = {
            name: say(click.member.locale, "port-cannot-show", signs=fonts.told(signs))
            for name, signs in strange.items()
        }
        return Reply(errors=words)
    try:
        port_list.read(written.typed, country)  # thousands may stand in it, and nobody waits for a lock yet
    except TooMany:
        raise BadField(views.LIST, "port-too-many", most=MOST_LISTED) from None
    return next_step(tools, click, written)


def next_step(tools: Tools, click: Click, written: Written) -> Reply:
    """Keep a step, and show the next; after the last, split what must be split. Raises BadField."""
    channel = None if written.order else posting.card_channel(tools, click)
    if written.order:
        eligibility.find_out(tools, click.member.workspace, written.order)

    def work(tx: MemberTransaction) -> Reply:
        change = _change(tx, written, channel)
        if isinstance(change, Reply):
            return change
        _check(tx, written, change)
        order = _keep(tx, written, change)
        if written.step is Step.REVIEW:
            drafts.split(tx, order)
            return DONE
        read = [*of_list(written.typed, tx.workspace.country), *chain(*map(seen, written.readings.values()))]
        sight = _sight(tx.db, tx.workspace, order, views.next_step(written.step), change.listed, tx.now)
        return _opens(tools, tx.workspace, tx.member, replace(sight, awaits_file=bool(written.file), read_as=read))

    return transact(tools, click, work)


def back(tools: Tools, click: Click, written: Written) -> Reply:
    """Keep a step as it stands, right or wrong, and show the one before."""
    if written.order:
        eligibility.find_out(tools, click.member.workspace, written.order)

    def work(tx: MemberTransaction) -> Reply:
        change = _change(tx, written, None)
        if isinstance(change, Reply):
            return change
        order = _keep(tx, written, change)
        sight = _sight(tx.db, tx.workspace, order, views.step_before(written.step), NOTHING_LISTED, tx.now)
        return _opens(tools, tx.workspace, tx.member, sight)

    return transact(tools, click, work)


def _first_step(order: PortOrder) -> Step:
    if order.reason:
        return _TO_FIX.get(order.reason, Step.NUMBERS)
    if not order.numbers:
        return Step.NUMBERS
    lacking = [_STEP_OF.get(field, Step.DATE) for field in open_points.missing(order)]
    return min(lacking, key=step_view.STEPS.index, default=Step.REVIEW)


def _change(tx: MemberTransaction, written: Written, channel: ChannelId | None) -> _Change | Reply:
    """The order with what was written in a step, and what it was before; or why that cannot be."""
    if written.order is None:
        if refused := permissions.port(tx.workspace, tx.click):
            return refused
        if channel is None:
            return says(say(tx.member.locale, "port-cannot-post", command=COMMAND))
        before = None
        order = drafts.blank(tx, channel)
    else:
        before = lookup.find(tx.db, tx.workspace.id, written.order, lock=True)
        if refused := permissions.edit(tx.workspace, tx.click, before):
            return refused
        seen_by_them = secrets.shown_to(tx.tools.vault, before, tx.member, tx.workspace)
        merged = meanwhile.merge(seen_by_them, written)
        if merged.met:
            data = _sight(tx.db, tx.workspace, seen_by_them, written.step, NOTHING_LISTED, tx.now)
            return replace(opens(views.steps(tx.member.locale, meanwhile.sight(data, merged))), is_secret=True)
        order, written = before, merged.written
    listed, insisted = NOTHING_LISTED, _insisted_in_fields(tx, written, order)
    if written.step is Step.NUMBERS:
        listed = eligibility.may_insist(tx.member, _judged(tx, written.typed, order), order.numbers)
        insisted = eligibility.insisted_on(listed, order.numbers)
        numbers = _numbers(tx, order, written, listed)
        order = eligibility.of_one_kind(replace(order, typed=written.typed, numbers=numbers), tx.workspace.country)
    fields = {name: said for name, said in {**order.fields, **written.fields}.items() if said}
    written_in = replace(order, fields=fields, scope=written.scope or order.scope)
    return _Change(before=before, order=hide(tx.tools.vault, written_in), listed=listed, insisted=insisted)


def _insisted_in_fields(tx: MemberTransaction, written: Written, order: PortOrder) -> list[E164]:
    """The telephone numbers of fields that the numbering plan does not know. Raises BadField unless by an admin."""
    new = {
        name: reading.e164
        for name, reading in written.readings.items()
        if reading.beyond_plan and reading.e164 != order.says(name)
    }
    if new and not tx.member.is_admin:
        name, e164 = next(iter(new.items()))
        raise BadField(name, "number-insist-admins", number=pretty(e164))
    return list(new.values())


def _judged(tx: MemberTransaction, typed: str, order: PortOrder) -> Listed:
    listed = port_list.read(typed, tx.workspace.country)
    return eligibility.judge(tx.db, tx.workspace.id, listed, tx.now, order.id)


def _numbers(tx: MemberTransaction, order: PortOrder, written: Written, listed: Listed) -> tuple[E164, ...]:
    """What is in the list now, and what came from a file: what neither list, now nor before, has."""
    from_file = unlisted(order, tx.workspace) if written.keeps else ()
    return tuple(sorted({each.e164 for each in listed.numbers}.union(from_file)))


def unlisted(order: PortOrder, workspace: Workspace) -> tuple[E164, ...]:
    """The numbers of an order that do not stand in its list, for they came from a file."""
    listed = {each.e164 for each in port_list.read(order.typed, workspace.country).numbers}
    return tuple(e164 for e164 in order.numbers if e164 not in listed)


def _check(tx: MemberTransaction, written: Written, change: _Change) -> None:
    """Raise BadField for what is wrong with a step beside the others."""
    order, locale = change.order, tx.member.locale
    if written.step is Step.NUMBERS and not order.numbers and not written.file:
        reasons = [left_out(locale, each) for each in change.listed.refused[:_NAMED]]
        more = len(change.listed.refused) - len(reasons)
        reasons += [say(locale, "and-more", count=more)] if more else []
        raise Rollback(wrong(views.LIST, f"{say(locale, 'port-no-number')} {' · '.join(reasons)}".strip()))
    if written.step is Step.ACCOUNT:
        broken = open_points.btn_rule(order.scope, order.says(Field.BTN), order.numbers)
        if broken:
            raise BadField(Field.BTN, _HERE[broken])
    if written.step is Step.DATE:
        _check_date(tx, order)


def _check_date(tx: MemberTransaction, order: PortOrder) -> None:
    said = order.says(Field.WANTED_DATE)
    if not said:
        raise BadField(Field.WANTED_DATE, "port-no-date")
    countries = eligibility.countries(order, tx.workspace.country)
    if (of_day := order.says(Field.WANTED_TIME)) and (zone := zone_of(order)) != "UTC":
        times.at_field(said, of_day, zone, Field.WANTED_TIME)
    instead = dates.wrong_date(tx.workspace, countries, date.fromisoformat(said), tx.now.date())
    if instead:
        days = max((dates.lead_days(tx.workspace, country) for country in countries), default=0)
        first = day(tx.member.locale, instead.isoformat())
        raise BadField(Field.WANTED_DATE, "port-wrong-date", days=days, first=first)


def _keep(tx: MemberTransaction, written: Written, change: _Change) -> PortOrder:
    """Write the order down, and owe the file that is to be fetched."""
    before, order = change.before, change.order
    if before is None:
        drafts.write(tx, order, {"numbers": order.numbers})
    elif order != before:
        order = drafts.save(tx, before, order)
    if change.insisted:
        tx.record(PortAction.PORT_INSISTED, order.name, before={}, after={"numbers": change.insisted})
    if written.followers is not None:
        drafts.notify(tx, order, written.followers)
    if written.file:
        tx.changed = True
        tx.owe(owing.fetch(order, tx.member.user, written.file, FileUse.LIST))
    return order


def _opens(tools: Tools, workspace: Workspace, member: Member, data: StepView) -> Reply:
    """A step of an order as the member may see it."""
    if data.step not in _SHOW_SECRETS or data.order is None or data.order.sealed is None:
        return opens(views.steps(member.locale, data))
    order = secrets.shown_to(tools.vault, data.order, member, workspace)
    return replace(opens(views.steps(member.locale, replace(data, order=order))), is_secret=True)


def _sight(db: Db, workspace: Workspace, order: PortOrder, step: Step, listed: Listed, now: datetime) -> StepView:
    """All that a step shows. What was left out of the list is told again before the end."""
    if step is Step.REVIEW:
        listed = eligibility.judge(db, workspace.id, port_list.read(order.typed, workspace.country), now, order.id)
    shows_parts = step in (Step.ACCOUNT, Step.REVIEW)
    parts: Sequence[PortOrder] = eligibility.parts(order, workspace.country) if shows_parts else ()
    return StepView(
        step=step,
        order=order,
        listed=listed,
        followers=ports.followers(db, order),
        parts=parts,
        points=open_points.before_the_letter(parts[0]) if step is Step.REVIEW else (),
        warnings=open_points.warnings(order),
        unlisted=len(unlisted(order, workspace)) if step is Step.NUMBERS else 0,
    )
