from __future__ import annotations

import random

import pytest

from crawler.drift import compare

POST = """# cron이 조용히 실패할 때

조회수 1,204 · 3시간 전

손으로 실행하면 잘 되는 스크립트가 cron에만 올리면 돌지 않는다.

## PATH

cron의 PATH는 `/bin` 뿐이라 다른 명령은 찾지 못한다. 절대 경로로 적는다.

- 로그를 남긴다
- 메일을 켠다

```sh
* * * * * /opt/backup.sh
MAILTO=me
```
"""


def kinds(old: str, new: str) -> list[str]:
    return [change.kind for change in compare(old, new).changes]


def test_an_article_is_the_same_as_itself() -> None:
    compared = compare(POST, POST)

    assert (compared.changed, compared.score, compared.gone, compared.new) == (False, 0.0, 0, 0)
    assert {change.block for change in compared.changes} == {"heading", "paragraph", "item", "code"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("조회수 1,204 · 3시간 전", "조회수 1,377 · 2일 전"),
        ("절대 경로로 적는다.", "**절대 경로**로 적는다."),
        ("찾지 못한다. 절대", "찾지 못한다.\n\n절대"),
        ("찾지 못한다. 절대", "찾지 못한다.\n절대"),
        ("- 로그를 남긴다\n- 메일을", "1. 로그를 남긴다\n2. 메일을"),
        ("- 로그를 남긴다\n- 메일을 켠다", "- 메일을 켠다\n- 로그를 남긴다"),
        ("다른 명령은", "[다른 명령은](https://a.kr/x?y=1)"),
    ],
)
def test_what_reads_the_same_is_no_change(old: str, new: str) -> None:
    assert old in POST
    compared = compare(POST, POST.replace(old, new))

    assert (compared.changed, compared.score) == (False, 0.0)


def test_the_score_is_the_share_of_the_words_that_are_gone_or_altered() -> None:
    compared = compare("One two three four.\n\nFive six seven eight.", "One two three five.\n\nFive six seven eight.")

    assert (compared.words, compared.gone, compared.new, compared.score) == (8, 1, 1, 0.125)


def test_what_is_added_takes_nothing_away() -> None:
    compared = compare("One two three.", "One two three. Four five.\n\nSix.")

    assert (compared.changed, compared.score, compared.new) == (True, 0.0, 3)


def test_a_word_that_a_new_paragraph_has_too_is_no_heading_that_was_kept() -> None:
    old = "First words of it.\n\n## Vary\n\nLast words of it, which stay."
    new = "First words of it.\n\n## Keys\n\nLast words of it, which stay.\n\nThe header No-Vary-Search is newer."

    assert compare(old, new).gone == 1
    assert kinds(old, new) == ["same", "gone", "new", "same", "new"]


def test_an_article_that_is_another_one_is_all_gone() -> None:
    compared = compare(POST, "# Domain for sale\n\nThis domain is for sale. Ask for the price.")

    assert compared.score == 1.0
    assert "same" not in {change.kind for change in compared.changes}


def test_a_sign_is_a_word_in_code_alone() -> None:
    assert compare("```\na + b\n```", "```\na - b\n```").score > 0
    assert compare("Hello, world", "Hello world").score == 0.0


def test_a_paragraph_that_moved_and_was_altered_keeps_its_words() -> None:
    first = "The scheduler holds a lease for every worker and renews it twice a minute."
    others = [f"Paragraph {number} speaks of nothing but {number * 7} and {number * 11}." for number in range(20)]
    compared = compare("\n\n".join([first, *others]), "\n\n".join([*others, first.replace("twice", "thrice")]))

    assert (compared.gone, compared.new) == (1, 1)


def test_a_block_that_is_gone_stands_where_it_was() -> None:
    assert kinds("One one.\n\nTwo two.\n\nThree three.", "One one.\n\nThree three.\n\nFour four.") == [
        "same", "gone", "same", "new"
    ]  # fmt: skip


def test_a_block_that_moved_is_shown_where_it_is() -> None:
    assert kinds("Alpha a.\n\nBeta b.\n\nGamma c.", "Beta b.\n\nGamma c.\n\nAlpha a.") == ["same", "same", "moved"]


def test_japanese_is_compared_by_its_characters() -> None:
    compared = compare("夏の朝は早い。", "冬の朝は早い。")

    assert (compared.words, compared.gone) == (6, 1)


def test_an_empty_article_and_one_that_is_not() -> None:
    assert not compare("", "").changed
    assert compare("", "One.").score == 1.0
    assert compare("One.", "").score == 1.0


def texts() -> list[tuple[str, str]]:
    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefghij", k=5)) for _ in range(4000)]
    shares = [1 / (number + 1) for number in range(4000)]

    def paragraphs() -> list[str]:
        return [" ".join(chance.choices(words, shares, k=80)) for _ in range(420)]

    article = paragraphs()
    altered = [paragraph.replace(" ", " edited ", 3) for paragraph in article]
    code = ["```\n" + "\n".join(f"x[{n % k}] = {n % 4};" for n in range(12_000)) + "\n```" for k in (6, 7)]
    return [
        ("\n\n".join(article), "\n\n".join(paragraphs())),
        ("\n\n".join(article), "\n\n".join(chance.sample(altered, len(altered)))),
        ("a b c. " * 30_000, "b a c. " * 30_000),
        ("}\n\n" * 60_000, "{\n\n" * 30_000 + "}\n\n" * 30_000),
        (code[0], code[1]),
    ]


@pytest.mark.timeout(30)
@pytest.mark.parametrize(("old", "new"), texts(), ids=["other", "shuffled", "one paragraph", "repeated", "code"])
def test_a_long_article_of_any_form_is_compared_soon(old: str, new: str) -> None:
    assert compare(old, new).changed
