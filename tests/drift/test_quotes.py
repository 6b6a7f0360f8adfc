from __future__ import annotations

import pytest

from crawler.drift.quotes import quotations

URL = "https://a.kr/p"


def found(note: str, line: int, label: str = "글") -> list[str]:
    lines = note.splitlines()
    return list(quotations(lines[line - 1].strip(), label, lines, line))


@pytest.mark.parametrize("marks", ["“{}”", "「{}」", "『{}』", "«{}»", '"{}"', "„{}“"])
def test_words_between_quotation_marks(marks: str) -> None:
    words = "cron의 PATH는 두 폴더뿐이다"

    assert found(f"글은 {marks.format(words)}라고 한다 ([글]({URL})).", 1) == [words]


def test_a_term_is_no_quotation_and_a_label_is_a_title() -> None:
    assert found(f'The "PATH" of [cron]({URL}).', 1) == []
    assert found(f"See [“The quiet failures of cron”]({URL}).", 1, label="“The quiet failures of cron”") == []


@pytest.mark.parametrize(
    "note",
    [
        "> The PATH of *cron* is\n> two folders alone.\n> — [글]({url})",
        "> The PATH of cron is\n> two folders alone.\n\n출처: {url}",
        "> The PATH of cron is\n> two folders alone.\n출처: {url}",
        "> [!quote]\n> The PATH of cron is two folders alone.\n\n[글]({url})",
        "> The PATH of `cron` is two folders alone. — [글]({url})",
    ],
)
def test_a_block_of_quotation_above_the_link_or_around_it(note: str) -> None:
    lines = note.format(url=URL).splitlines()
    words = [" ".join(found(note.format(url=URL), len(lines))).strip()]

    assert words == ["The PATH of cron is two folders alone."]


@pytest.mark.parametrize(
    "note",
    ["> The PATH of cron is two folders.\n\nSome words of the note.\n\n{url}", "> 출처: {url}", "text\n\n{url}"],
)
def test_what_is_no_quotation_of_this_source(note: str) -> None:
    lines = note.format(url=URL).splitlines()

    assert found(note.format(url=URL), len(lines)) == []


def test_without_the_note_its_line_is_what_there_is() -> None:
    quoted = f"> The PATH of cron is two folders. — [글]({URL})"

    assert list(quotations(quoted, "글", (), 7)) == ["The PATH of cron is two folders."]
