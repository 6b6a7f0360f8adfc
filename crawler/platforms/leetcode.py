"""LeetCode's problems: leetcode.com/problems/NAME, whose text a script draws."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="leetcode",
    hosts=("leetcode.com",),
    rendered=True,
    content=('[data-track-load="description_content"]', ".question-content__JfgR"),
)
