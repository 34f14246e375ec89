"""A room is added without a word in any other: all that it brings is reached through the door."""

from concurrent.futures import wait
from dataclasses import replace

import pytest

from bot.scheduler import Scheduler
from handlers import desk as door
from handlers.kit import delivery
from handlers.kit.feature import join
from handlers.kit.fields import unpacked
from handlers.kit.outgoing import Post
from handlers.kit.reply import Reply
from handlers.kit.words import BadField
from store import outbox
from store.outbox.types import ClaimedItem
from tests.desk import ADA, BEN, CHANNEL, Desk, click
from tests.greetings import FORM, GREET, GREETINGS, TIMES, WORDS, GreetingAction, GreetingOutbox
from tests.store.owing import claim, claimed, pay

CARRIED = {"name": "Contoso"}


@pytest.fixture
def greeting(desk: Desk) -> Desk:
    """A desk with one room more."""
    return replace(desk, tools=replace(desk.tools, features=join([*door.ALL, GREETINGS])))


def send(desk: Desk, said: str) -> Reply:
    fields = {WORDS: {WORDS: {"value": said}}}
    return door.submit(desk.tools, click(BEN), FORM, '{"name": "Contoso"}', fields)


def claimed_of(desk: Desk, kind: str) -> ClaimedItem:
    """What is owed of a kind, all else ticked off."""
    while (found := claimed(desk)).owing.kind != kind:
        pay(desk, found)
    return found


def test_its_command_is_read_and_answered_with_its_button(greeting: Desk) -> None:
    answer = door.type_command(greeting.tools, click(BEN), "greet Contoso")
    assert answer.text == "Contoso is to be greeted."
    (pressed,) = answer.blocks[1]["elements"]
    assert (pressed["action_id"], unpacked(pressed["value"])["name"]) == (GREET, "Contoso")


def test_its_button_opens_its_modal_and_that_is_refused_in_its_words(greeting: Desk) -> None:
    opened = door.press(greeting.tools, click(BEN), GREET, CARRIED, {})
    assert opened.view
    assert opened.view["callback_id"] == FORM
    with pytest.raises(BadField, match="greeting-none"):
        send(greeting, "")


def test_what_its_modal_owes_is_put_into_its_words_in_the_language_of_the_workspace(greeting: Desk) -> None:
    greeting.set(locale="fr")
    assert send(greeting, "hello").text == "Your greeting to Contoso is on its way."
    claimed = claim(greeting)
    assert claimed
    assert claimed.owing.kind == GreetingOutbox.GREETING
    post = delivery.render(greeting.tools, claimed)
    assert isinstance(post, Post)
    assert post.message.text == f"<@{BEN.user}> salue Contoso : hello"
    delivery.posted(greeting.tools, claimed, post, channel=CHANNEL, ts="1.1")
    with greeting.database.reading() as db:
        assert not outbox.is_due(db, greeting.tools.real_now(), greeting.tools.features.messages)


def test_its_entries_are_told_by_the_record(greeting: Desk) -> None:
    send(greeting, "hello")
    assert "greeted Contoso" in door.type_command(greeting.tools, click(BEN), "log").text


def test_its_setting_is_asked_in_its_section_and_kept_without_a_column_of_its_own(greeting: Desk) -> None:
    opened = door.type_command(greeting.tools, click(ADA), "settings salutations")
    assert opened.view
    typed = {TIMES.name: {TIMES.name: {"value": "2"}}}
    kept = door.submit(greeting.tools, click(ADA), opened.view["callback_id"], opened.view["private_metadata"], typed)
    assert not kept.errors
    send(greeting, "hello")
    post = delivery.render(greeting.tools, claimed_of(greeting, GreetingOutbox.GREETING))
    assert isinstance(post, Post)
    assert post.message.text.endswith("hello hello")
    told = door.type_command(greeting.tools, click(ADA), "log").text
    assert "How often the words are said: 1 → 2" in told


def test_its_setting_is_refused_beyond_its_range(greeting: Desk) -> None:
    opened = door.type_command(greeting.tools, click(ADA), "settings greetings")
    assert opened.view
    typed = {TIMES.name: {TIMES.name: {"value": "6"}}}
    with pytest.raises(BadField) as bad:
        door.submit(greeting.tools, click(ADA), opened.view["callback_id"], opened.view["private_metadata"], typed)
    assert bad.value.field == TIMES.name


def test_its_help_stands_among_the_others(greeting: Desk) -> None:
    assert "greet Contoso" in str(door.type_command(greeting.tools, click(BEN), "help").blocks)
    assert "somebody, in the channel" in str(door.type_command(greeting.tools, click(BEN), "help greet").blocks)


def test_its_timer_is_rung_by_the_one_clock(greeting: Desk) -> None:
    scheduler = Scheduler(greeting.tools, greeting.database.look, lambda: None)
    wait(scheduler.look())
    scheduler.stop()
    assert [entry.deed.action for entry in greeting.entries("greetings")] == [GreetingAction.GREETED]


def test_without_it_the_desk_knows_nothing_of_it(desk: Desk) -> None:
    assert not (set(desk.tools.features.commands) & {"greet"})
