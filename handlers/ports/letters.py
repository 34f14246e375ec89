"""Letters of authorisation: made from the order, signed outside, handed in again, fetched by who has the right."""

from dataclasses import dataclass

from handlers.kit import answers, roles
from handlers.kit.entries import NOTHING
from handlers.kit.member import Click
from handlers.kit.messages import plain, say
from handlers.kit.reply import DONE, Reply, opens, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.kit.words import BadField
from handlers.ports import lookup, move, open_points, owing, permissions
from handlers.ports.entries import PortAction
from handlers.ports.views import fonts
from handlers.ports.views import letter as views
from handlers.ports.views.answers import lacks
from store import ports, workspaces
from store.ports.types import Field, FileUse, OrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A letter that is handed in: the file's id, "" where it is there already, and who signed it.

    `shown`: by `views.letter.shown`, what the modal showed; "" where it did not say.
    """

    order: OrderId
    file: str
    signer: str
    shown: str = ""


def make(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Owe a member the letter, to be signed."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        order = lookup.find(tx.db, tx.workspace.id, of, lock=True)
        if refusal := permissions.edit(tx.workspace, click, order):
            return refusal
        if lacking := open_points.before_the_letter(order):
            return lacks(locale, order, lacking, "port-no-letter-yet")
        if strange := fonts.undrawable("".join(order.says(name) for name in Field)):
            return says(say(locale, "port-letter-cannot-show", order=order.name, signs=fonts.told(strange)))
        entry = tx.record(PortAction.LETTER_MADE, order.name, before={}, after={"numbers": len(order.numbers)})
        tx.owe(owing.letter(order, tx.member.user, entry))
        move.changed(tx, order, entry)
        return says(say(locale, "port-letter-on-its-way", order=order.name, who=plain(order.says(Field.AUTHORISED))))

    return transact(tools, click, work)


def ask(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Open the modal in which the signed letter is handed in."""
    with tools.reading() as db:
        workspace, order = workspaces.find(db, click.member.workspace), lookup.find(db, click.member.workspace, of)
    return permissions.edit(workspace, click, order) or opens(views.signed(click.member.locale, order))


def hand_in(tools: Tools, click: Click, signed: Signed) -> Reply:
    """Keep who signed, and owe the file that is to be fetched. Raises BadField.

    That is where somebody else had to sign, or where another letter came, or another signer was said, meanwhile.
    """
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        order = lookup.find(tx.db, tx.workspace.id, signed.order, lock=True)
        if refusal := permissions.edit(tx.workspace, click, order):
            return refusal
        if order.letter and signed.shown not in ("", views.shown(order)):
            there = order.letter
            raise BadField(views.SIGNER, "port-letter-meanwhile", file=there.name, signer=there.signer or NOTHING)
        if not open_points.is_same_name(signed.signer, order.says(Field.AUTHORISED)):
            raise BadField(views.SIGNER, "port-other-signer", authorised=order.says(Field.AUTHORISED))
        if signed.file:
            tx.changed = True
            tx.owe(owing.fetch(order, tx.member.user, signed.file, FileUse.LETTER, signed.signer))
            return says(say(locale, "port-letter-fetched", order=order.name))
        if order.letter is None:
            raise BadField(views.FILE, "port-no-file")
        order = ports.say_signer(tx.db, order, order.letter, signed.signer)
        entry = tx.record(PortAction.LETTER_SIGNER, order.name, before={}, after={"signer": signed.signer})
        move.changed(tx, order, entry)
        return DONE

    return transact(tools, click, work)


def fetch(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Owe the signed letter to a member who has the right to it."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        order = lookup.find(tx.db, tx.workspace.id, of, lock=True)
        if refusal := roles.letters(tx.workspace, tx.member):
            return answers.may_not(locale, refusal, tx.workspace)
        if order.letter is None:
            return says(say(locale, "port-no-letter-there", order=order.name))
        entry = tx.record(PortAction.LETTER_FETCHED, order.name, before={}, after={"sha256": order.letter.sha256})
        tx.owe(owing.signed(order, tx.member.user, entry))
        return says(say(locale, "port-signed-on-its-way", order=order.name))

    return transact(tools, click, work)
