"""Every message is used, each key stands whole where it is said, and no two rooms have the same."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path

import pytest

import handlers
from handlers.desk import FEATURES
from handlers.inventory import menu
from handlers.inventory.views import listing
from handlers.kit import messages
from handlers.kit.feature import Claimed, Feature, join
from handlers.kit.messages import say
from handlers.ports.views.words import FIELD_NAMES
from store.ports.types import Field
from store.workspaces.types import LOCALES
from tests.rules.keyed import called, calls, formed, put_together
from tests.rules.worded import FOLDERS, KEYS, variables
from tests.table import table

ROOT = Path(__file__).parents[2]
SPOKEN = [*ROOT.glob("handlers/**/*.py"), *ROOT.glob("bot/*.py"), *ROOT.glob("store/workspaces/*.py")]
PARTIAL = {"HINTS", "_HERE", "_NEXT", "_WHO"}  # tables that have words for some members of their enum alone


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def literals() -> frozenset[str]:
    """Every text that stands in the code that speaks to members."""
    return frozenset(text for path in SPOKEN for text in texts(path))


def texts(path: Path) -> list[str]:
    nodes = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    return [node.value for node in nodes if isinstance(node.value, str)]


def formed_keys(source: ast.AST) -> list[str]:
    """Texts that are put together and can come out as the key of a message."""
    return [f"{line}: {like}" for line, like in formed(source) if any(re.fullmatch(like, key) for key in KEYS)]


def calls_of_say() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Where a message is said by its key alone: the place, the key, the names of its values."""
    for path in SPOKEN:
        for call in calls(tree(path)):
            names = {keyword.arg for keyword in call.keywords}
            match call.args:
                case [_, ast.Constant(value=str(key))] if called(call) == "say" and None not in names:
                    yield f"{path.name}:{call.lineno}", key, frozenset(filter(None, names))


def tables() -> Iterator[tuple[str, dict[Enum, str]]]:
    """Each table of the keys that the members of an enum have: where it is, and what it says."""
    for module in pkgutil.walk_packages(handlers.__path__, "handlers."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if name not in PARTIAL and isinstance(value, dict) and is_table(value):
                yield f"{module.name}.{name}", value


def is_table(value: dict[object, object]) -> bool:
    of = {type(member) for member in value}
    return len(of) == 1 and issubclass(of.pop(), Enum) and all(key in KEYS for key in value.values())


def test_every_key_in_the_code_has_its_message() -> None:
    first_words = {key.partition("-")[0] for key in KEYS if "-" in key}
    like_a_key = re.compile(rf"({'|'.join(first_words)})(-[a-z0-9_]+)+")
    assert {text for text in literals() if like_a_key.fullmatch(text)} <= set(KEYS)


def test_every_message_is_used_by_its_whole_key() -> None:
    assert set(KEYS) - literals() == set()


@table("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_message_stands_in_a_room_that_names_it_and_else_with_the_kit(folder: Path) -> None:
    own = {text for path in SPOKEN if is_of(path, folder) for text in texts(path)}
    assert set(messages.keys(folder, "en")) - own == set()


def is_of(path: Path, folder: Path) -> bool:
    """Whether a file can name what stands in a folder: one of its room, or of what the settings of all rooms are.

    The kit has what it says itself, what the door and the bot say, and what more than one room says.
    """
    return folder == messages.KIT or path.is_relative_to(folder) or not path.is_relative_to(ROOT / "handlers")


def test_the_kit_names_no_message_of_a_room() -> None:
    kit = {text for path in SPOKEN if path.is_relative_to(messages.KIT) for text in texts(path) if "-" in text}
    assert kit & set(KEYS) <= set(messages.keys(messages.KIT, "en"))


@table("path", SPOKEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_key_is_put_together(path: Path) -> None:
    assert formed_keys(tree(path)) == []


def test_no_key_that_is_handed_on_is_put_together() -> None:
    assert put_together([tree(path) for path in SPOKEN], []) == []


@table(
    "source",
    [
        pytest.param("say(locale, f'port-state-{state}')", id="said"),
        pytest.param("say(locale, 'port-state-' + state)", id="added up"),
        pytest.param("say(locale, 'port-state-{}'.format(state))", id="filled in"),
        pytest.param("say(locale, key=f'{what}-{state}')", id="by name"),
        pytest.param("asked(locale, name, f'{what}-{state}', element)", id="handed on"),
        pytest.param("asked(locale, name, 'port-list', element, hint=f'{what}-{state}')", id="handed on by name"),
        pytest.param("def f(*, key): asked(locale, name, key, element)\nf(key=f'{what}-{state}')", id="twice"),
        pytest.param("BadInput(f'{what}-{state}', said=said)", id="raised"),
        pytest.param("BadField(name, f'{what}-{state}')", id="raised at a field"),
    ],
)
def test_a_key_that_is_put_together_would_be_found(source: str) -> None:
    kit = [tree(ROOT / f"handlers/kit/{name}.py") for name in ("messages", "blocks", "words")]
    assert put_together([ast.parse(source)], kit)


@table("source", ["f'port-state-{state}'", "f'{broken}-here'", "{State.DRAFT: f'port-{what}-draft'}"])
def test_a_text_that_comes_out_as_a_key_would_be_found(source: str) -> None:
    assert formed_keys(ast.parse(source))


def test_a_table_of_keys_has_words_for_each_member_of_its_enum() -> None:
    found = dict(tables())
    assert {"handlers.ports.views.words.STATES", "handlers.kit.blocks.KINDS"} <= found.keys()
    lacking = {where: set(type(next(iter(keys)))) - keys.keys() for where, keys in found.items()}
    assert {where: members for where, members in lacking.items() if members} == {}


def test_what_is_chosen_by_no_enum_has_its_words() -> None:
    assert FIELD_NAMES.keys() >= set(Field)
    assert listing.MENU_WORDS.keys() == menu.VERBS.keys()


def test_a_message_is_said_with_exactly_the_values_it_names() -> None:
    calls = list(calls_of_say())
    wrong = [(where, key) for where, key, names in calls if names != variables("en").get(key)]
    assert calls
    assert wrong == []


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for messages that the desk knows in this test alone."""
    monkeypatch.setattr(messages, "_folders", [*messages._folders])
    yield tmp_path
    messages.bundle.cache_clear()


def with_words(folder: Path, **said: str) -> Feature:
    """A feature whose messages in each of LOCALES are these."""
    for locale in LOCALES:
        (folder / f"{locale}.ftl").write_text(said.get(locale, ""), "utf-8")
    return Feature(name="a test", words=folder)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("theirs", ["failed", "card-live"], ids=["of the kit", "of another room"])
def test_a_message_that_two_rooms_claim_is_refused(room: Path, locale: str, theirs: str) -> None:
    feature = with_words(room, **{locale: f"{theirs} = Twice"})
    with pytest.raises(Claimed, match=f"message in {locale} {theirs}"):
        join([*FEATURES.all, feature])


@pytest.mark.parametrize("locale", LOCALES)
def test_a_message_that_stands_in_a_file_twice_is_refused(room: Path, locale: str) -> None:
    feature = with_words(room, **{locale: "of-a-test = Once\nof-a-test = Twice"})
    with pytest.raises(Claimed, match=f"message in {locale} of-a-test"):
        join([feature])


def test_what_a_room_says_is_known_as_soon_as_the_room_is(room: Path) -> None:
    with_words(room, en="of-a-test = A test", fr="of-a-test = Un essai")
    assert [say(locale, "of-a-test") for locale in ("en", "fr")] == ["A test", "Un essai"]
    assert say("en", "button-close") == "Close"
