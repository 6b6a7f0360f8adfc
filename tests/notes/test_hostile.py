"""Texts made to be slow to read. The suite's timeout is what fails where a reader is quadratic."""

from __future__ import annotations

import pytest

from crawler.notes import extract_citations

N = 20_000
URL = "https://spring.io/x"

HOSTILE = {
    "brackets that open": "[" * N + "](https://spring.io/x)",
    "brackets that close": "[a](https://spring.io/x)" + "]" * N,
    "nested brackets": "[" * N + "]" * N + "\n[a]: https://spring.io/x",
    "labels of a defined id": "[" * N + "a" + "][a]" * N + "\n\n[b]: https://spring.io/x",
    "destinations never closed": "](https://spring.io/a b " * N,
    "titles never closed": '](https://spring.io/x "' * N,
    "curly titles never closed": "](a “" * N + "https://spring.io/x",
    "destinations in destinations": "[a](https://" * N,
    "parentheses": "https://spring.io/" + "(" * N + "https://spring.io/" + ")" * N,
    "tags never closed": "<a href='" * N + " https://spring.io/x",
    "anchors never closed": '<a href="https://spring.io/x">' * (N // 10),
    "quotes in tags": "<a \"'" * N + " https://spring.io/x",
    "comments never closed": "<!-- " * N + " x https://spring.io/x",
    "comments in a line": "a <!--" * N + " https://spring.io/x",
    "percent signs": "%%" * N + " https://spring.io/x",
    "backticks": " ".join("`" * (n % 300) for n in range(N // 10)) + " https://spring.io/x",
    "emphasis": "*_**__" * N + " https://spring.io/x",
    "emphasis and URLs": "**https://spring.io/x" * (N // 10),
    "URLs without a space": URL * N,
    "URLs in quotes": "'https://spring.io/x/" * N,
    "URLs with particles": "https://spring.io가/" * N,
    "URLs with entities": "https://spring.io/x&gt;/" * N,
    "titles of definitions never closed": "[1]: https://spring.io/x \"\n" * N + "[2]: https://spring.io/x '\n" * N,
    "glued titles": '[a](https://spring.io/x"' + '"y' * N + ")",
    "parameters without values": "[a](https://spring.io/?" + "&a" * N * 5 + ")",
    "embeds never closed": "{{video " * N + "{{ '" * N + " https://spring.io/x",
    "components": '<Card href="https://spring.io/x" />' * (N // 10),
    "braces": "{/*" * N + "{% highlight " * N + " https://spring.io/x",
    "colons in hosts": "https://spring.io" + ":x" * N + "!",
    "a port of letters": "https://spring.io:" + "x" * N + "!",
    "brackets of addresses": "http://[::" * N,
    "schemes gone wrong": "[a](htps://" * N + ")",
    "characters not seen": "[a](https://spring.io/" + "\u200b" * N + "x)",
    "quotes": "> " * N + "https://spring.io/x",
    "lists": "- " * N + "https://spring.io/x",
    "deep lists": "\n".join(" " * (2 * n) + "- a" for n in range(2_000)) + "\n\n" * N + "https://spring.io/x",
    "quoted lines": ("> " * 100 + "a\n") * 2_000 + "https://spring.io/x",
    "fences": "```a\n" * N + "\n## a\nhttps://spring.io/x",
    "fences in lists": "- ```\n" * N + "https://spring.io/x",
    "definitions": "\n".join(f"[{n}]: https://spring.io/{n}" for n in range(5_000)),
    "a paragraph of links": "\n".join(f"[{n}](https://spring.io/{n})" for n in range(5_000)),
    "front matter never closed": "---\na: b\n" + "c: https://spring.io/x\n" * (N // 10),
    "spaces": "https://spring.io/x" + " " * N * 10 + "x](" + " " * N + "y",
    "5 MB on a line": "가나다 " * 500_000 + URL,
    "5 MB of a URL": "https://spring.io/" + "h" * 5_000_000,
    "5 MB of brackets": "![" * 2_500_000 + "://",
    "5 MB of a heading": "# " + "`*_[" * 1_250_000 + "\n" + URL,
    "5 MB of a label": "[" + "`*_\\" * 1_250_000 + "](https://spring.io/x)",
}  # fmt: skip


@pytest.mark.timeout(30)
@pytest.mark.parametrize("note", HOSTILE.values(), ids=HOSTILE)
def test_no_text_is_slow_to_read(note: str) -> None:
    lines = note.count("\n") + 1

    assert all(1 <= citation.line <= lines for citation in extract_citations(note))
