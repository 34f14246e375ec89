"""Settings for port orders: a country, and the days that carriers need or may be silent, where not the usual ones."""

from typing import Any

import pytest
from phonenumbers import SUPPORTED_REGIONS

from bot.workspace.blockkit import check_view
from handlers.desk import FEATURES
from handlers.kit.fields import Fields
from handlers.kit.settings import Asking, merge, read
from handlers.kit.words import BadField
from handlers.ports.alarms import SILENT_DAYS
from handlers.settings.views import forms
from store.ports.types import State
from store.types import WorkspaceId
from store.workspaces import columns
from store.workspaces.types import LOCALES, Workspace
from tests.rules.fields import as_sent, setting_up, typed
from tests.table import table

NOW = Workspace(id=WorkspaceId("T1"), country="FR", port_lead_days={"FR": 12}, port_silent_days={"error": 4})
COUNTRY, LEAD, SILENT = "country", "port_lead_days", "port_silent_days"
PORTS = [row for row in columns.ROWS if row.section == "ports"]
COUNTRIES = sorted(SUPPORTED_REGIONS)


def merged(fields: Fields) -> Workspace:
    return merge(NOW, read(PORTS, fields, {})).workspace


def saved(**fields: Any) -> Workspace:
    return merged(setting_up(**fields))


def fault(**fields: Any) -> tuple[str, str]:
    with pytest.raises(BadField) as caught:
        saved(**fields)
    return caught.value.field, caught.value.key


@table(("said", "country"), [("US", "US"), ("gb", "GB"), (" Fr ", "FR")])
def test_a_country_is_read(said: str, country: str) -> None:
    assert saved(**typed(COUNTRY, said)).country == country


@table("said", ["", None, "UK", "XX", "USA", "1", "001"])
def test_what_is_no_country_is_refused(said: str | None) -> None:
    assert fault(**typed(COUNTRY, said)) == (COUNTRY, "settings-not-a-country")


@table(
    ("said", "days"),
    [
        pytest.param("GB 7", {"GB": 7}, id="one"),
        pytest.param("GB 7, fr 12", {"GB": 7, "FR": 12}, id="two"),
        pytest.param("GB:7;FR=12\nDE14", {"GB": 7, "FR": 12, "DE": 14}, id="however they are written"),
        pytest.param("GB 7, GB 8", {"GB": 8}, id="the last word counts"),
        pytest.param("GB 10, FR 12", {"FR": 12}, id="what is so for all is not kept"),
        pytest.param("GB 0, FR 90", {"GB": 0, "FR": 90}, id="none, and as many as can be"),
        pytest.param("", {}, id="nothing"),
        pytest.param(None, {}, id="left empty"),
        pytest.param(" , ;\n", {}, id="nothing between commas"),
    ],
)
def test_the_days_that_carriers_need_are_read(said: str | None, days: dict[str, int]) -> None:
    assert saved(**typed(LEAD, said)).port_lead_days == days


@table("said", ["GB", "7", "GB 91", "GB -1", "UK 7", "GB 7 FR 12", "GB seven", "GB 7.5", "GB 1000"])
def test_what_says_no_days_of_a_country_is_refused_and_told(said: str) -> None:
    with pytest.raises(BadField) as caught:
        saved(**typed(LEAD, f"FR 12, {said}"))
    bad = caught.value
    assert (bad.field, bad.key, bad.values) == (LEAD, "settings-not-lead-days", {"said": said, "most": 90})


@table("state", SILENT_DAYS)
@table("days", [1, 4, 90])
def test_the_silent_days_of_a_state_are_read(state: State, days: int) -> None:
    usual = SILENT_DAYS[state]
    read = saved(**typed(f"{SILENT}_{state}", str(days))).port_silent_days
    assert read.get(state) == (None if days == usual else days)


@table("state", SILENT_DAYS)
@table("said", ["", None, "0", "91", "-1", "1.5", "two"])
def test_what_is_no_count_of_days_is_refused(state: State, said: str | None) -> None:
    assert fault(**typed(f"{SILENT}_{state}", said)) == (f"{SILENT}_{state}", "settings-not-whole")


def test_what_is_not_asked_stays_as_it_is() -> None:
    fields = setting_up()
    asked = {name: field for name, field in fields.items() if name not in {COUNTRY, LEAD} and SILENT not in name}
    kept = merged(asked)
    assert (kept.country, kept.port_lead_days, kept.port_silent_days) == ("FR", {"FR": 12}, {"error": 4})


@table("locale", LOCALES)
@table("count", [1, 80, 120])
def test_days_of_many_countries_can_be_seen_and_sent_again(locale: str, count: int) -> None:
    once = saved(**typed(LEAD, ",".join(f"{country}7" for country in COUNTRIES[:count])))
    section, asking = FEATURES.sections["ports"], Asking(locale=locale, groups={})
    view = forms.of_section(asking, section, PORTS, forms.as_set(PORTS, once)).to_dict()
    assert check_view(view) == []
    assert merged(as_sent(view)) == once
