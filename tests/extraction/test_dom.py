from __future__ import annotations

from crawler.extraction.dom import holds_more, parse


def test_children_are_counted_no_further_than_asked() -> None:
    box = parse("<body><p></p><p></p></body>").find("body")

    assert [holds_more(box, number) for number in (0, 1, 2, 3)] == [True, True, False, False]


def test_a_document_behind_another_is_part_of_its_body() -> None:
    tree = parse(
        "<html><body><p>one</p></body></html>\n<html><head><title>t</title></head><body><p>two</p></body></html>"
    )

    assert tree.getnext() is None
    assert [p.text for p in tree.find("body").iter("p")] == ["one", "two"]
    assert len(tree.xpath("//body")) == 1
