"""A feature is a value: what can be asked of it, pressed and sent in it, what it owes, and what the clock rings.

The tables of all features are joined once; what two of them claim is refused then.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slack_sdk.models.blocks import Option

from handlers.kit import messages
from handlers.kit.approvable import Approvable
from handlers.kit.batchable import BatchVerb
from handlers.kit.cards import Subject
from handlers.kit.entries import EntryWords
from handlers.kit.fields import Carried, Fields
from handlers.kit.member import Click
from handlers.kit.outgoing import Outgoing
from handlers.kit.refusals import BY_SLACKS_WORD, Refusal
from handlers.kit.reply import Reply
from handlers.kit.settings import Section
from handlers.kit.shortcut import Shortcut
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.topics import Topic
from handlers.kit.words import Vocabulary, Words
from store.outbox.types import ClaimedItem
from store.places import Places
from store.workspaces.kinds import Tick
from store.workspaces.settings import Setting
from store.workspaces.types import LOCALES

Read = Callable[[Words, Places], object]
ReadBare = Callable[[str, str], object | None]
Run = Callable[[Tools, Click, Any], Reply]
Press = Callable[[Tools, Click, Carried, Fields], Reply]
Find = Callable[[Tools, Click, Carried, str], list[Option]]
Put = Callable[[Tools, ClaimedItem], Outgoing | None]


class Claimed(Exception):
    """Two features claim the same word, button, modal, message or the like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """All that a room offers to the desk. What is not named is not there.

    `words`: the folder with its messages in each language. `commands`: what reads a command, by its first word;
    `bare`: what reads a text that begins with no such word. `runs`: what carries a request out, by the request's type;
    `actions`, `submissions`, `options`: what a pressed button or menu, a sent modal, a list that finds as one types
    leads to, by action id (up to its colon) or callback id; `shortcuts`: what Slack's own menus lead to. Requests,
    actions and modals in `anywhere` are carried out also where the desk may not be used.
    `messages`: what puts a kind of outbox row into words. `subjects`: what has cards; `approvables`: what approval is
    asked for, by the key of its subject; `verbs`: what is done with many numbers at once. `entries`: how the record
    tells of its actions. `timers`: what the clock rings. `settings`: what can be set, those of one field in a row;
    `sections`: the modals in which settings are asked, whoever brings those. `help`: what the help tells of it.
    `by_slacks_word`: refusals that follow from what Slack said of a member a while ago, which is asked for again before
    they are final.
    """

    name: str
    words: Path | None = None
    commands: Mapping[str, Read] = field(default_factory=dict)
    bare: ReadBare | None = None
    runs: Mapping[type, Run] = field(default_factory=dict)
    anywhere: frozenset[type | str] = frozenset()
    actions: Mapping[str, Press] = field(default_factory=dict)
    submissions: Mapping[str, Press] = field(default_factory=dict)
    options: Mapping[str, Find] = field(default_factory=dict)
    shortcuts: tuple[Shortcut, ...] = ()
    messages: Mapping[str, Put] = field(default_factory=dict)
    entries: Mapping[str, EntryWords] = field(default_factory=dict)
    subjects: tuple[Subject[Any], ...] = ()
    approvables: Mapping[str, Approvable[Any]] = field(default_factory=dict)
    verbs: tuple[BatchVerb, ...] = ()
    timers: tuple[Timer, ...] = ()
    settings: tuple[Setting[Any], ...] = ()
    sections: tuple[Section, ...] = ()
    help: tuple[Topic, ...] = ()
    by_slacks_word: frozenset[Refusal] = frozenset()

    def __post_init__(self) -> None:
        """What a room says is known as soon as the room is."""
        if self.words:
            messages.learn(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The tables of all features, joined."""

    all: tuple[Feature, ...]
    commands: Mapping[str, Read]
    bare: tuple[ReadBare, ...]
    runs: Mapping[type, Run]
    anywhere: frozenset[type | str]
    actions: Mapping[str, Press]
    submissions: Mapping[str, Press]
    options: Mapping[str, Find]
    shortcuts: Mapping[str, Shortcut]  # by callback
    messages: Mapping[str, Put]
    entries: Mapping[str, EntryWords]
    subjects: tuple[Subject[Any], ...]
    approvables: Mapping[str, Approvable[Any]]
    verbs: Mapping[str, BatchVerb]
    timers: tuple[Timer, ...]
    settings: Mapping[str, Setting[Any]]  # by name, in the order of the sections
    sections: Mapping[str, Section]  # by name, in order
    topics: tuple[Topic, ...]
    by_slacks_word: frozenset[Refusal]

    @property
    def vocabulary(self) -> Vocabulary:
        """What a command can begin with, and how the things are called that it can be about."""
        return Vocabulary(verbs=self.commands, names=[each.name for each in self.subjects])


def join(features: Iterable[Feature]) -> Features:
    """Join the tables of features. Raises Claimed where two of them claim one thing."""
    every = tuple(features)
    _one_each("name", [each.name for each in every])
    _one_each("timer", [timer.name for each in every for timer in each.timers])
    sections = _sections(every)
    settings = _settings(every, sections)
    _one_each("topic", [word for each in every for topic in each.help for word in topic.words])
    _one_each("key of a subject", [subject.key for each in every for subject in each.subjects])
    spoken = [messages.KIT, *(each.words for each in every if each.words)]
    for locale in LOCALES:
        _one_each(f"message in {locale}", [key for folder in spoken for key in messages.keys(folder, locale)])
    return Features(
        all=every,
        commands=_joined("word", [each.commands for each in every]),
        bare=tuple(each.bare for each in every if each.bare),
        runs=_joined("request", [each.runs for each in every]),
        anywhere=frozenset().union(*(each.anywhere for each in every)),
        actions=_joined("action", [each.actions for each in every]),
        submissions=_joined("callback", [each.submissions for each in every]),
        options=_joined("list", [each.options for each in every]),
        shortcuts=_joined("shortcut", [{one.callback: one} for each in every for one in each.shortcuts]),
        messages=_joined("kind of outbox row", [each.messages for each in every]),
        entries=_joined(
            "action of the record",
            [{action: words.knowing(settings) for action, words in each.entries.items()} for each in every],
        ),
        subjects=tuple(subject for each in every for subject in each.subjects),
        approvables=_joined("subject of approvals", [each.approvables for each in every]),
        verbs=_joined("verb of batches", [{verb.verb: verb} for each in every for verb in each.verbs]),
        timers=tuple(timer for each in every for timer in each.timers),
        settings=settings,
        sections=sections,
        topics=tuple(topic for each in every for topic in each.help),
        by_slacks_word=BY_SLACKS_WORD.union(*(each.by_slacks_word for each in every)),
    )


def _sections(features: Sequence[Feature]) -> dict[str, Section]:
    every = sorted((section for each in features for section in each.sections), key=lambda section: section.order)
    _one_each("section of the settings", [section.name for section in every])
    _one_each("title of settings", [section.title for section in every])
    _one_each("place among the settings", [section.order for section in every])
    return {section.name: section for section in every}


def _settings(features: Sequence[Feature], sections: Mapping[str, Section]) -> dict[str, Setting[Any]]:
    """All settings, those of one section together. Raises Claimed where two claim a name or a field."""
    every = [row for each in features for row in each.settings]
    _one_each("setting", [row.name for row in every])
    _one_each("field of the settings", [row.block_id for row in every if not isinstance(row.kind, Tick)])
    lost = [row.name for row in every if row.section not in sections]
    if lost:
        raise Claimed(f"no section for {', '.join(lost)}")
    return {row.name: row for name in sections for row in every if row.section == name}


def _joined(what: str, tables: Iterable[Mapping[Any, Any]]) -> dict[Any, Any]:
    entries = [pair for table in tables for pair in table.items()]
    _one_each(what, [key for key, _ in entries])
    return dict(entries)


def _one_each(what: str, claimed: list[Any]) -> None:
    twice = {key for key, times in Counter(claimed).items() if times > 1}
    if twice:
        raise Claimed(f"{what} {', '.join(sorted(map(str, twice)))}")
