"""Every message exists in both languages, renders for every count and fits where Slack shows it."""

import re
from functools import cache
from itertools import product

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from handlers.kit.messages import code, language, plain, say
from handlers.kit.words import COMMAND
from store.batches.types import Verb
from store.workspaces.types import LOCALES
from tests.rules.worded import KEYS, KNOWN, choices, parsed, variables
from tests.table import table

COUNTS = (0, 1, 2, 5, 1000)
WORDS: dict[str, tuple[str, ...]] = {
    **{name: (*known, "another") for name, known in KNOWN.items()},
    "asker": ("<@U1>", "none"),
    "channel": ("<#C1>", "none"),
    "origin": ("PO-7", "none"),
}  # what is chosen by, if not a count
PLURALS = {"zero", "one", "two", "few", "many", "other"}

LONGEST_BUTTON = 30  # of a button, and of a confirm dialog's
LONGEST_TITLE = 23  # of a modal: Slack allows 24, by some sources fewer
LONGEST_CONFIRM_TITLE = 100
LONGEST_OPTION = 75  # and of the title over some of them
LONGEST_HEADER = 150
LONGEST_PLACEHOLDER = 150
LONGEST_LABEL = 2_000  # of a field, and its hint
LONGEST_TEXT = 3_000  # of a section


@cache
def renderings(locale: str, key: str) -> tuple[str, ...]:
    """The message with all that it is chosen by, each with each, and what it only shows with every count."""
    named = variables(locale)[key]
    chosen_by = {name for names, _ in choices(parsed(locale)[key]) for name in names}
    choosing = sorted(chosen_by | (named & WORDS.keys()))
    shown = sorted(named.difference(choosing))
    each: list[tuple[str | int, ...]] = [WORDS.get(name, COUNTS) for name in choosing]
    return tuple(
        say(locale, key, **dict(zip(choosing, chosen, strict=True)), **dict.fromkeys(shown, count))
        for chosen in product(*each)
        for count in (COUNTS if shown else COUNTS[:1])
    )


def wrongly_chosen(message: ftl.BaseNode) -> list[str]:
    """What is wrong in a message: choices but by counts, or between each known value and, by default, all others."""
    return [
        f"{', '.join(by)}: {', '.join(sorted(variants))}, by default {default}"
        for by, of in choices(message)
        for variants in [{_named(each.key) for each in of if isinstance(each.key, ftl.Identifier)}]
        for default in [_named(next(each.key for each in of if each.default))]
        if default != "other" or variants != _known(by, variants)
    ]


def _known(by: frozenset[str], variants: set[str]) -> set[str]:
    """The variants that there must be."""
    words = {word for name in by for word in KNOWN.get(name, ())}
    return {*words, "other"} if words else variants & PLURALS


def _named(key: ftl.Identifier | ftl.NumberLiteral) -> str:
    return str(key.name if isinstance(key, ftl.Identifier) else key.value)


def test_both_languages_have_the_same_messages() -> None:
    assert variables("en").keys() == variables("fr").keys()


@table("key", KEYS)
def test_a_message_has_the_same_variables_in_both_languages(key: str) -> None:
    assert variables("en")[key] == variables("fr")[key]


@table("locale", LOCALES)
@table("key", KEYS)
def test_a_message_renders_for_every_count_and_within_a_section(locale: str, key: str) -> None:
    for text in renderings(locale, key):
        assert text.strip()
        assert not set(text) & set("{}$")
        assert len(text) < LONGEST_TEXT


@table("locale", LOCALES)
@table("key", KEYS)
def test_no_value_is_told_as_if_it_were_another(locale: str, key: str) -> None:
    assert wrongly_chosen(parsed(locale)[key]) == []


@table(
    "source",
    [
        pytest.param("[assign] a\n [unassign] u\n *[release] r", id="one that is known is the default"),
        pytest.param("[assign] a\n [unassign] u\n *[other] o", id="one that is known has no words of its own"),
        pytest.param("[assign] a\n [unassign] u\n [release] r\n [give] g\n *[other] o", id="one is not known"),
    ],
)
def test_a_value_that_is_told_as_if_it_were_another_would_be_found(source: str) -> None:
    (message,) = FluentParser().parse(f"a-test = {{ $verb ->\n {source}\n }}\n").body
    assert isinstance(message, ftl.Message)
    assert wrongly_chosen(message)


@table("source", ["[toll] t\n *[other] o", "[one] o\n *[few] f"], ids=["by what is not known", "by a count"])
def test_a_choice_of_which_nothing_is_known_would_be_found(source: str) -> None:
    (message,) = FluentParser().parse(f"a-test = {{ $what ->\n {source}\n }}\n").body
    assert wrongly_chosen(message)


@table("locale", LOCALES)
@table(
    ("keys", "most"),
    [
        pytest.param([key for key in KEYS if re.match("(help-|port-)?button-", key)], LONGEST_BUTTON, id="buttons"),
        pytest.param(
            [
                *(
                    f"button-{word}"
                    for word in (
                        "acquire",
                        "decline",
                        "save",
                        "cancel",
                        "close",
                        "later",
                        "assign",
                        "unassign",
                        "preview",
                    )
                ),
                *(f"menu-{verb}" for verb in Verb),
            ],
            LONGEST_TITLE,
            id="submit",
        ),
        pytest.param(
            [
                *(f"{modal}-title" for modal in ("acquire", "settings", "note", "decline", "first-steps")),
                *(f"{modal}-title" for modal in ("assign", "next-default", "rename", "release-number")),
                *(f"batch-title-{verb}" for verb in Verb),
                *("port-title", "port-signed-title", "port-send-title", "port-update-title", "port-take-out-title"),
            ],
            LONGEST_TITLE,
            id="titles of modals",
        ),
        pytest.param(["confirm-release-title"], LONGEST_CONFIRM_TITLE, id="title of a confirm dialog"),
        pytest.param(
            [
                *(key for key in KEYS if re.match("purpose-|settings-language-|settings-credits-|circle-", key)),
                *(key for key in KEYS if re.match("port-(scope|state)-", key)),
                *("port-capacity-confirmed", "port-capacity-not_yet", "port-keep", "port-another-foc"),
                *(key for key in KEYS if re.match("service-(bridge|attendant|queue)|menu-|assign-default$", key)),
                *("acquire-all", "acquire-only", "acquire-except", "settings-people", "settings-groups"),
            ],
            LONGEST_OPTION,
            id="options",
        ),
        pytest.param([key for key in KEYS if key.endswith("-placeholder")], LONGEST_PLACEHOLDER, id="placeholders"),
        pytest.param(
            [
                key
                for key in KEYS
                if re.match("acquire-|settings-|decline-|assign-|rename-|next-default|batch-|port-(field|hint)-", key)
            ],
            LONGEST_LABEL,
            id="labels, hints",
        ),
        pytest.param(
            [f"home-{title}" for title in ("first-steps", "waiting", "holds", "orders", "quota", "acquired")],
            LONGEST_HEADER,
            id="headers",
        ),
    ],
)
def test_a_message_fits_where_slack_shows_it(locale: str, keys: list[str], most: int) -> None:
    assert keys
    assert {key for key in keys if max(map(len, renderings(locale, key))) > most} == set()


@table("locale", LOCALES)
def test_the_titles_with_the_longest_names_fit(locale: str) -> None:
    assert len(say(locale, "numbers-title", hold=f"H-{2**31 - 1}")) <= LONGEST_TITLE
    assert len(say(locale, "batch-lines-title", batch=f"B-{2**31 - 1}")) <= LONGEST_TITLE


@table(
    ("key", "label"),
    [
        ("button-show", "Show numbers"),
        ("button-acquire", "Acquire numbers"),
        ("button-release", "Release"),
        ("button-again", "Hold again"),
        ("button-approve", "Approve"),
        ("button-decline", "Decline"),
        ("button-withdraw", "Withdraw"),
        ("port-button-letter", "Make the letter"),
        ("port-button-update", "Update status"),
        ("port-button-follow", "Follow"),
        ("port-button-unfollow", "Unfollow"),
    ],
)
def test_a_button_is_called_in_english_as_its_users_know_it(key: str, label: str) -> None:
    assert say("en", key) == label


def test_french_says_nothing_is_singular() -> None:
    assert say("fr", "card-back", count=0).startswith("0 numéro est")
    assert say("en", "card-back", count=0).startswith("0 numbers")


def test_counts_are_written_as_each_language_writes_them() -> None:
    assert say("en", "card-back", count=1500).startswith("1,500 ")
    assert say("fr", "card-back", count=1500).startswith("1\u202f500 ")


@table("key", KEYS)
def test_french_is_set_as_the_french_set_it(key: str) -> None:
    for text in renderings("fr", key):
        words = re.sub(r"`[^`]*`", "", text)
        assert "'" not in words
        assert not re.search(r"[^\u202f][?!;»]|«[^\u202f]|[^\u00a0]:", words)


def test_the_commands_are_typed_alike_in_both_languages() -> None:
    def commands(locale: str, key: str) -> list[str]:
        names = variables(locale)[key]
        return [typed for typed in code_spans(say(locale, key, **dict.fromkeys(names, COMMAND))) if COMMAND in typed]

    for key in KEYS:
        assert commands("en", key) == commands("fr", key)


def code_spans(text: str) -> list[str]:
    return re.findall("`([^`]*)`", text)


@table(
    ("locale", "spoken"),
    [
        pytest.param("fr-FR", "fr", id="French"),
        pytest.param("fr-CA", "fr", id="French of elsewhere"),
        pytest.param("en-GB", "en", id="English"),
        pytest.param("de-DE", "en", id="a language we have not"),
        pytest.param("", "en", id="none told"),
    ],
)
def test_a_member_is_answered_in_their_language_or_in_english(locale: str, spoken: str) -> None:
    assert language(locale) == spoken


@table("typed", ["<!channel>", "<@U1>", "<https://x|y>", "*bold*", "_i_", "~s~", "`code`", "a & b"])
def test_what_a_member_typed_can_mention_link_and_format_nothing(typed: str) -> None:
    shown = plain(typed)
    assert not set(shown) & set("<>")
    assert not re.search(r"[*_~`](?!\u200b)", shown)
    assert not re.search(r"&(?!amp;|lt;|gt;)", shown)


def test_a_command_is_shown_as_it_is_typed() -> None:
    assert code("search <here> & `there`") == "`search &lt;here&gt; &amp; 'there'`"


@table("key", ["no-such-message", ""])
def test_a_message_that_is_not_there_is_a_failure(key: str) -> None:
    with pytest.raises(LookupError):
        say("en", key)


def test_a_value_that_was_forgotten_is_a_failure() -> None:
    with pytest.raises(ValueError, match="card-back"):
        say("en", "card-back")
