"""What a member typed, read once into a frozen request, or BadInput."""

import re
from collections.abc import Callable
from difflib import get_close_matches

from handlers.inventory import service_name
from handlers.kit.messages import unescaped
from handlers.kit.requests import (
    MANY,
    STATE_WORDS,
    Assign,
    Export,
    ExportNumbers,
    Help,
    ListNumbers,
    ListOrders,
    Log,
    Many,
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
    ShowBatch,
    ShowNumber,
    ShowOrder,
    ShowServices,
    Status,
    Unassign,
    as_typed,
    wanted,
)
from handlers.kit.telephone import names_several, telephone
from handlers.kit.words import CHOICES, BadInput, Words, bare
from store.batches.types import Form, Verb
from store.inventory.types import Filter
from store.places import Places
from store.ports.types import State
from store.types import E164, Place

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


def _show(words: Words, _places: Places) -> Show | ShowBatch:
    batch = words.take_batch()
    return ShowBatch(batch=batch) if batch else Show(hold=words.take_hold())


def _release(words: Words, _places: Places) -> Release | ReleaseNumber | Many:
    if many := _many(words, Verb.RELEASE):
        return many
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


def _assign(words: Words, _places: Places) -> Assign | Many:
    if words.take_word(MANY):
        return Many(verb=Verb.ASSIGN)
    several = names_several(service_name.apart(words.typed)[0], words.country)
    said, told = " ".join(words.take_until("to")), words.take_rest()
    if several:
        return Many(verb=Verb.ASSIGN, form=Form(typed=words.typed))
    service = service_name.read(told, f"assign {said}") if told else None
    number = telephone(said, words.country) if said else None
    if said and number is None:
        raise BadInput("bad-number", "assign", said=said)
    if service is None:
        return Assign(e164=number)
    return Assign(e164=number, kind=service.kind, name=service.name, as_default=service.as_default)


def _unassign(words: Words, _places: Places) -> Unassign | Many:
    return _many(words, Verb.UNASSIGN) or Unassign(e164=words.take_number())


def _many(words: Words, verb: Verb) -> Many | None:
    """Several numbers, where several are named or asked for."""
    if words.take_word(MANY):
        return Many(verb=verb)
    said = words.take_list()
    return Many(verb=verb, form=Form(typed=said)) if said else None


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
