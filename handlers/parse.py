"""What a member typed, read once into a frozen request, or BadInput."""

import re
from collections.abc import Callable
from difflib import get_close_matches

from handlers.messages import unescaped
from handlers.number_list import telephone
from handlers.requests import (
    STATE_WORDS,
    Assign,
    Export,
    ExportNumbers,
    Help,
    ListNumbers,
    ListOrders,
    Log,
    NewOrder,
    Quota,
    Release,
    ReleaseNumber,
    Report,
    Request,
    Reserve,
    Restore,
    Search,
    Settings,
    Show,
    ShowNumber,
    ShowOrder,
    ShowServices,
    Status,
    Unassign,
    as_typed,
    wanted,
)
from handlers.words import CHOICES, BadInput, Words, bare, letters
from store.inventory import Filter
from store.places import Places
from store.port_types import State
from store.types import E164, Place, ServiceKind

_NUMBER = re.compile(r"[+(]?[0-9][0-9 ().\u00a0/-]{4,30}")


def command(text: str, places: Places, country: str = "US") -> Request:
    """Read what follows the slash command. `country` is where numbers are that do not say their country's code."""
    if e164 := _only_a_number(text, country):
        return ShowNumber(e164=e164)
    words = Words(text, _READERS, country)
    request = _READERS[words.verb](words, places)
    words.expect_no_more()
    return request


def _only_a_number(text: str, country: str) -> E164 | None:
    """The number, where nothing but a number was typed, in whatever way."""
    typed = unescaped(bare(text)).strip().strip('"')
    return telephone(typed, country) if _NUMBER.fullmatch(typed) else None


def _help(words: Words, _places: Places) -> Help:
    topic = words.take().lower().removeprefix("/")
    if topic and topic not in _READERS:
        near = get_close_matches(topic, _READERS, n=1)
        raise BadInput("bad-topic", " ".join(["help", *near]), said=topic)
    return Help(topic=topic)


def _search(words: Words, places: Places) -> Search:
    kind, quantity, page = words.take_kind(), words.take_quantity(), words.take_page()

    def at(place: Place | None) -> Search:
        return Search(wanted=wanted(place, kind), quantity=quantity, page=page)

    return at(words.take_place(places, at))


def _reserve(words: Words, places: Places) -> Reserve:
    kind, quantity = words.take_kind(), words.take_quantity()

    def at(place: Place) -> Reserve:
        return Reserve(wanted=wanted(place, kind), quantity=quantity or 1)

    place = words.take_place(places, at)
    if place is None:
        raise BadInput("missing-place", f"reserve {quantity or 3} US Washington Seattle")
    if quantity is None:
        raise BadInput("missing-quantity", as_typed(at(place)))
    return at(place)


def _show(words: Words, _places: Places) -> Show:
    return Show(hold=words.take_hold())


def _release(words: Words, _places: Places) -> Release | ReleaseNumber:
    return ReleaseNumber(e164=words.take_number()) if words.says_a_number else Release(hold=words.take_hold())


def _log(words: Words, _places: Places) -> Log:
    since, page, who = words.take_since(), words.take_page(), words.take_member()
    return Log(who=who, since=since, page=page, about=words.take_subject())


def _export(words: Words, places: Places) -> Export | ExportNumbers:
    if words.take_word("log"):
        return Export()
    wanted, service = _filter(words, places)
    return ExportNumbers(wanted=wanted, service=service)


def _quota(_words: Words, _places: Places) -> Quota:
    return Quota()


def _settings(_words: Words, _places: Places) -> Settings:
    return Settings()


def _port(words: Words, _places: Places) -> NewOrder | ListOrders | ShowOrder:
    if order := words.take_order():
        return ShowOrder(order=order)
    page, said = words.take_page(), words.take()
    match said.lower():
        case "new":
            return NewOrder()
        case "" | "list":
            state = words.take().lower()
            return ListOrders(state=_state(state) if state not in ("", "open") else None, page=page)
        case _:
            raise BadInput("bad-port", "port list", "port new", said=said)


def _state(said: str) -> State:
    of_word = {word: state for state, word in STATE_WORDS.items()}
    if said not in of_word:
        near = get_close_matches(said, of_word, n=1) or list(of_word)[:CHOICES]
        raise BadInput("bad-state", *(f"port list {word}" for word in near), said=said)
    return of_word[said]


_SERVICES = {
    "bridge": ServiceKind.BRIDGE,
    "conference": ServiceKind.BRIDGE,
    "attendant": ServiceKind.ATTENDANT,
    "autoattendant": ServiceKind.ATTENDANT,
    "queue": ServiceKind.QUEUE,
    "callqueue": ServiceKind.QUEUE,
}


def _assign(words: Words, _places: Places) -> Assign:
    said, service = " ".join(words.take_until("to")), words.take_rest()
    number = telephone(said, words.country) if said else None
    if said and number is None:
        raise BadInput("bad-number", "assign", said=said)
    if not service:
        return Assign(e164=number)
    joined = len(service) > 1 and letters(service[0]) in ("auto", "call")
    kind, *name = ["".join(service[:2]), *service[2:]] if joined else service
    if letters(kind) not in _SERVICES:
        raise BadInput("bad-service", f"assign {said}", said=kind)
    as_default = len(name) > 1 and name[-1].lower() == "default"
    called = " ".join(name[:-1] if as_default else name)
    return Assign(e164=number, kind=_SERVICES[letters(kind)], name=called, as_default=as_default)


def _unassign(words: Words, _places: Places) -> Unassign:
    return Unassign(e164=words.take_number())


def _services(words: Words, _places: Places) -> ShowServices:
    return ShowServices(page=words.take_page())


def _list(words: Words, places: Places) -> ListNumbers:
    page = words.take_page()
    wanted, service = _filter(words, places)
    return ListNumbers(wanted=wanted, service=service, page=page)


def _filter(words: Words, places: Places) -> tuple[Filter, str]:
    uses, service, containing = words.take_uses(), words.take_named("service"), words.take_named("contains")
    digits = "".join(filter(str.isdigit, containing))
    kind = words.take_kind_if_said()

    def at(place: Place | None) -> ListNumbers | ExportNumbers:
        wanted = Filter(place=place, kind=kind, uses=tuple(uses), containing=digits)
        asked = ExportNumbers if words.verb == "export" else ListNumbers
        return asked(wanted=wanted, service=service)

    return at(words.take_place(places, at)).wanted, service


def _report(_words: Words, _places: Places) -> Report:
    return Report()


def _restore(words: Words, _places: Places) -> Restore:
    return Restore(e164=words.take_number())


def _status(words: Words, _places: Places) -> Status:
    return Status(e164=words.take_number())


_READERS: dict[str, Callable[[Words, Places], Request]] = {
    "help": _help,
    "search": _search,
    "reserve": _reserve,
    "show": _show,
    "release": _release,
    "quota": _quota,
    "log": _log,
    "export": _export,
    "settings": _settings,
    "port": _port,
    "status": _status,
    "assign": _assign,
    "unassign": _unassign,
    "services": _services,
    "list": _list,
    "restore": _restore,
    "report": _report,
}
