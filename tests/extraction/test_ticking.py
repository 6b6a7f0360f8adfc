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
        ("[x](https://a.test/p;jsessionid=1A?id=7)", "[x](https://a.test/p;jsessionid=2B?id=7)"),
        (
            "![](https://t.test/R1280x0/?fname=https%3A%2F%2Fcdn.test%2Fa.png%3Fsignature%3Da)",
            "![](https://t.test/R1280x0/?fname=https%3A%2F%2Fcdn.test%2Fa.png%3Fsignature%3Db)",
        ),
        ("조회수 1,234회", "조회수 1.3만회"),
        ("홍길동 · 2024. 3. 11. · 조회 12", "홍길동 · 2024. 3. 11. · 조회 13"),
        ("5개의 댓글", "6개의 댓글"),
        ("♥ 3", "♥ 4"),
        ("1,204", "1,310"),
        ("## Answer (accepted, 123 votes)", "## Answer (accepted, 124 votes)"),
        ("오늘 2026-03-01", "오늘 2026-03-02"),
        ("2026-03-01 12:30:15", "2026-03-02 08:01:00"),
        ("© 2025 Somebody", "© 2026 Somebody"),
        ("[![buy](https://i.test/7.png)](https://ad.doubleclick.net/click?7)", "Advertisement"),
        ("[오늘의 특가](https://link.coupang.com/a/xyz)", "광고"),
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
        ("조회 쿼리를 3번 보낸다.", "조회 쿼리를 4번 보낸다."),
        ("| 2 | 조회가 느리다 |", "| 3 | 조회가 느리다 |"),
        ("`likes 3`", "`likes 4`"),
        ("현재 배포된 판은 2024-03-11에 나온 것이다.", "현재 배포된 판은 2024-03-12에 나온 것이다."),
        ("Written with [a partner](https://link.coupang.com/a/x)", "Written with [a partner](https://a.test/x)"),
        ("![](https://a.test/image?id=1)", "![](https://a.test/image?id=2)"),
        (
            "![](https://t.test/R1280x0/?fname=https%3A%2F%2Fcdn.test%2Fa.png)",
            "![](https://t.test/R1280x0/?fname=https%3A%2F%2Fcdn.test%2Fb.png)",
        ),
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
