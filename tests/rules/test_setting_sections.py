"""Settings stand in sections: rooms join them, and each is typed by its words in either language."""

from dataclasses import replace

import pytest

from handlers import desk
from handlers.kit.feature import Claimed, Feature, join
from handlers.kit.messages import say
from handlers.kit.words import BadInput
from handlers.settings import sections
from store.spelling import fold
from store.workspaces.columns import LOCALE, MAY_SEARCH
from store.workspaces.kinds import WholeNumber
from store.workspaces.settings import Setting
from store.workspaces.types import ADMINS, LOCALES
from tests.rules.test_setting_rows import BOTH_LANGUAGES, GROUP, NEW
from tests.table import table

WARN = Setting(
    name="warn_minutes", section="holds", kind=WholeNumber(least=1, most=5), default=2, label="settings-minutes"
)
MAY_WARN = Setting(name="may_warn", section="roles", kind=MAY_SEARCH.kind, default=ADMINS, label="settings-role-search")


def test_a_setting_without_a_column_stands_among_the_extra_ones() -> None:
    assert WARN.of(NEW) == 2
    after = WARN.put(NEW, 4)
    assert (WARN.of(after), after.extra) == (4, {"warn_minutes": 4})
    assert replace(after, extra={}) == NEW
    assert MAY_WARN.of(NEW) == ADMINS
    assert MAY_WARN.of(MAY_WARN.put(after, GROUP)) == GROUP


def test_a_rooms_setting_joins_the_others_of_its_section() -> None:
    joined = join([*desk.ALL, Feature(name="warnings", settings=(WARN,))])
    assert [row.name for row in joined.settings.values() if row.section == "holds"] == [
        *("hold_minutes", "rest_days", "warn_minutes")
    ]


@table(
    "feature",
    [
        pytest.param(Feature(name="twin", settings=(LOCALE,)), id="a name that there is"),
        pytest.param(Feature(name="twin", settings=(replace(WARN, block="language"),)), id="a field that there is"),
        pytest.param(Feature(name="twin", settings=(replace(WARN, section="nowhere"),)), id="a section that is not"),
        pytest.param(Feature(name="twin", sections=(sections.DESK,)), id="a section that there is"),
        pytest.param(Feature(name="twin", sections=(replace(sections.DESK, name="new"),)), id="a title that there is"),
    ],
)
def test_what_another_has_claimed_is_refused(feature: Feature) -> None:
    with pytest.raises(Claimed):
        join([*desk.ALL, feature])


def words(locale: str) -> dict[str, list[str]]:
    return {
        section.name: [word.strip() for word in say(locale, section.typed).split(",")]
        for section in desk.FEATURES.sections.values()
    }


@BOTH_LANGUAGES
@table("said", ["{}", " {} ", "CAPITALS {}"])
def test_a_section_is_typed_by_its_words_in_either_language(locale: str, said: str) -> None:
    for name, typed_so in words(locale).items():
        for word in [*typed_so, say(locale, desk.FEATURES.sections[name].title)]:
            shouted = word.upper() if "CAPITALS" in said else said.format(word)
            assert sections.typed(desk.FEATURES.sections, shouted, "en").name == name


def test_no_two_sections_are_typed_alike() -> None:
    of = [(fold(word), name) for locale in LOCALES for name, said in words(locale).items() for word in said]
    assert len({word for word, _ in of}) == len(set(of))


@table(
    ("said", "locale", "corrected"),
    [
        ("aprovals", "en", ("settings approvals",)),
        ("approbation s", "fr", ("settings approbations",)),
        ("reservation", "en", None),
        ("canx", "fr", ("settings canaux",)),
        ("pors", "en", ("settings ports",)),
        ("xyzzy", "fr", ("settings",)),
    ],
)
def test_a_section_that_is_not_there_is_told_with_those_called_nearly_so(
    said: str, locale: str, corrected: tuple[str, ...] | None
) -> None:
    if corrected is None:
        assert sections.typed(desk.FEATURES.sections, said, locale).name == "holds"
        return
    with pytest.raises(BadInput, match="settings-no-section") as bad:
        sections.typed(desk.FEATURES.sections, said, locale)
    assert bad.value.corrected == corrected
