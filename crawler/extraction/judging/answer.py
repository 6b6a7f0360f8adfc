"""What a server answered, beside the page itself."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How the page came."""

    url: str  # as asked for
    final_url: str
    status: int | None = 200
    headers: dict[str, str] = field(default_factory=dict)  # lower-case names
    rendered: bool = False  # its scripts have run, in a browser of today
