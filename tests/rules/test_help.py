"""Help is read on one screen, tells of all that features declare, and is taken by Slack in both languages."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from handlers import desk
from handlers.help import group_buttons, show, views
from handlers.help.requests import ShowHelp
from handlers.kit.feature import Claimed, Feature, join
from handlers.kit.fields import command, turns, unpacked
from handlers.kit.member import Standing
from handlers.kit.messages import say
from handlers.kit.reply import Reply
from handlers.kit.topics import Group, Topic, gathered
from handlers.kit.words import COMMAND, BadInput
from store import workspaces
from store.places import known_places
from store.types import WorkspaceId
from store.workspaces.types import LOCALES, Workspace
from tests.rules.shown import NONCE, as_json, buttons, click, labels, refused_by_slack, words
from tests.table import table

PLACES = known_places()
BOTH_LANGUAGES = table("locale", LOCALES)
TOPICS = desk.FEATURES.topics
GROUPS = gathered(TOPICS)
SCREEN = 25  # lines
LINE = 60  # characters: two lines of a phone at most; most of them are one


def asked(topic: str, locale: str = "en", topics: tuple[Topic, ...] = TOPICS) -> Reply:
    """What is answered to `help TOPIC`."""
    tools: Any = SimpleNamespace(features=SimpleNamespace(topics=topics))
    return show.show(tools, click(locale), ShowHelp(topic=topic))


def overview(locale: str, *, may_set: bool = True) -> Reply:
    return views.overview(locale, NONCE, GROUPS, may_set=may_set)


def runs(reply: Reply) -> list[str]:
    """The commands of its buttons."""
    return [command(unpacked(button["value"])) for button in buttons(reply)]


@BOTH_LANGUAGES
def test_help_is_read_on_one_screen(locale: str) -> None:
    lines = words(replace(overview(locale), blocks=[each for each in overview(locale).blocks if "text" in each]))
    assert len(lines.splitlines()) <= SCREEN
    assert refused_by_slack(overview(locale)) == []


@BOTH_LANGUAGES
@table("topic", [topic for topic in TOPICS if topic.short], ids=lambda topic: topic.word)
def test_each_topic_has_one_short_line(locale: str, topic: Topic) -> None:
    line = say(locale, topic.short, command=COMMAND)
    assert line in words(overview(locale)).splitlines()
    assert line.startswith((f"`{COMMAND} {topic.word}", "*"))
    if topic.word in desk.FEATURES.commands:
        assert len(line.replace("`", "")) <= LINE
        assert line.count("`") == 2


@BOTH_LANGUAGES
@table("may_set", [True, False], ids=["who may change settings", "all others"])
def test_the_buttons_show_groups_and_do_what_is_done_most(locale: str, may_set: bool) -> None:
    shown = overview(locale, may_set=may_set)
    of_groups, of_deeds = [block["elements"] for block in as_json(shown) if block["type"] == "actions"]
    assert len(of_groups) == len(Group)
    assert runs(shown)[: len(Group)] == [f"help {say(locale, group.word)}" for group in Group]
    assert runs(shown)[len(Group) :] == ["search", "quota", *(["settings"] if may_set else [])]
    assert len({button["action_id"] for button in buttons(shown)}) == len(of_groups) + len(of_deeds)
    for text in runs(shown):
        desk.read_command(text, PLACES)


@table(
    ("may_set", "offered"),
    [(True, ["Search", "Quota", "Settings"]), (False, ["Search", "Quota"])],
    ids=["who may change settings", "all others"],
)
def test_deeds_are_called_as_they_were(may_set: bool, offered: list[str]) -> None:
    titles = [say("en", group.title) for group in Group]
    assert labels(overview("en", may_set=may_set)) == [*titles, *offered]


@table(
    ("standing", "offered"),
    [
        pytest.param(Standing.ADMIN, True, id="an admin is offered the settings"),
        pytest.param(Standing.MEMBER, False, id="nobody else is"),
    ],
)
def test_who_may_change_settings_is_offered_them(standing: Standing, offered: bool) -> None:
    def find(_db: object, workspace: WorkspaceId) -> Workspace:
        return Workspace(id=workspace)

    def reading() -> AbstractContextManager[None]:
        return nullcontext()

    who = click("en")
    who = replace(who, member=replace(who.member, standing=standing))
    tools: Any = SimpleNamespace(features=desk.FEATURES, reading=reading)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspaces, "find", find)
        assert ("Settings" in labels(show.show(tools, who, ShowHelp()))) is offered


@BOTH_LANGUAGES
@table("group", Group, ids=lambda group: group.name)
def test_a_button_shows_its_group_in_full_and_leads_to_the_others(locale: str, group: Group) -> None:
    shown = asked(say(locale, group.word), locale)
    assert refused_by_slack(shown) == []
    assert words(shown).splitlines()[0] == f"*{say(locale, group.title)}*"
    for topic in GROUPS[group]:
        assert say(locale, topic.full, command=COMMAND) in shown.text
        assert say(locale, topic.full, command=COMMAND) in words(shown)
    assert runs(shown) == ["help", *(f"help {say(locale, other.word)}" for other in Group)]
    assert all(turns(unpacked(button["value"])) for button in buttons(shown))


@BOTH_LANGUAGES
@table("topic", TOPICS, ids=lambda topic: topic.word)
def test_a_topic_is_had_by_each_of_its_words(locale: str, topic: Topic) -> None:
    for word in topic.words:
        shown = asked(word, locale)
        assert refused_by_slack(shown) == []
        assert say(locale, topic.full, command=COMMAND) in shown.text


@BOTH_LANGUAGES
@table(
    ("typed", "told"),
    [("search", True), ("find", True), ("reserve", True), ("list", True), ("log", False), ("approve", False)],
)
def test_how_places_are_written_is_told_where_there_are_any(locale: str, typed: str, told: bool) -> None:
    assert (say(locale, "help-hint") in words(asked(typed, locale))) is told


def test_one_topic_is_shown_alone() -> None:
    assert "reserve 3 US" in asked("reserve").text
    assert "show H-12" not in asked("reserve").text
    assert asked("unassign") == asked("assign")


@table(
    ("typed", "group"),
    [
        pytest.param("find", Group.FIND, id="by its word"),
        pytest.param("FIND", Group.FIND, id="in any case"),
        pytest.param("/find", Group.FIND, id="with a slash"),
        pytest.param("trouver", Group.FIND, id="by its French word"),
        pytest.param("réserver", Group.HOLD, id="with its accent"),
        pytest.param("RESERVER", Group.HOLD, id="without its accent"),
        pytest.param("in service", Group.IN_SERVICE, id="by two words"),
        pytest.param("in-service", Group.IN_SERVICE, id="by two words as one"),
        pytest.param("En Service", Group.IN_SERVICE, id="by two French words"),
        pytest.param("approvals", Group.APPROVE, id="by what its button is called"),
        pytest.param("ordres de portage", Group.PORT, id="by what its button is called in French"),
        pytest.param("port", Group.PORT, id="where a topic of it has the same word"),
        pytest.param("le guichet", Group.DESK, id="the desk"),
    ],
)
@BOTH_LANGUAGES
def test_a_group_is_asked_for_in_either_language(locale: str, typed: str, group: Group) -> None:
    ask = desk.read_command(f"help {typed}", PLACES)
    assert isinstance(ask, ShowHelp)
    assert asked(ask.topic, locale).text.startswith(f"*{say(locale, group.title)}*\n")


@table(
    ("typed", "near"),
    [
        pytest.param("serch", ("help search",), id="a topic"),
        pytest.param("fnid", ("help find",), id="a group"),
        pytest.param("trouvre", ("help trouver",), id="a group in French"),
        pytest.param("aprove", ("help approve", "help approuver"), id="a group in both"),
        pytest.param("me", ("help",), id="nothing"),
    ],
)
def test_what_is_no_topic_is_answered_with_near_ones(typed: str, near: tuple[str, ...]) -> None:
    with pytest.raises(BadInput) as bad:
        asked(typed)
    assert (bad.value.key, bad.value.values, bad.value.corrected) == ("bad-topic", {"said": typed}, near)


@BOTH_LANGUAGES
def test_every_example_of_the_help_is_a_command(locale: str) -> None:
    told = [words(overview(locale)), *(say(locale, topic.full, command=COMMAND) for topic in TOPICS)]
    parts = [part for text in told for part in text.split("`")[1::2]]
    examples = [part.removeprefix(f"{COMMAND} ") for part in parts if part.startswith(f"{COMMAND} ")]
    assert len(examples) > 2 * len(TOPICS)
    for example in examples:
        desk.read_command(example, PLACES)


def test_there_is_help_on_each_command_and_something_in_each_group() -> None:
    assert {word for topic in TOPICS for word in topic.words} >= set(desk.FEATURES.commands)
    assert list(GROUPS) == list(Group)


def test_the_topic_of_a_new_feature_shows_up_by_itself() -> None:
    topic = Topic(word="dial", group=Group.FIND, short="help-short-search", full="help-search")
    features = join([*desk.ALL, Feature(name="dialling", help=(topic,))])
    assert gathered(features.topics)[Group.FIND][-1] == topic
    assert asked("dial", topics=features.topics).text == say("en", "help-search", command=COMMAND)


@table("word", ["search", "unassign"], ids=["its first word", "another word for it"])
def test_two_features_cannot_claim_one_topic(word: str) -> None:
    claims = Topic(word=word, group=Group.DESK, short="help-short-help", full="help-help")
    with pytest.raises(Claimed, match=f"topic {word}"):
        join([*desk.ALL, Feature(name="another", help=(claims,))])


def test_the_groups_are_offered_elsewhere_as_they_are_in_the_help() -> None:
    block: Mapping[str, Any] = group_buttons("en", NONCE).to_dict()
    assert block in as_json(overview("en"))


def test_the_keys_of_the_help_stand_whole_in_the_code() -> None:
    handlers = Path(desk.__file__).parent
    assert not [path for path in handlers.rglob("*.py") if 'f"help-' in path.read_text("utf-8")]
