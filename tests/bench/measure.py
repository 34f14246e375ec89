"""One line of the report: what was measured on both sides, and whether it is within its bound."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

Bound = tuple[str, float]  # "most" or "least", and how much


@dataclass(frozen=True, kw_only=True)
class Measure:
    """`reference` None: there is nothing to compare with, so that the bound is on `ours` itself."""

    name: str
    engine: str
    unit: str
    ours: float
    reference: float | None = None
    ratio_bound: Bound | None = None
    ours_bound: Bound | None = None
    beside: Mapping[str, float] = field(default_factory=dict)  # what else is worth seeing, without a bound

    @property
    def ratio(self) -> float | None:
        return self.ours / self.reference if self.reference else None

    @property
    def is_within(self) -> bool:
        return _is_within(self.ratio, self.ratio_bound) and _is_within(self.ours, self.ours_bound)

    def line(self, *, quick: bool) -> str:
        told = {
            "name": self.name,
            "engine": self.engine,
            "unit": self.unit,
            "ours": _rounded(self.ours),
            "reference": _rounded(self.reference),
            "ratio": _rounded(self.ratio),
            "beside": {what: _rounded(value) for what, value in self.beside.items()},
            "bound": _told("ratio", self.ratio_bound) + _told("ours", self.ours_bound),
            "within": self.is_within,
            "quick": quick,
            "machine": machine(),
        }
        return json.dumps({name: value for name, value in told.items() if value not in (None, [], {})})


def machine() -> str:
    """What it was measured on."""
    model = next((line.partition(":")[2].strip() for line in _cpu_lines() if line.startswith("model name")), "")
    return f"{os.cpu_count()} x {model or platform.machine()}, Python {platform.python_version()}"


def percentile(values: Sequence[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def _cpu_lines() -> list[str]:
    file = Path("/proc/cpuinfo")
    return file.read_text().splitlines() if file.exists() else []


def _is_within(value: float | None, bound: Bound | None) -> bool:
    if value is None or bound is None:
        return True
    side, limit = bound
    return value <= limit if side == "most" else value >= limit


def _told(what: str, bound: Bound | None) -> list[str]:
    return [f"{what} at {bound[0]} {bound[1]:g}"] if bound else []


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
