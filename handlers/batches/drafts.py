"""Write a batch: a list or a file, and what it would come to, before anything is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers.batches import cool_down, lines, lookup, owing
from handlers.batches.forecast import forecast
from handlers.batches.lines import TooMany
from handlers.batches.requests import MANY, Many
from handlers.batches.views import modals
from handlers.batches.views.modals import LIST, LIST_LENGTH, Preview
from handlers.batches.views.parts import unread
from handlers.carriers import costs
from handlers.kit import answers, roles
from handlers.kit.batchable import BatchVerb
from handlers.kit.blocks import cut
from handlers.kit.carriers import Price
from handlers.kit.member import Click
from handlers.kit.messages import plain, say
from handlers.kit.number_reading import Unread
from handlers.kit.read_as import ReadAs, of_list
from handlers.kit.reply import Reply, is_heavy, opens, says, wrong
from handlers.kit.telephone import choices
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, Rollback, transact_as_manager
from handlers.kit.words import BadField, BadInput
from store import batches, outbox, workspaces
from store.batches.types import DONE, Batch, BatchId, Form, Line, Stage, Verb
from store.carriers import lines as at_carriers
from store.session import Db
from store.types import ChannelId
from store.workspaces.types import Workspace

KEPT_FOR = timedelta(days=1)  # a draft that nobody goes on with

_TOLD = 5  # lines that say no number, at the field
_ONCE_ANSWERED = timedelta(seconds=1)  # or the answer would take the place of what is to take its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The modal as it was sent: of a new batch or of a draft. `file` is the id of a file that was given.

    `keeps` says whether lines stay that came from a file before.
    """

    verb: Verb
    form: Form
    file: str = ""
    batch: BatchId | None = None
    keeps: bool = True


def ask(tools: Tools, click: Click, many: Many) -> Reply:
    """Open the modal for a list; what is listed already is looked at in its place. Raises BadInput."""
    if len(many.form.typed) > LIST_LENGTH:
        raise BadInput("port-too-long", most=LIST_LENGTH)  # the modal could not show it again
    if many.form.typed:
        try:
            looked = look(tools, click, Written(verb=many.verb, form=many.form))
        except BadField as bad:
            raise BadInput(bad.key, f"{many.verb} {MANY}", **bad.values) from None
        # No modal is open yet that could have it at its field.
        return says(plain(" ".join(looked.errors.values()))) if looked.errors else looked
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
    if refusal := roles.manage(workspace, click.member):
        return answers.may_not(click.member.locale, refusal, workspace)
    return opens(modals.form(click.member.locale, tools.features.verbs[many.verb], many.form))


def look(tools: Tools, click: Click, written: Written) -> Reply:
    """Keep a draft, and show what it would come to; or that its file is being read. Raises BadField."""
    locale, verb = click.member.locale, tools.features.verbs[written.verb]
    with tools.reading() as db:
        country = workspaces.find(db, click.member.workspace).country
    try:
        read = lines.read(verb, written.form.typed, country)  # while nobody waits for a lock
    except TooMany:
        raise BadField(LIST, "batch-too-many", most=lines.MOST) from None

    def work(tx: MemberTransaction) -> Reply:
        before = draft(tx.db, click, written.batch, lock=True) if written.batch else None
        stays = from_file(tx.db, before) if before and written.keeps and not written.file else []
        try:
            listed = lines.together(read, stays)
        except TooMany:
            raise BadField(LIST, "batch-too-many", most=lines.MOST) from None
        if not any(line.e164 for line in listed) and not written.file:
            why = [unread(locale, line, cut, country) for line in listed[:_TOLD]]
            raise Rollback(wrong(LIST, " ".join([say(locale, "batch-no-numbers"), " · ".join(why)]).strip()))
        batch = _keep(tx, written, before, listed)
        tx.changed = True
        if written.file:
            tx.owe(owing.fetch(batch, written.file, click.view))
            return opens(modals.reading(locale, verb, batch))
        return preview(tx, batch)

    return transact_as_manager(tools, click, work)


def preview(tx: MemberTransaction, batch: Batch) -> Reply:
    """What a draft would come to: at once, or a little later in the same modal where that is too much for an answer."""
    locale, view, verb = tx.member.locale, tx.click.view, tx.tools.features.verbs[batch.verb]
    shown = opens(modals.preview(locale, verb, foreseen(tx.db, tx.workspace, verb, batch, tx.now)))
    if not view or not is_heavy(shown):
        return shown
    outbox.owe(tx.db, [owing.preview(batch, view)], tx.real_now + _ONCE_ANSWERED)
    return opens(modals.reading(locale, verb, batch))


def see(tools: Tools, click: Click, of: BatchId) -> Reply:
    """Show what a draft would come to; while its file is read, that; where it has no lines, its list."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        batch = draft(tx.db, click, of, lock=True)
        verb = tools.features.verbs[batch.verb]
        if batch.awaits_file:
            return opens(modals.reading(locale, verb, batch))
        if not batch.size:
            return opens(modals.form(locale, verb, batch.form, batch.id))
        shown = batches.changed(tx.db, batch)  # what was owed to the modal that waited is shown by this
        return opens(modals.preview(locale, verb, foreseen(tx.db, tx.workspace, verb, shown, tx.now)))

    return transact_as_manager(tools, click, work)


def back(tools: Tools, click: Click, of: BatchId) -> Reply:
    """Show the list of a draft again, as it was written."""
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.manage(workspace, click.member):
            return answers.may_not(click.member.locale, refusal, workspace)
        batch = draft(db, click, of)
        kept = len(from_file(db, batch))
    verb = tools.features.verbs[batch.verb]
    return opens(modals.form(click.member.locale, verb, batch.form, batch.id, kept=kept))


def draft(db: Db, click: Click, of: BatchId, *, lock: bool = False) -> Batch:
    """A draft of the member's own. Raises BadInput where it is none, or not any more."""
    batch = lookup.find(db, click.member.workspace, of, lock=lock)
    if batch.asked_by != click.member.user or batch.stage is not Stage.DRAFT:
        raise BadInput("stale-button")
    return batch


def foreseen(db: Db, workspace: Workspace, verb: BatchVerb, batch: Batch, now: datetime) -> Preview:
    """What a draft would come to now."""
    waiting = batches.waiting(db, batch)
    refused = [line for line in batches.lines(db, batch) if line.outcome]
    decided = forecast(db, workspace, verb, batch, [*waiting, *refused], now)
    country, parts = workspace.country, verb.parts(batch.form.typed)
    until = cool_down.ends(workspace, now)
    return Preview(
        batch=batch,
        read_as=[
            *(each for part, _ in parts for each in of_list(part, country)),
            *(ReadAs(said=line.said, choices=choices(line.said, country)) for line in decided if _is_of_two(line)),
        ],
        lines=decided,
        until=until,
        needed=verb.needed(db, workspace, decided, now),
        paid=_paid(db, workspace, decided) if verb.rests and until else (),
    )


def _paid(db: Db, workspace: Workspace, decided: Sequence[Line]) -> list[Price | None]:
    """What each number costs a month that a carrier gave and that is to rest."""
    let_go = [line.e164 for line in decided if line.outcome == DONE and line.e164]
    known = map(costs, at_carriers.owned(db, workspace.id, let_go))
    return [replace(each, upfront=None) if each else None for each in known]


def _is_of_two(line: Line) -> bool:
    """Whether a line of a file can be more than one number. What was pasted is looked at as it stands there."""
    return line.from_file and line.outcome == Unread.AMBIGUOUS


def new(tx: MemberTransaction, verb: Verb, form: Form, listed: list[Line], *, awaits_file: bool = False) -> Batch:
    """Write down a new draft of the member's."""
    batch = Batch(
        workspace=tx.workspace.id,
        id=batches.next_id(tx.db, tx.workspace.id),
        verb=verb,
        asked_by=tx.member.user,
        channel=tx.click.channel or ChannelId(tx.member.user),
        since=tx.now,
        form=form,
        awaits_file=awaits_file,
    )
    in_turn = tx.tools.features.verbs[verb].in_turn(tx.db, tx.workspace, listed, tx.now)
    return batches.write(tx.db, batch, in_turn, tx.now + KEPT_FOR)


def _keep(tx: MemberTransaction, written: Written, before: Batch | None, listed: list[Line]) -> Batch:
    if before is None:
        return new(tx, written.verb, written.form, listed, awaits_file=bool(written.file))
    in_turn = tx.tools.features.verbs[before.verb].in_turn(tx.db, tx.workspace, listed, tx.now)
    stays = before.read_as if written.keeps and not written.file else None
    anew = replace(before, form=written.form, awaits_file=bool(written.file), read_as=stays)
    return batches.rewrite(tx.db, anew, in_turn, tx.now + KEPT_FOR)


def from_file(db: Db, batch: Batch) -> list[Line]:
    """The lines of a draft that came from a file."""
    return [line for line in batches.lines(db, batch) if line.from_file]
