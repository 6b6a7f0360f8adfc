"""Which pages pass for a version of the article that is kept."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest

from crawler.drift.doubt import MOST, Version, doubt_of
from tests.drift.version_pairs import version_pairs

if TYPE_CHECKING:
    from tests.drift.version_pairs import Pair

URL = "https://a.test/cron"
DAY = datetime(2026, 3, 1, tzinfo=UTC)
PARAGRAPHS = (
    "Cron runs each job with a short search path, so a program in a folder of yours is not found by its name alone.",
    "Write the whole path of the program into the table, or set the path in a line above the first job of the table.",
    "The output of a job is mailed to its owner, and is lost without a word where the machine has no mail server.",
    "Send both streams to a file, and let the log be turned over by the tool that the distribution brings for that.",
    "Two runs of a slow job overlap: take a lock at the start, and leave at once where another run still has it.",
    "Times are those of the machine, so a job in the hour that summer time skips does not run at all on that day.",
)
POST = "\n\n".join(PARAGRAPHS)
SUMMARY = (
    "In short: a job of cron runs with another search path than you have, so write the whole path of each program. "
    "Send the output to a file, as no mail server takes it, and take a lock where a slow job overlaps its next run."
)
OTHER = (
    "Our collection of linen dresses has arrived in all shops, with free shipping until the end of this sunny week. "
    "Members save a fifth of the price of each piece, and receive a small bag of cotton with their first purchase. "
) * 4
LIST = "\n".join(f"- [A story about number {number}](https://a.test/{number})" for number in range(40))
OTHER_LIST = "\n".join(f"- [News of item {number} of today](https://b.test/{number})" for number in range(50, 90))


def post(markdown: str = POST, title: str | None = "Why cron fails", **fields: datetime | str | None) -> Version:
    return Version(title, markdown, **{"canonical_url": URL, "published_at": DAY, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize("pair", version_pairs(), ids=lambda pair: pair.name)
def test_an_edit_replaces_the_article_and_nothing_else_does(pair: Pair) -> None:
    assert pair.replaces is pair.is_edit, pair.known["why"]


def test_there_are_enough_pairs_of_each_lot() -> None:
    counts = Counter((pair.known["lot"], pair.is_edit) for pair in version_pairs())

    assert all(counts[lot, is_edit] >= 30 for lot in "AB" for is_edit in (True, False))


@pytest.mark.parametrize(
    "came",
    [
        post(),
        post(f"{POST}\n\n{OTHER}"),
        post("\n\n".join(PARAGRAPHS[2:]), title="Another title"),
        post("\n\n".join(reversed(PARAGRAPHS))),
        post("\n\n".join(PARAGRAPHS[1::3])),  # shortened to a third
        post(SUMMARY, title="Cron fails"),
        post(OTHER, modified_at=DAY + timedelta(days=9)),  # calls itself a later version
    ],
)
def test_what_has_the_text_or_the_title_and_the_subject_is_a_version(came: Version) -> None:
    assert doubt_of(post(), came) is None


@pytest.mark.parametrize(
    ("came", "reason"),
    [
        (post(OTHER), "another text than the kept article: 0% of its words came again"),
        (
            post(OTHER, "Linen"),
            "another text than the kept article, under the title “Linen”: 0% of its words came again",
        ),
        (
            post(OTHER, published_at=DAY - timedelta(days=1)),
            "another text than the kept article: 0% of its words came again",
        ),
        (
            post(OTHER, "Linen", modified_at=DAY + timedelta(days=9)),
            "another text than the kept article, under the title “Linen”: 0% of its words came again",
        ),
        (
            post(OTHER, canonical_url="https://a.test/", modified_at=DAY + timedelta(days=9)),
            "another text than the kept article: 0% of its words came again",
        ),
        (post(PARAGRAPHS[0]), "much shorter than the kept article: 17% of its length"),  # cut off
        (
            post(f"{PARAGRAPHS[0]} Read the rest of this story in our app, which is free for all who join today."),
            "much shorter than the kept article: 29% of its length",
        ),
        (post(""), "much shorter than the kept article: 0% of its length"),
    ],
)
def test_what_has_neither_is_doubtful(came: Version, reason: str) -> None:
    doubt = doubt_of(post(), came)

    assert doubt
    assert doubt.reason == reason


def test_the_entries_of_a_list_may_all_be_replaced() -> None:
    assert doubt_of(post(LIST, "Stories"), post(OTHER_LIST, "Stories")) is None
    assert doubt_of(post(LIST, "Stories"), post(OTHER_LIST, "Another list")) is not None
    assert doubt_of(post(LIST, "Stories"), post(OTHER, "Stories")) is not None


def test_a_text_of_a_few_words_is_known_by_its_title() -> None:
    assert doubt_of(post("Soon here."), post(OTHER)) is None
    assert doubt_of(post("Soon here."), post(OTHER, "Linen")) is not None


def test_without_a_title_a_text_of_a_few_words_is_no_version_of_a_long_one() -> None:
    assert doubt_of(post("Release 1.2.3", None), post("Release 1.2.4", None)) is None
    assert doubt_of(post("Release 1.2.3", None), post(OTHER, None)) is not None


def test_long_texts_of_one_language_are_not_one_subject() -> None:
    language = [f"{number:03}common" for number in range(600)]  # what is in each long text
    subjects = [[f"{number:03}{subject}" for number in range(600)] for subject in ("databases", "dresses")]
    cron, linen = (" ".join(Random(words[0]).choices(language + words, k=9_000)) for words in subjects)

    assert doubt_of(post(cron), post(linen, "Linen")) is not None
    assert doubt_of(post(cron), post(linen)) is not None
    assert doubt_of(post(cron), post(" ".join(reversed(cron.split())), "Linen")) is None


def test_of_a_very_long_text_the_beginning_is_compared() -> None:
    rows = "- a\n" * (MOST // 4)
    endless = Version("Rows", rows + POST)

    assert doubt_of(endless, Version("Lines", rows + OTHER)) is None
    assert len(endless.words) == MOST // 4


def test_han_and_hangul_have_subjects_too() -> None:
    korean = "크론은 짧은 경로로 작업을 실행한다. 작업의 출력은 메일로 간다. 잠금을 잡으면 작업이 겹치지 않는다. " * 2
    rewritten = (
        "경로가 짧아서 작업이 실패했다. 출력을 파일에 남기고 잠금도 걸었더니 겹치는 작업이 사라졌다. 메일은 껐다. " * 2
    )
    chinese = "定时任务的搜索路径很短,所以要写程序的完整路径。任务的输出会寄给用户,没有邮件服务就会丢失。"
    reworded = "程序要写完整路径,因为定时任务搜索不到。没有邮件服务的机器上,输出会丢失,用户看不到任务的结果。"

    assert doubt_of(post(korean), post(rewritten)) is None
    assert doubt_of(post(chinese), post(reworded)) is None
    assert doubt_of(post(korean), post(chinese)) is not None
