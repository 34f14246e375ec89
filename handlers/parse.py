"""What a member typed, read once into a frozen request, or BadInput."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from difflib import get_close_matches

import phonenumbers

from handlers.messages import unescaped
from handlers.requests import (
    AGO,
    STATE_WORDS,
    Export,
    Help,
    ListOrders,
    Log,
    NewOrder,
    Quota,
    Release,
    Request,
    Reserve,
    Search,
    Settings,
    Show,
    ShowOrder,
    Status,
    as_typed,
    quoted,
    wanted,
)
from store.places import AmbiguousPlace, Places, UnknownPlace
from store.port_types import OrderId, State
from store.types import E164, HoldId, Kind, Place, UserId

MOST = 1_500  # the largest quota there is
_LIKE = 0.7  # how much a name must look like what was typed; 1 is the same
_CHOICES = 5  # more buttons than that are no help

_TOKEN = re.compile(r'"([^"]*)"?|((?:[^\s,"]|(?<=\d),(?=\d{3}\b))+)')
_OPTION = re.compile(r"\b(type|qty|page|since):\s+", re.IGNORECASE)
_MENTION = re.compile(r"<@(\w+)(\|[^>]*)?>")  # as Slack sends a member who was named
_TELEPHONE = re.compile(r"<tel:(?:[^|>]*\|)?([^>]*)>")
_HOLD = re.compile(r"([hH]-?)?0*([1-9][0-9]{0,8})")
_ORDER = re.compile(r"[pP][oO]-?0*([1-9][0-9]{0,8})")
_TOLL_FREE = re.compile(r"\btoll\s+free\b", re.IGNORECASE)
_KINDS = {"toll": Kind.TOLL, "tollfree": Kind.TOLL_FREE}


class BadInput(Exception):
    """The member wrote something we cannot read.

    `key` names the message that says what; `corrected` are commands, without the slash command, that would do.
    """

    def __init__(self, key: str, /, *corrected: str, **values: str | int) -> None:
        super().__init__(key)
        self.key, self.corrected, self.values = key, corrected, values


class BadField(Exception):
    """What stands in a modal's field cannot be used: the block's id, and the message that says why."""

    def __init__(self, field: str, key: str, /, **values: str | int) -> None:
        super().__init__(key)
        self.field, self.key, self.values = field, key, values


def command(text: str, places: Places) -> Request:
    """Read what follows the slash command."""
    words = Words(text)
    request = _READERS[words.verb](words, places)
    words.expect_no_more()
    return request


class Words:
    """The words of a command, taken away one after the other until none may be left."""

    def __init__(self, text: str) -> None:
        # Slack marks members it knows, escapes &, < and >; phones type curly quotes.
        unmarked = _TELEPHONE.sub(r"\1", _MENTION.sub(r"@\1", text))
        typed = unescaped(unmarked).translate(str.maketrans("“”„«»", '"""""'))
        joined = _TOLL_FREE.sub("toll-free", _OPTION.sub(r"\1:", typed))
        tokens = [one or other for one, other in _TOKEN.findall(joined)]
        said, *self._all = [token.strip() for token in tokens if token.strip()] or ["help"]
        self._left = list(self._all)
        self.verb = said.lower()
        if self.verb not in _READERS:
            near = get_close_matches(self.verb, _READERS, n=1)
            raise BadInput("bad-verb", " ".join([near[0], *map(quoted, self._all)]) if near else "help", said=said)

    def take(self) -> str:
        """Take the next word; "" where there is none."""
        return self._left.pop(0) if self._left else ""

    def take_kind(self) -> Kind:
        """Take `type:…`, or the kind as a word of its own; toll where nothing is said."""
        word = self._take_option("type") or self._take_matching(lambda word: _letters(word) in _KINDS)
        said = word.partition(":")[2] or word
        if said and _letters(said) not in _KINDS:
            raise BadInput(
                "bad-kind", *(self.instead(word, f"type:{kind}") for kind in ("toll", "toll-free")), said=said
            )
        return _KINDS[_letters(said)] if said else Kind.TOLL

    def take_quantity(self) -> int | None:
        """Take `qty:N`, or the first word that is a number."""
        word = self._take_option("qty") or self._take_matching(lambda word: word.lstrip("+-")[:1].isdigit())
        return self._count(word, "bad-quantity", most=MOST) if word else None

    def take_page(self) -> int:
        """Take `page:N`; the first where nothing is said."""
        word = self._take_option("page")
        return self._count(word, "bad-page", most=100_000) if word else 1

    def take_place(self, places: Places, request: Callable[[Place], Search | Reserve]) -> Place | None:
        """Take all words that are left as a place. `request` is what is asked for once the place is known."""
        said, self._left = self._left, []
        try:
            return places.resolve(said)
        except AmbiguousPlace as which:
            readings = [as_typed(request(place)) for place in which.choices[:_CHOICES]]
            raise BadInput("which-place", *readings, said=" ".join(said)) from None
        except UnknownPlace as unknown:
            near = [as_typed(request(place)) for place in _meant(places, " ".join(said), unknown)]
            corrected = list(dict.fromkeys(near))[:_CHOICES] or ["search US Washington Seattle"]
            raise BadInput("bad-place", *corrected, said=unknown.word) from None

    def take_hold(self) -> HoldId:
        """Take a hold's name such as H-12."""
        said = self.take()
        name = _HOLD.fullmatch(said)
        if not name:
            # Only help: a button with some hold's name on it could release that hold.
            raise BadInput("bad-hold" if said else "missing-hold", f"help {self.verb}", said=said)
        return HoldId(int(name[2]))

    def take_member(self) -> UserId | None:
        """Take a member who is named; Slack sends the id of one that it knows."""
        word = self._take_matching(lambda word: word.startswith("@"))
        if word and not re.fullmatch(r"@[UW][A-Z0-9]{2,20}", word):
            raise BadInput("bad-member", "log", said=word)
        return UserId(word[1:]) if word else None

    def take_since(self) -> date | timedelta | None:
        """Take `since:7d` (or h, w), or since a day such as `since:2026-11-01`."""
        word = self._take_option("since")
        said = word.partition(":")[2].lower()
        if not word:
            return None
        if ago := re.fullmatch(r"([1-9][0-9]{0,3})([hdw])", said):
            return int(ago[1]) * AGO[ago[2]]
        try:
            return date.fromisoformat(said)
        except ValueError:
            raise BadInput("bad-since", self.instead(word, "since:7d"), said=said) from None

    def take_order(self) -> OrderId | None:
        """Take the name of a port order such as PO-7."""
        name = _ORDER.fullmatch(self._take_matching(lambda word: _ORDER.fullmatch(word) is not None))
        return OrderId(int(name[1])) if name else None

    def take_number(self) -> E164:
        """Take all words that are left as a number, however that is grouped."""
        said, self._left = " ".join(self._left), []
        number = _number(said)
        if number is None:
            raise BadInput("bad-number" if said else "missing-number", f"help {self.verb}", said=said)
        return number

    def take_subject(self) -> str:
        """Take all words that are left as the name of a hold or a port order, or as a number; "" where none is."""
        if len(self._left) == 1 and _HOLD.fullmatch(self._left[0]):
            return f"H-{self.take_hold()}"
        if order := self.take_order():
            return f"PO-{order}"
        said, self._left = " ".join(self._left), []
        number = _number(said) if said else ""
        if number is None:
            raise BadInput("bad-subject", "log", "log since:7d", said=said)
        return number

    def expect_no_more(self) -> None:
        """Refuse words that nobody took: the last ones, for a place takes all there are."""
        if self._left:
            kept = self._all[: -len(self._left)]
            raise BadInput("bad-extra", " ".join([self.verb, *map(quoted, kept)]), said=" ".join(self._left))

    def instead(self, bad: str, good: str) -> str:
        """The command as typed, with `good` where the word `bad` stood."""
        return " ".join([self.verb, *(good if word == bad else quoted(word) for word in self._all)])

    def _count(self, word: str, key: str, *, most: int) -> int:
        said = re.sub("^[a-zA-Z]+:", "", word)
        digits = said.replace(",", "")
        if not re.fullmatch(r"0*[1-9][0-9]{0,5}", digits) or int(digits) > most:
            raise BadInput(key, self.instead(word, word.removesuffix(said) + "1"), said=said, most=most)
        return int(digits)

    def _take_option(self, name: str) -> str:
        return self._take_matching(lambda word: word.lower().startswith(f"{name}:"))

    def _take_matching(self, matches: Callable[[str], bool]) -> str:
        word = next(filter(matches, self._left), "")
        if word:
            self._left.remove(word)
        return word


def _number(said: str) -> E164 | None:
    """A number with its country's code."""
    # phonenumbers would dial letters, and "+1 206 555 0100 please" be a longer number.
    if any(map(str.isalpha, said)):
        return None
    try:
        number = phonenumbers.parse(said)
    except phonenumbers.NumberParseException:
        return None
    return E164(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _meant(places: Places, typed: str, unknown: UnknownPlace) -> Sequence[Place]:
    """What may have been meant: a near name among the other words, or for all words; the other words; a near name."""
    among = [place for name in unknown.nearest for place in _readings(places, typed.replace(unknown.word, name))]
    for_all = get_close_matches(typed, unknown.nearest, cutoff=_LIKE)
    return (
        among
        or [place for name in for_all for place in _readings(places, name)]
        or _readings(places, typed.replace(unknown.word, ""))
        or [place for name in unknown.nearest for place in _readings(places, name)]
    )


def _readings(places: Places, words: str) -> tuple[Place, ...]:
    """The places that the words can mean."""
    try:
        place = places.resolve([words])
    except AmbiguousPlace as which:
        return which.choices
    except UnknownPlace:
        return ()
    return (place,) if place else ()


def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, word.lower()))


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


def _release(words: Words, _places: Places) -> Release:
    return Release(hold=words.take_hold())


def _log(words: Words, _places: Places) -> Log:
    since, page, who = words.take_since(), words.take_page(), words.take_member()
    return Log(who=who, since=since, page=page, about=words.take_subject())


def _export(words: Words, _places: Places) -> Export:
    said = words.take()
    if said.lower() != "log":
        raise BadInput("bad-export" if said else "missing-export", "export log", said=said)
    return Export()


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
        near = get_close_matches(said, of_word, n=1) or list(of_word)[:_CHOICES]
        raise BadInput("bad-state", *(f"port list {word}" for word in near), said=said)
    return of_word[said]


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
}
