"""Numbers and services: the modals in which they are put together, and what is told of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    ExternalDataSelectElement,
    InputBlock,
    MarkdownTextObject,
    Option,
    PlainTextInputElement,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from handlers.carriers import costs
from handlers.inventory import service_name
from handlers.inventory.requests import Assign
from handlers.inventory.rules import NAME_LENGTH, Assigned
from handlers.kit.blocks import LABEL, actions, button, context, cut, form, plain_text, pretty, runs, section
from handlers.kit.meanwhile import fingerprint
from handlers.kit.messages import moment, plain, say
from handlers.kit.prices import price
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Reply, says
from handlers.kit.words import COMMAND
from store.carriers.types import Line
from store.folding import folded, kept
from store.inventory.types import Owned
from store.services.types import Service, ServiceKind
from store.types import E164

ASSIGN, NEXT_DEFAULT, RENAME, RELEASE = "assign_number", "next_default", "rename_service", "release_number"
NUMBER, KIND, NAME, DEFAULT = "number", "kind", "name", "default"
FIND_NUMBER, FIND_NAME = "find_own_number", "find_service"
ASK_NAME = "ask_service_name"
PAGE = 8

_NOTHING = "\N{EN DASH}"
_NUMBERS = 12  # of a service that are shown


def assign(locale: str, ask: Assign) -> View:
    """Ask which number goes to which service."""
    kinds = {kind: kind_option(locale, kind) for kind in ServiceKind}
    number = ExternalDataSelectElement(
        action_id=FIND_NUMBER,
        placeholder=plain_text(say(locale, "acquire-find-placeholder")),
        initial_option=option(ask.e164) if ask.e164 else None,
        min_query_length=0,
    )
    name = ExternalDataSelectElement(
        action_id=FIND_NAME,
        placeholder=plain_text(say(locale, "assign-name-placeholder")),
        initial_option=name_option(ask.name) if ask.name else None,
        min_query_length=0,
    )
    tick = Option(text=plain_text(say(locale, "assign-default")), value=DEFAULT)
    return form(
        locale,
        ASSIGN,
        "assign-title",
        "button-assign",
        blocks=[
            InputBlock(block_id=NUMBER, label=say(locale, "assign-number"), element=number),
            InputBlock(
                block_id=KIND,
                label=say(locale, "assign-kind"),
                element=StaticSelectElement(
                    action_id=KIND,
                    options=list(kinds.values()),
                    initial_option=kinds[ask.kind] if ask.kind else None,
                ),
            ),
            InputBlock(
                block_id=NAME, label=say(locale, "assign-name"), hint=say(locale, "assign-name-hint"), element=name
            ),
            InputBlock(
                block_id=DEFAULT,
                label=say(locale, "assign-default-label"),
                hint=say(locale, "assign-default-hint"),
                optional=True,
                element=CheckboxesElement(
                    action_id=DEFAULT, options=[tick], initial_options=[tick] if ask.as_default else None
                ),
            ),
        ],
    )


def next_default(locale: str, owned: Owned, service: Service, others: Sequence[E164]) -> View:
    """Ask which number is the default of a bridge from now on."""
    options = [option(e164) for e164 in others[:100]]
    return form(
        locale,
        NEXT_DEFAULT,
        "next-default-title",
        "button-unassign",
        carried={"number": owned.e164},
        blocks=[
            section(say(locale, "next-default-intro", number=shown(owned.e164), service=named(service))),
            InputBlock(
                block_id=NUMBER,
                label=say(locale, "next-default"),
                element=StaticSelectElement(action_id=NUMBER, options=options, initial_option=options[0]),
            ),
        ],
    )


def rename(locale: str, service: Service) -> View:
    """Ask how a service is called from now on."""
    element = PlainTextInputElement(action_id=NAME, initial_value=service.name, max_length=NAME_LENGTH)
    return form(
        locale,
        RENAME,
        "rename-title",
        "button-save",
        carried={"service": service.id, "shown": fingerprint(service.name)},
        blocks=[InputBlock(block_id=NAME, label=say(locale, "rename-name"), element=element)],
    )


def option(e164: E164) -> Option:
    """A number as a choice; its value is the number in E.164."""
    return Option(text=plain_text(pretty(e164)), value=e164)


def kind_name(locale: str, kind: ServiceKind) -> str:
    """A kind of service in words."""
    return say(locale, service_name.LABELS[kind])


def kind_option(locale: str, kind: ServiceKind) -> Option:
    """A kind of service, to be chosen."""
    return Option(text=plain_text(kind_name(locale, kind)), value=kind.value)


def name_option(name: str) -> Option:
    """The name of a service as a choice, cut where Slack would not show all of it."""
    return Option(text=plain_text(cut(name, LABEL)), value=name)


def names(locale: str, said: str, known: Sequence[Service]) -> list[Option]:
    """The names that are known, once each, and what was typed as a new one."""
    found = list(dict.fromkeys(service.name for service in known))
    typed = kept(said)[:NAME_LENGTH]
    is_new = typed and folded(typed) not in set(map(folded, found))
    new = [Option(text=plain_text(cut(say(locale, "assign-new-name", name=typed), LABEL)), value=typed)]
    return [*(new if is_new else []), *map(name_option, found)]


def assigned(locale: str, owned: Owned, service: Service, *, is_default: bool, others: bool) -> str:
    """Tell what was assigned, and what must be known of it."""
    said = [say(locale, "assigned", number=shown(owned.e164), service=_what(locale, service))]
    if is_default:
        said.append(say(locale, "assigned-default-changed" if others else "assigned-default-first"))
    if service.kind is not ServiceKind.BRIDGE:
        said.append(say(locale, "assigned-resource-account"))
    return " ".join(said)


def unassigned(locale: str, owned: Owned, service: Service) -> str:
    """Tell what was taken away, and who must be told outside."""
    said = [say(locale, "unassigned", number=shown(owned.e164), service=_what(locale, service))]
    if service.kind is ServiceKind.BRIDGE:
        said.append(say(locale, "unassigned-invitations"))
    return " ".join(said)


def default_changed(locale: str, owned: Owned, service: Service) -> str:
    """Say that a number is now a bridge's default one."""
    return say(locale, "default-changed", number=shown(owned.e164), service=named(service))


def refused(locale: str, refusal: Refusal, e164: E164, owned: Owned | None) -> Reply:
    """Say why something cannot be done with a number."""
    service = _what(locale, owned.service) if owned and owned.service else _NOTHING
    said = say(locale, refusal.value, number=shown(e164), service=service, command=COMMAND)
    return Reply(text=said, refusal=refusal.value)


def services(
    locale: str, page: int, total: int, shown_: Sequence[tuple[Service, Sequence[Assigned]]], nonce: str
) -> Reply:
    """A page of services with their numbers, each with a button that renames it."""
    if not shown_ and total:
        return says(say(locale, "list-past-the-end", page=page))
    if not shown_:
        return says(say(locale, "services-none", command=COMMAND))
    first = (page - 1) * PAGE + 1
    blocks: list[Block] = []
    for at, (service, there) in enumerate(shown_):
        carried = {"service": service.id, "nonce": f"{nonce}.{at}"}
        rename_it = button(say(locale, "button-rename"), f"{ASK_NAME}:{at}", carried)
        blocks.append(SectionBlock(text=MarkdownTextObject(text=_listed(locale, service, there)), accessory=rename_it))
    last = first + len(shown_) - 1
    blocks.append(context(say(locale, "search-shown", first=first, last=last, total=total)))
    if last < total:
        blocks.append(actions(runs(say(locale, "button-next-page"), f"services page:{page + 1}", nonce, turn=True)))
    text = "\n".join(_listed(locale, service, there) for service, there in shown_)
    return says(text.replace("*", "")[:3_000], *blocks)


def _listed(locale: str, service: Service, there: Sequence[Assigned]) -> str:
    numbers = [f"{shown(e164)}{' ★' if is_default else ''}" for e164, _, is_default in there[:_NUMBERS]]
    more = [say(locale, "and-more", count=len(there) - _NUMBERS)] if len(there) > _NUMBERS else []
    return f"{_what(locale, service)}\n{', '.join([*numbers, *more]) or say(locale, 'service-empty')}"


def shown(e164: E164) -> str:
    """A number in type of even width."""
    return f"`{pretty(e164)}`"


def named(service: Service) -> str:
    """The name of a service, which somebody typed."""
    return f"*{plain(service.name)}*"


def _what(locale: str, service: Service) -> str:
    return f"{kind_name(locale, service.kind)} {named(service)}"


def _monthly(locale: str, at_carrier: Line) -> str:
    known = costs(at_carrier)
    return price(locale, replace(known, upfront=None) if known else None)


def release(locale: str, e164: E164, until: datetime | None, needed: int, at_carrier: Line | None = None) -> View:
    """Say what it means to release a number, and ask whether that is meant; no `until`: it does not rest.

    One that a carrier gave is paid for as long as it rests, and given up there then.
    """
    if at_carrier:
        paid = {"carrier": plain(at_carrier.title), "costs": _monthly(locale, at_carrier)}
        key = "release-number-gives-up" if until else "release-number-gives-up-at-once"
        said = [say(locale, key, number=shown(e164), time=moment(until) if until else "", **paid)]
    elif until:
        said = [say(locale, "release-number-rests", number=shown(e164), time=moment(until))]
    else:
        said = [say(locale, "release-number-at-once", number=shown(e164))]
    said += [say(locale, "batch-needs", needed=needed)] if needed else []
    return form(
        locale,
        RELEASE,
        "release-number-title",
        "menu-release",
        carried={"number": e164},
        blocks=[section("\n".join(said))],
    )
