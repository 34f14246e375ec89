"""Every message exists in both languages, renders for every count, fits where Slack shows it, and is used."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from handlers.desk import FEATURES
from handlers.help import views
from handlers.kit import messages
from handlers.kit.messages import code, language, plain, say
from handlers.kit.refusals import Refusal
from handlers.kit.telephone import Unread
from handlers.kit.words import COMMAND
from handlers.ports.port_list import Bad
from handlers.ports.rules import Point, Warned
from handlers.ports.views.steps import HINTED, Step
from store.audit.types import Action
from store.batches.types import Verb
from store.holds.types import Purpose
from store.inventory.types import NumberUse
from store.ports.types import Alarm, Capacity, Field, Reason, Scope, State
from store.services.types import ServiceKind
from store.types import Kind
from store.workspaces.types import LOCALES, Circle
from tests.table import table

ROOT = Path(__file__).parents[2]
SPOKEN = [*ROOT.glob("handlers/**/*.py"), *ROOT.glob("bot/*.py"), *ROOT.glob("store/workspaces/*.py")]
FORMED = {  # the keys that are put together from a value
    *(f"kind-{kind}" for kind in Kind),
    *(f"purpose-{purpose}" for purpose in Purpose),
    *(f"help-{topic}" for topic in views.TOPICS),
    *(f"help-button-{verb}" for verb in ("search", "quota", "settings", "log", "help")),
    *(f"approvers-{circle}" for circle in Circle),
    *(f"who-{circle}" for circle in (Circle.ANYONE, Circle.ADMINS)),
    *(f"log-{action}" for action in Action),
    *(f"service-{kind}" for kind in ServiceKind),
    *(f"use-{use}" for use in NumberUse),
    *(f"menu-{verb}" for verb in ("assign", "unassign", "release", "restore", "default", "history")),
    "help-unassign",  # of its own, as help on assigning tells of it too
    *Refusal,
    *Bad,
    *Point,
    *Warned,
    *(f"{broken}-here" for broken in (Point.BTN_IS_MISSING, Point.BTN_IS_THERE)),
    *(f"port-state-{state}" for state in State),
    *(f"port-{what}-{reason}" for reason in Reason for what in ("reason", "fix")),
    *(f"port-field-{field}" for field in (*Field, "scope", "numbers", "followers")),
    *(f"port-hint-{field}" for field in HINTED),
    *(f"port-scope-{scope}" for scope in Scope),
    *(f"port-{what}-{capacity}" for capacity in Capacity for what in ("capacity", "line-capacity")),
    *(f"port-step-{step}" for step in Step),
    *(f"port-alarm-{alarm}" for alarm in Alarm),
    *(f"batch-{what}-{verb}" for verb in Verb for what in ("title", "intro", "preview", "line", "report", "card")),
    *(f"batch-card-{verb}-under-way" for verb in Verb),
    *(f"{key}-release" for key in ("approved-last", "withdrawn", "request-was-approved", "cannot-ask-here")),
    *(f"{key}-release" for key in ("verdict-approved", "verdict-declined", "decline-intro", "home-request")),
    *(f"line-{key}-release" for key in ("asked", "declined", "withdrawn")),
    *Unread,
}
COUNTS = (0, 1, 2, 5, 1000)
WORDS: dict[str, tuple[str, ...]] = {
    "kind": ("toll", "toll_free"),
    "offer": ("toll", "toll_free", "none"),
    "asker": ("<@U1>", "none"),
    "channel": ("<#C1>", "none"),
    "origin": ("PO-7", "none"),
    "verb": tuple(Verb),
}  # what is chosen by, if not a count

LONGEST_BUTTON = 30  # of a button, and of a confirm dialog's
LONGEST_TITLE = 23  # of a modal: Slack allows 24, by some sources fewer
LONGEST_CONFIRM_TITLE = 100
LONGEST_OPTION = 75  # and of the title over some of them
LONGEST_HEADER = 150
LONGEST_PLACEHOLDER = 150
LONGEST_LABEL = 2_000  # of a field, and its hint
LONGEST_TEXT = 3_000  # of a section


class Variables(Visitor):
    """Gathers the variables of a message, and those among them that it is chosen by."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.choosing: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 (fluent's name)
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        chosen_by = Variables()
        chosen_by.visit(node.selector)
        self.choosing |= chosen_by.names
        self.generic_visit(node)


@cache
def variables(locale: str) -> dict[str, frozenset[str]]:
    """The variables of each message of a language."""
    return {key: frozenset(found.names) for key, found in parsed(locale).items()}


@cache
def parsed(locale: str) -> dict[str, Variables]:
    source = (Path(messages.__file__).parent / f"{locale}.ftl").read_text("utf-8")
    body = FluentParser().parse(source).body
    assert not [entry.content for entry in body if isinstance(entry, ftl.Junk)]
    found = {}
    for entry in body:
        if isinstance(entry, ftl.Message):
            visitor = Variables()
            visitor.visit(entry)
            assert entry.id.name not in found, f"{entry.id.name} is there twice"
            found[entry.id.name] = visitor
    return found


KEYS = sorted(variables("en"))


@cache
def renderings(locale: str, key: str) -> tuple[str, ...]:
    """The message with all that it is chosen by, each with each, and what it only shows with every count."""
    found = parsed(locale)[key]
    choosing = sorted(found.choosing | (found.names & WORDS.keys()))
    shown = sorted(found.names.difference(choosing))
    choices: list[tuple[str | int, ...]] = [WORDS.get(name, COUNTS) for name in choosing]
    return tuple(
        say(locale, key, **dict(zip(choosing, chosen, strict=True)), **dict.fromkeys(shown, count))
        for chosen in product(*choices)
        for count in (COUNTS if shown else COUNTS[:1])
    )


@cache
def literals() -> frozenset[str]:
    """Every text that stands in the code that speaks to members."""
    return frozenset(
        node.value
        for path in SPOKEN
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def calls_of_say() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Where a message is said by its key alone: the place, the key, the names of its values."""
    for path in SPOKEN:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "say":
                continue
            names = {keyword.arg for keyword in node.keywords}
            match node.args:
                case [_, ast.Constant(value=str(key))] if None not in names:
                    yield f"{path.name}:{node.lineno}", key, frozenset(filter(None, names))


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


def test_every_key_in_the_code_has_its_message() -> None:
    first_words = {key.partition("-")[0] for key in KEYS if "-" in key}
    like_a_key = re.compile(rf"({'|'.join(first_words)})(-[a-z0-9_]+)+")
    assert {text for text in literals() if like_a_key.fullmatch(text)} <= set(KEYS)
    assert set(KEYS) >= FORMED


def test_every_message_is_used() -> None:
    assert set(KEYS) - literals() - FORMED == set()


def test_a_message_is_said_with_exactly_the_values_it_names() -> None:
    calls = list(calls_of_say())
    wrong = [(where, key) for where, key, names in calls if names != variables("en").get(key)]
    assert calls
    assert wrong == []


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
                *(section.title for section in FEATURES.sections.values()),
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
