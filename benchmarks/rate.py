"""A steady rate, from the moments at which a site was asked for pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EDGE = 0.1  # share of the moments at either end: the start, and the last ones with fewer in flight


def steady_rate(times: Sequence[float]) -> float:
    """Return pages a second between the first tenth and the last. Raises ValueError where there are too few."""
    edge = int(len(times) * EDGE)
    middle = sorted(times)[edge : len(times) - edge]
    if len(middle) < 2:
        raise ValueError(f"{len(times)} pages were asked for: too few to tell a rate")
    return (len(middle) - 1) / (middle[-1] - middle[0])
