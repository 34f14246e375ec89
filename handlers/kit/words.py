"""The words of a command, read one after the other; and what is said of those that cannot be read."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NoReturn

from handlers.kit.kind_words import kind_called
from handlers.kit.meant_places import meant
from handlers.kit.messages import unescaped
from handlers.kit.normalization import unlinked
from handlers.kit.number_reading import Reading, Unread
from handlers.kit.remarks import Remark
from handlers.kit.telephone import MOST_WORDS, choices, names_several, read
from handlers.kit.tokens import quoted, straight, tokens, with_phrases_joined
from store.folding import kept_lines
from store.places import AmbiguousPlace, Places, UnknownPlace
from store.spelling import nearest
from store.types import E164, Kind, Place

COMMAND = "/numbers"
MOST = 1_500  # the largest quota there is
CHOICES = 5  # more buttons than that are no help
EXAMPLE = Place(country="US", region="Washington", city="Seattle")  # where nothing tells which place is meant

_MENTION = re.compile(r"<@(\w+)(\|[^>]*)?>")  # as Slack sends a member who was named

_PERHAPS_OTHER_WORDS = (Unread.NOT_A_NUMBER, Unread.NOT_VALID)  # with some that follow a number


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """How things of one kind are called: a hold "H-12". What is `written` so has the number as its last group."""

    prefix: str
    written: re.Pattern[str]

    def number(self, said: str) -> int | None:
        """The number in a name that was typed; None where this is no such name."""
        found = self.written.fullmatch(said)
        return int(found[found.re.groups]) if found else None

    def __call__(self, number: int) -> str:
        """The name as it is shown."""
        return f"{self.prefix}-{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a command can begin with, and how the things are called that it can be about."""

    verbs: Collection[str]
    names: Sequence[Name] = ()


class Words:
    """The words of a command, taken away one after the other until none may be left.

    `country` is where numbers are that do not say their country's code; `today` is the day where the member is.
    """

    def __init__(self, text: str, vocabulary: Vocabulary, country: str, today: date | None = None) -> None:
        self.country, self.today = country, today or datetime.now(UTC).date()
        self.names = vocabulary.names
        self.remarks: list[Remark] = []  # to be said with the answer
        self._options: dict[str, None] = {}  # those that this command takes
        # Slack marks members it knows, escapes &, < and >; phones type curly quotes.
        typed = straight(kept_lines(unescaped(unlinked(_MENTION.sub(r"@\1", text)))))
        joined = with_phrases_joined(typed)
        said, *self._all = tokens(joined) or ["help"]
        self.typed = joined.strip().partition(" ")[2]  # after the verb, as it stands
        self._left = list(self._all)
        self.verb = said.lower()
        if self.verb not in vocabulary.verbs:
            near = nearest(self.verb, vocabulary.verbs, most=1)
            raise BadInput("bad-verb", " ".join([near[0], *map(quoted, self._all)]) if near else "help", said=said)

    def take_word(self, wanted: str) -> bool:
        """Take the next word if it is this one. Whether it was."""
        if not self._left or self._left[0].lower() != wanted:
            return False
        self._left.pop(0)
        return True

    def take(self) -> str:
        """Take the next word; "" where there is none."""
        return self._left.pop(0) if self._left else ""

    @property
    def left(self) -> str:
        """The words that are left, as they were typed."""
        return self.as_typed(self._left)

    def as_typed(self, words: Sequence[str]) -> str:
        """Some words that follow each other, with what divides them as it was typed."""
        found = re.search(r'[\s,"]+'.join(map(re.escape, words)), self.typed)
        return found[0] if found else " ".join(words)

    def take_kind(self) -> Kind:
        """Take `type:…`, or the kind as a word of its own; toll where nothing is said."""
        return self.take_kind_if_said() or Kind.TOLL

    def take_kind_if_said(self) -> Kind | None:
        """Take `type:…`, or the kind as a word of its own."""
        word = self.take_option("type") or self.take_matching(lambda word: kind_called(word) is not None)
        said = word.partition(":")[2] or word
        kind = kind_called(said)
        if said and kind is None:
            raise BadInput(
                "bad-kind", *(self.instead(word, f"type:{kind}") for kind in ("toll", "toll-free")), said=said
            )
        while other := self.take_matching(lambda word: kind_called(word) is not None):
            if kind_called(other) is not kind:
                self._said_twice("type", other)
        return kind

    def take_quantity(self, most: int = MOST) -> int | None:
        """Take `qty:N`, or the first word that is a number, up to `most`. Raises BadInput."""
        word = self.take_option("qty") or self.take_matching(lambda word: word.lstrip("+-")[:1].isdigit())
        return self._count(word, "bad-quantity", most=most) if word else None

    def take_source(self) -> str:
        """Take `from:…`, the stock or a carrier by its name, in small letters; "" where nothing is said."""
        return self.take_named("from").lower()

    def take_list(self) -> str:
        """Take all words that are left as a list of numbers, where they are more than one; "" else."""
        if not names_several(self.typed, self.country):
            return ""
        self._left = []
        return self.typed

    def take_page(self) -> int:
        """Take `page:N`; the first where nothing is said."""
        word = self.take_option("page")
        return self._count(word, "bad-page", most=100_000) if word else 1

    def take_place(
        self, places: Places, typed: Callable[[Place], str], *, beside: Collection[str] = ()
    ) -> Place | None:
        """Take all words that are left as a place. `typed` is the command once the place is known. Raises BadInput.

        `beside` are words that can stand there in place of one, for who misspelt them.
        """
        self._expect_no_options()
        said, self._left = self._left, []
        try:
            return places.resolve(said)
        except AmbiguousPlace as which:
            readings = [typed(place) for place in which.choices[:CHOICES]]
            raise BadInput("which-place", *readings, said=" ".join(said)) from None
        except UnknownPlace as unknown:
            if unknown.word.isdecimal() and "qty" in self._options:
                self._said_twice("qty", unknown.word)
            near = [typed(place) for place in meant(places, " ".join(said), unknown)]
            near = [*(f"{self.verb} {word}" for word in nearest(unknown.word.lower(), beside, alike=0.7)), *near]
            corrected = list(dict.fromkeys(near))[:CHOICES] or [typed(EXAMPLE)]
            raise BadInput("bad-place", *corrected, said=unknown.word) from None

    def take_name(self, name: Name) -> int | None:
        """Take the first word that is a name of this kind, and return its number."""
        return name.number(self.take_matching(lambda word: name.number(word) is not None))

    def take_until(self, word: str) -> list[str]:
        """Take all words before this one, and it too; all there are where it is not there."""
        at = next((at for at, each in enumerate(self._left) if each.lower() == word), len(self._left))
        taken, self._left = self._left[:at], self._left[at + 1 :]
        return taken

    def take_rest(self) -> list[str]:
        """Take all words that are left."""
        taken, self._left = self._left, []
        return taken

    def take_named(self, name: str) -> str:
        """Take `name:…`, also where its value is in quotes and so a word of its own; "" where it is not there.

        Raises BadInput where it has no value: it would filter nothing, and be dropped in silence.
        """
        self._options[name] = None
        at = next((at for at, each in enumerate(self._left) if each.lower().startswith(f"{name}:")), None)
        if at is None:
            return ""
        said = self._left.pop(at).partition(":")[2] or (self._left.pop(at) if at < len(self._left) else "")
        if not said:
            raise BadInput("bad-filter", self.having(name, ""), said=f"{name}:")
        return said

    def take_named_number(self, name: str) -> E164 | None:
        """Take `name:…` with a telephone number, however that is grouped. Raises BadInput where that is none."""
        self._options[name] = None
        at = next((at for at, each in enumerate(self._left) if each.lower().startswith(f"{name}:")), None)
        if at is None:
            return None
        parts = [self._left[at].partition(":")[2], *self._left[at + 1 : at + MOST_WORDS]]
        if not any(parts):
            raise BadInput("bad-filter", self.having(name, ""), said=f"{name}:")
        reasons = []
        for end in range(len(parts), 0, -1):
            said = " ".join(parts[:end])
            found = read(said, self.country)
            if isinstance(found, Reading):
                words, self._left[at : at + end] = self._left[at : at + end], []
                start = self._all.index(words[0])
                if self._all[start : start + end] == words:  # so that it stays whole in what is suggested
                    self._all[start : start + end] = [f"{name}:{found.e164}"]
                return found.e164
            reasons.append((found, said))
        why, said = next((each for each in reasons if each[0] not in _PERHAPS_OTHER_WORDS), reasons[-1])
        written = choices(said, self.country)
        instead = [self.having(name, f"{name}:{number}") for number in written or ["+12065550142"]]
        raise BadInput(why.alone, *instead, said=said, choices=" / ".join(written))

    def expect_no_more(self) -> None:
        """Refuse words that nobody took: the last ones, for a place takes all there are."""
        self._expect_no_options()
        if self._left:
            kept = self._all[: -len(self._left)]
            raise BadInput("bad-extra", " ".join([self.verb, *map(quoted, kept)]), said=" ".join(self._left))

    def _expect_no_options(self) -> None:
        """Refuse `name:…` that nobody took: no such option, or one that was said before."""
        for word in self._left:
            name, colon, said = word.partition(":")
            if not colon or not name.isalpha() or not self._options:
                continue
            if name.lower() in self._options:
                self._said_twice(name.lower(), word)
            near = nearest(name.lower(), self._options, most=1)
            there = ", ".join(f"{each}:" for each in self._options)
            instead = [self.instead(word, f"{each}:{said}") for each in near]
            without = " ".join([self.verb, *(quoted(each) for each in self._all if each != word)])
            raise BadInput("bad-option", *(instead or [without]), said=word, there=there)

    def _said_twice(self, name: str, word: str) -> NoReturn:
        """Refuse a word that says once more what another has said: nobody knows which is meant."""
        these = [at for at, each in enumerate(self._all) if each == word or each.lower().startswith(f"{name}:")]
        without = [self._all[:at] + self._all[at + 1 :] for at in these[: -CHOICES - 1 : -1]]
        once = dict.fromkeys(" ".join([self.verb, *map(quoted, words)]) for words in without)
        raise BadInput("said-twice", *once, said=f"{name}:")

    def instead(self, bad: str, good: str) -> str:
        """The command as typed, with `good` where the word `bad` stood."""
        return " ".join([self.verb, *filter(None, (good if word == bad else quoted(word) for word in self._all))])

    def having(self, name: str, good: str) -> str:
        """The command as typed, with `good`, or nothing, where `name:…` stood, or `name` as a word of its own."""
        words, left = [self.verb], iter(self._all)
        for word in left:
            of, colon, said = word.lower().partition(":")
            if of != name:
                words.append(quoted(word))
                continue
            words.append(good)
            if colon and not said:
                next(left, "")  # its value, a word of its own in quotes
        return " ".join(filter(None, words))

    def _count(self, word: str, key: str, *, most: int) -> int:
        said = re.sub("^[a-zA-Z]+:", "", word)
        digits = said.replace(",", "")
        if not re.fullmatch(r"0*[1-9][0-9]{0,5}", digits) or int(digits) > most:
            raise BadInput(key, self.instead(word, word.removesuffix(said) + "1"), said=said or word, most=most)
        return int(digits)

    def take_option(self, name: str) -> str:
        """Take the first `name:…`, whole; "" where there is none."""
        self._options[name] = None
        return self.take_matching(lambda word: word.lower().startswith(f"{name}:"))

    def take_matching(self, matches: Callable[[str], bool]) -> str:
        """Take the first word that matches; "" where none does."""
        word = next(filter(matches, self._left), "")
        if word:
            self._left.remove(word)
        return word
