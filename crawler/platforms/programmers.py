"""Programmers' problems: school.programmers.co.kr/learn/courses/NUMBER/lessons/NUMBER."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="programmers",
    hosts=("school.programmers.co.kr",),
    content=(".guide-section-description",),
    headings=(".guide-section-title",),
    title=(".lesson-content@data-lesson-title", "[data-lesson-title]@data-lesson-title"),
)
