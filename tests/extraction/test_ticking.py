from __future__ import annotations

import pytest

from crawler.extraction.ticking import steady


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("조회수 1,234 · 댓글 5", "조회수 1,310 · 댓글 12"),
        ("- 좋아요(3)", "- 좋아요(1.2만)"),
        ("**1,204 views** | 12 comments", "**1.3k views** | 1 comments"),
        ("| 조회 | 51 |", "| 조회 | 1034 |"),
        ("Stars: 1.2k", "Stars: 1.4k"),
        ("This page has been viewed 1,234 times.", "This page has been viewed 1,240 times."),
        ("새벽반 · 3시간 전", "새벽반 · 2일 전"),
        ("asked 2 years ago by someone", "asked 3 years ago by someone"),
        ("Dernière réponse il y a 2 jours", "Dernière réponse il y a 12 jours"),
        ("Last updated: March 3, 2026", "Last updated: April 12, 2026"),
        ("최종 수정일: 2026-03-01 12:30", "최종 수정일: 2026-04-11 09:02"),
        ("2026.03.01 현재", "2026.03.02 현재"),
        ("![](https://cdn.test/a.png?type=w773&t=1)", "![](https://cdn.test/a.png?type=w966)"),
        ("[글](https://a.test/p?id=3&utm_source=x)", "[글](https://a.test/p?id=3)"),
        ("[x](https://a.test/p?X-Amz-Date=20260301&Expires=1)", "[x](https://a.test/p?X-Amz-Date=20260302&Expires=2)"),
        ("[x](https://a.test/p?r=1772366400)", "[x](https://a.test/p?r=1772369999)"),
    ],
)
def test_what_ticks_is_no_change(before: str, after: str) -> None:
    assert steady(before) == steady(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("댓글은 하루 3개까지 허용한다.", "댓글은 하루 5개까지 허용한다."),
        (
            "In our test the server sent 3 replies to each request.",
            "In our test the server sent 5 replies to each request.",
        ),
        ("## 2.1.0 (2026-03-01)", "## 2.1.0 (2026-03-02)"),
        ("- 2026-03-01 회의", "- 2026-03-02 회의"),
        ("포트는 8050이다.", "포트는 8051이다."),
        ("[글](https://a.test/p?id=3)", "[글](https://a.test/p?id=4)"),
        ("[v](https://youtube.com/watch?v=dQw4w9WgXcQ)", "[v](https://youtube.com/watch?v=aQw4w9WgXcQ)"),
        ("```\nviews 3\n```", "```\nviews 4\n```"),
        ("조회수 3", "추천수 3"),
    ],
)
def test_what_somebody_wrote_is_a_change(before: str, after: str) -> None:
    assert steady(before) != steady(after)


def test_code_ends_where_its_fence_ends() -> None:
    assert steady("````\n```\nviews 3\n````\n\nviews 3") == "````\n```\nviews 3\n````\n\nviews …"


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "line", ["1," * 100_000, "views " * 40_000 + "1", "![" * 100_000 + "1?", "https://a?" * 40_000, "1 " * 59]
)
def test_a_hostile_line_takes_no_time(line: str) -> None:
    assert steady(line)
