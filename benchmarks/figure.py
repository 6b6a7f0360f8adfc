"""What a benchmark finds: a ratio, taken within one run, and the bound that it has to keep."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class AtMost:
    """A bound for what should be small."""

    limit: float

    def holds(self, ratio: float) -> bool:
        return ratio <= self.limit

    def __str__(self) -> str:
        return f"≤ {self.limit:.3g}"


@dataclass(frozen=True)
class AtLeast:
    """A bound for what should be large."""

    limit: float

    def holds(self, ratio: float) -> bool:
        return ratio >= self.limit

    def __str__(self) -> str:
        return f"≥ {self.limit:.3g}"


@dataclass(frozen=True)
class Figure:
    """One ratio of a benchmark: ours to the yardstick's, medians of runs that took turns."""

    name: str
    ours: float
    yardstick: float
    unit: str
    bound: AtMost | AtLeast

    @classmethod
    def of(
        cls, name: str, ours: Sequence[float], yardstick: Sequence[float], *, unit: str, bound: AtMost | AtLeast
    ) -> Figure:
        return cls(name, median(ours), median(yardstick), unit, bound)

    @property
    def ratio(self) -> float:
        if not self.yardstick:
            return inf if self.ours else 0.0
        return self.ours / self.yardstick

    @property
    def passes(self) -> bool:
        return self.bound.holds(self.ratio)

    @property
    def outcome(self) -> str:
        return "pass" if self.passes else "miss"

    @property
    def parts(self) -> str:
        return f"{self.ours:.4g} : {self.yardstick:.4g} {self.unit}".rstrip()

    def __str__(self) -> str:
        return f"{self.name}: {self.ratio:.3f} ({self.bound}) {self.outcome}, {self.parts}"
