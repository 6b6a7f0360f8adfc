from __future__ import annotations

from crawler.extraction.dom import holds_more, parse


def test_children_are_counted_no_further_than_asked() -> None:
    box = parse("<body><p></p><p></p></body>").find("body")

    assert [holds_more(box, number) for number in (0, 1, 2, 3)] == [True, True, False, False]
