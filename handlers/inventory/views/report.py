"""The picture of a report: lines for what the quota was used for, bars for the countries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from handlers.kit.blocks import KINDS
from handlers.kit.messages import say
from store.places import country_name
from store.types import Kind

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

_COLOURS = {Kind.TOLL: "#1264a3", Kind.TOLL_FREE: "#2b8a3e"}
_GREY = "#8d8d8d"
_COUNTRIES = 12  # that are drawn; the others are one bar
_ROOM = 6  # bars for which there is room at least
_TICKS = 15  # days between the dates that are written
_SIZE, _DOTS = (11, 5), 120  # inches, and dots in each


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageReport:
    """How many numbers of each kind counted against the quota on each day, and how many there are by country now."""

    days: Sequence[date]
    used: Mapping[Kind, Sequence[int]]
    quota: int
    countries: Mapping[str, Mapping[Kind, int]]


def draw(locale: str, data: UsageReport) -> bytes:
    """The picture, as a PNG."""
    # Imported here: most processes never draw, and it would more than double what they weigh.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    # Not by pyplot, which keeps all figures of a process, and is for one thread.
    figure = Figure(figsize=_SIZE, dpi=_DOTS, layout="constrained")
    FigureCanvasAgg(figure)
    used, countries = figure.subplots(1, 2)
    _draw_used(used, locale, data)
    _draw_countries(countries, locale, data)
    content = BytesIO()
    figure.savefig(content, format="png", metadata={"Software": None})
    return content.getvalue()


def in_words(locale: str, data: UsageReport) -> str:
    """What the picture shows, for those who do not see it."""
    named = [f"{name} {sum(of.values())}" for name, of in _bars(locale, data).items()]
    return say(
        locale,
        "report-in-words",
        toll=data.used[Kind.TOLL][-1],
        toll_free=data.used[Kind.TOLL_FREE][-1],
        toll_before=data.used[Kind.TOLL][0],
        toll_free_before=data.used[Kind.TOLL_FREE][0],
        quota=data.quota,
        countries=", ".join(named) or say(locale, "report-no-countries"),
    )


def _draw_used(axes: "Axes", locale: str, data: UsageReport) -> None:
    from babel.dates import format_date

    axes.set_title(say(locale, "report-used"))
    at = range(len(data.days))
    for kind, colour in _COLOURS.items():
        axes.step(at, data.used[kind], where="post", color=colour, linewidth=2, label=say(locale, KINDS[kind]))
    axes.axhline(data.quota, color=_GREY, linestyle="--", label=say(locale, "report-quota", quota=data.quota))
    ticks = list(at)[::-_TICKS][::-1]
    axes.set_xticks(ticks, [format_date(data.days[tick], "d MMM", locale) for tick in ticks])
    axes.set_ylim(0, max(data.quota, *(max(used) for used in data.used.values()), 1) * 1.1)
    _in_whole_numbers(axes.yaxis)
    axes.grid(axis="y", alpha=0.3)
    axes.legend(loc="best")


def _draw_countries(axes: "Axes", locale: str, data: UsageReport) -> None:
    axes.set_title(say(locale, "report-countries"))
    bars = _bars(locale, data)
    names, begin = list(bars), [0] * len(bars)
    for kind, colour in _COLOURS.items():
        counted = [of.get(kind, 0) for of in bars.values()]
        axes.barh(names, counted, 0.6, left=begin, color=colour, label=say(locale, KINDS[kind]))
        begin = [before + count for before, count in zip(begin, counted, strict=True)]
    axes.set_ylim(max(len(bars), _ROOM) - 0.5, -0.5)  # the first on top, and a bar alone no wider than others
    _in_whole_numbers(axes.xaxis)
    if not bars:
        axes.text(0.5, 0.5, say(locale, "report-no-countries"), ha="center", va="center", transform=axes.transAxes)


def _in_whole_numbers(axis: "Axis") -> None:
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True))


def _bars(locale: str, data: UsageReport) -> dict[str, Mapping[Kind, int]]:
    """The countries with most numbers by their names, and all others together."""
    bars = {country_name(country, locale): of for country, of in list(data.countries.items())[:_COUNTRIES]}
    others = list(data.countries.values())[_COUNTRIES:]
    together = {kind: sum(of.get(kind, 0) for of in others) for kind in Kind}
    return bars | ({say(locale, "report-others"): together} if others else {})
