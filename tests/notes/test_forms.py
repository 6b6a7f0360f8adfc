"""Every form of a reference, well written and not: the note, then "LINE URL" of each citation in it."""

# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import pytest

from crawler.notes import extract_citations

CITES = {
    # Inline
    "inline": ("[a](https://spring.io/x)", "1 https://spring.io/x"),
    "with a title": ('[a](https://spring.io/x "제목 (1)")', "1 https://spring.io/x"),
    "in angle brackets": ("[a](<https://spring.io/x>)", "1 https://spring.io/x"),
    "with white space around": ("[a]( https://spring.io/x )", "1 https://spring.io/x"),
    "parentheses in the path": ("[a](https://ko.wikipedia.org/wiki/Foo_(bar))", "1 https://ko.wikipedia.org/wiki/Foo_(bar)"),
    "two on a line": ("[a](https://spring.io/x), [b](https://spring.io/y)", "1 https://spring.io/x", "1 https://spring.io/y"),
    "a label over two lines": ("text [a\nb](https://spring.io/x)", "2 https://spring.io/x"),
    "brackets in the label": ("[[Spring] 트랜잭션](https://spring.io/x)", "1 https://spring.io/x"),
    "what only looks like a wikilink": ("[[글]](https://spring.io/x)", "1 https://spring.io/x"),
    "the label is a URL": ("[https://spring.io/y](https://spring.io/x)", "1 https://spring.io/x"),
    "a picture as the label": ("[![그림](thumb.png)](https://youtu.be/dQw4w9WgXcQ)", "1 https://youtu.be/dQw4w9WgXcQ"),
    "inside parentheses": ("글([a](https://spring.io/x))", "1 https://spring.io/x"),
    "an upper-case scheme": ("[a](HTTPS://spring.io/x)", "1 https://spring.io/x"),
    "an entity": ("[a](https://spring.io/x?b=1&amp;c=2)", "1 https://spring.io/x?b=1&c=2"),
    "an escape": (r"[a](https://spring.io/x\_y)", "1 https://spring.io/x_y"),
    # Broken destinations
    "raw spaces": ("[a](https://spring.io/a b c.pdf)", "1 https://spring.io/a%20b%20c.pdf"),
    "in quotes": ('[a]("https://spring.io/x")', "1 https://spring.io/x"),
    "in curly quotes": ("[a](“https://spring.io/x”)", "1 https://spring.io/x"),
    "no scheme, www": ("[ecsimsw](www.blog.ecsimsw.com)", "1 https://www.blog.ecsimsw.com"),
    "no scheme, told by the label": ("[http://golang.org/doc/](golang.org/doc/)", "1 http://golang.org/doc/"),
    "no scheme, a domain": ("[Go](golang.org/doc/)", "1 https://golang.org/doc/"),
    "one slash": ("[a](https:/spring.io/x)", "1 https://spring.io/x"),
    "no colon": ("[a](https//spring.io/x)", "1 https://spring.io/x"),
    "the scheme twice": ("[a](https://https://spring.io/x)", "1 https://spring.io/x"),
    "protocol-relative": ("[a](//docs.python.org/3/)", "1 https://docs.python.org/3/"),
    "a link in place of the URL": ("[a]([https://spring.io/x](https://spring.io/y))", "1 https://spring.io/y"),
    "a link pasted into the URL": ("[a](https://spring.io/[https://spring.io/x](https://spring.io/y))", "1 https://spring.io/y"),
    "a link pasted as the host": ("[a](https://[www.spring.io](http://www.spring.io)/p/1)", "1 https://www.spring.io/p/1"),
    "a bracket before the URL": ("[a]([https://spring.io/x)", "1 https://spring.io/x"),
    "a pasted bracket behind the URL": ("<https://spring.io/x%3E>", "1 https://spring.io/x"),
    "a redirect wrapper": ("[a](https://www.google.com/url?q=https://spring.io/x&sa=D)", "1 https://spring.io/x"),
    # Autolinks and bare URLs
    "autolink": ("<https://spring.io/x>", "1 https://spring.io/x"),
    "bare": ("https://spring.io/x", "1 https://spring.io/x"),
    "a full stop behind": ("See https://spring.io/x.", "1 https://spring.io/x"),
    "in parentheses": ("(https://spring.io/x)에 있다", "1 https://spring.io/x"),
    "its own parentheses": ("https://spring.io/x_(y) z", "1 https://spring.io/x_(y)"),
    "a name in parentheses behind": ("https://spring.io(벨로그)", "1 https://spring.io"),
    "in strong emphasis": ("**https://spring.io/x**에서", "1 https://spring.io/x"),
    "at the end of an emphasis": ("***출처: https://spring.io/x***", "1 https://spring.io/x"),
    "at the end of an underscored emphasis": ("_출처: https://spring.io/x_", "1 https://spring.io/x"),
    "two in an emphasis": ("_출처: https://spring.io/x_y , https://spring.io/z_", "1 https://spring.io/x_y", "1 https://spring.io/z"),
    "highlighted": ("==https://spring.io/x==", "1 https://spring.io/x"),
    "stars of its own": ("https://crontab.guru/#12_2,16_*_*_*", "1 https://crontab.guru/#12_2,16_*_*_*"),
    "quoted": ("'https://spring.io/x'과 \"https://spring.io/y\"", "1 https://spring.io/x", "1 https://spring.io/y"),
    "in corner brackets": ("「https://spring.io/x」、https://spring.io/y。", "1 https://spring.io/x", "1 https://spring.io/y"),
    "an arrow behind": ("https://spring.io/x→https://spring.io/y", "1 https://spring.io/x", "1 https://spring.io/y"),
    "a comma between": ("https://spring.io/x,https://spring.io/y", "1 https://spring.io/x", "1 https://spring.io/y"),
    "an archive's path": (
        "https://web.archive.org/web/2020/https://spring.io/x",
        "1 https://web.archive.org/web/2020/https://spring.io/x",
    ),
    "a break behind": ("https://spring.io/x<br>https://spring.io/y<br/>", "1 https://spring.io/x", "1 https://spring.io/y"),
    "a hard break behind": ("https://spring.io/x\\\nnext", "1 https://spring.io/x"),
    "an entity behind": ("https://spring.io/x&nbsp;y", "1 https://spring.io/x"),
    "escaped underscores": (r"https://spring.io/x\_y\_z", "1 https://spring.io/x_y_z"),
    "glued to a Korean word": ("링크https://spring.io/x", "1 https://spring.io/x"),
    "a particle in the host": ("https://spring.io에서", "1 https://spring.io"),
    "a particle behind the path": ("https://github.com/thombergs/buckpal에 있다", "1 https://github.com/thombergs/buckpal"),
    "a particle behind a slash": ("https://spring.io/lotto/와", "1 https://spring.io/lotto/"),
    "a Korean slug": (
        "https://velog.io/@wisepine/JPA-사용-시-19가지-Tip",
        "1 https://velog.io/@wisepine/JPA-사용-시-19가지-Tip",
    ),
    "a Korean title": ("https://ko.wikipedia.org/wiki/간트_차트", "1 https://ko.wikipedia.org/wiki/간트_차트"),
    "a Korean query": ("https://spring.io/search?query=아이유", "1 https://spring.io/search?query=아이유"),
    "a Korean host": ("https://한글.kr/x", "1 https://한글.kr/x"),
    "brackets escaped": (r"\[a\](https://spring.io/x)", "1 https://spring.io/x"),
    # References and footnotes
    "reference": ("[a][1]\n\n[1]: https://spring.io/x", "1 https://spring.io/x"),
    "collapsed reference": ("[a][]\n\n[A]: https://spring.io/x 'title'", "1 https://spring.io/x"),
    "shortcut reference": ("see [a b]\n\n[a  B]: <https://spring.io/x>", "1 https://spring.io/x"),
    "a reference used twice": ("[a][1]\n\n[b][1]\n\n[1]: https://spring.io/x", "1 https://spring.io/x", "3 https://spring.io/x"),
    "definitions that nothing uses": ("## 참고\n[1]: https://spring.io/x\n[2]: https://spring.io/y", "2 https://spring.io/x", "3 https://spring.io/y"),
    "definitions right below text are text": ("text\n[1]: https://spring.io/x", "2 https://spring.io/x"),
    "footnote": ("글[^1]\n\n[^1]: https://spring.io/x", "3 https://spring.io/x"),
    "footnote of several paragraphs": ("글[^1]\n\n[^1]: 글\n\n    [a](https://spring.io/x)", "5 https://spring.io/x"),
    # HTML
    "html": ('<a href="https://spring.io/x">a</a>', "1 https://spring.io/x"),
    "html in single quotes": ("<p>글 <a class=b href='https://spring.io/x'>a</a></p>", "1 https://spring.io/x"),
    "html without quotes": ("<a href=https://spring.io/x>a</a>", "1 https://spring.io/x"),
    "html over lines": ('<a\n  target="_blank"\n  href="https://spring.io/x"\n>a</a>', "3 https://spring.io/x"),
    "html whose label is a URL": ('<a href="https://spring.io/x">https://spring.io/x</a>', "1 https://spring.io/x"),
    "html in upper case": ('<A HREF="https://spring.io/x">a</A>', "1 https://spring.io/x"),
    "Markdown inside a block of HTML": ("<div>\n[a](https://spring.io/x)\n</div>", "2 https://spring.io/x"),
    "a bare URL inside a block of HTML": ("<center>\n출처: https://spring.io/x\n</center>", "2 https://spring.io/x"),
    "inside a table of HTML": ('<table>\n  <tr>\n    <td><a href="https://spring.io/x">a</a>', "3 https://spring.io/x"),
    "below a summary": ("<details><summary>a</summary>\n\n- https://spring.io/x\n\n</details>", "3 https://spring.io/x"),
    "a component's href": ('<LinkCard\n  title="a"\n  href="https://spring.io/x"\n/>', "3 https://spring.io/x"),
    # Blocks
    "heading": ("## [a](https://spring.io/x)", "1 https://spring.io/x"),
    "underlined text": ("https://spring.io/x\n---\n글", "1 https://spring.io/x"),
    "nested list": ("- a\n    - b\n        - https://spring.io/x", "3 https://spring.io/x"),
    "list below a blank line": ("1. a\n\n   https://spring.io/x\n\n2. b", "3 https://spring.io/x"),
    "tabs": ("- a\n\t- https://spring.io/x\n\n\t  https://spring.io/y", "2 https://spring.io/x", "4 https://spring.io/y"),
    "task": ("- [ ] https://spring.io/x\n- [x] [a](https://spring.io/y)", "1 https://spring.io/x", "2 https://spring.io/y"),
    "quote": ("> > 출처: https://spring.io/x", "1 https://spring.io/x"),
    "lazy quote": ("> a\nhttps://spring.io/x", "2 https://spring.io/x"),
    "callout": ("> [!NOTE] 참고\n> https://spring.io/x", "2 https://spring.io/x"),
    "table": ("| a | b |\n|---|---|\n| https://spring.io/x|[b](https://spring.io/y) |", "3 https://spring.io/x", "3 https://spring.io/y"),
    "definition list": ("용어\n: https://spring.io/x", "2 https://spring.io/x"),
    "below a fence": ("```sh\ncurl x\n```\nhttps://spring.io/x", "4 https://spring.io/x"),
    "below a fence in a list": ("- a\n  ```sh\n  x\n  ```\n- https://spring.io/x", "5 https://spring.io/x"),
    "below a fence closed outside of its list": ("- a\n  ```sh\n  x\n```\n\nhttps://spring.io/x", "6 https://spring.io/x"),
    "below a fence with backticks inside": ("````md\n```\n````\nhttps://spring.io/x", "4 https://spring.io/x"),
    "below a fence never closed": ("```sh\nx\n\n## 참고\n- https://spring.io/x", "5 https://spring.io/x"),
    "below a comment": ("<!-- a\n\nb -->\nhttps://spring.io/x", "4 https://spring.io/x"),
    "behind a comment": ("<!-- a --> https://spring.io/x", "1 https://spring.io/x"),
    "below a rule that is no front matter": ("---\n\n글\n\n---\nhttps://spring.io/x", "6 https://spring.io/x"),
    "at the very end": ("# a\nhttps://spring.io/x", "2 https://spring.io/x"),
    # Front matter
    "front matter": ("---\ntitle: a\nsource: https://spring.io/x\n---\n", "3 https://spring.io/x"),
    "quoted front matter": ("---\nurl: 'https://spring.io/x'\nlink: \"https://spring.io/y\"\n---", "2 https://spring.io/x", "3 https://spring.io/y"),
    "a list in the front matter": (
        "---\nreferences:\n  - https://spring.io/x\n  - title: y\n    url: https://spring.io/y\n---",
        "3 https://spring.io/x",
        "5 https://spring.io/y",
    ),
    "a flow list in the front matter": ("---\n출처: [https://spring.io/x, 'https://spring.io/y']\n---", "2 https://spring.io/x", "2 https://spring.io/y"),
    # Code
    "a comment of its own line in a fence": ("```py\n# 설명\n# https://spring.io/x\nfoo()\n```", "3 https://spring.io/x"),
    "other comments in a fence": (
        "```\n// 출처: https://spring.io/1\n-- https://spring.io/2\n/* https://spring.io/3 */\n<!-- https://spring.io/4 -->\n```",
        *(f"{n + 1} https://spring.io/{n}" for n in range(1, 5)),
    ),
    # What a URL may be
    "a URL that no one can ask for": ("[a](https://spring.io:99999/x)", "1 https://spring.io:99999/x"),
    "a page about an image": ("https://commons.wikimedia.org/wiki/File:A.png", "1 https://commons.wikimedia.org/wiki/File:A.png"),
    "a site with the name of a file": ("[socket.io](https://socket.io/)", "1 https://socket.io/"),
    "home of someone else": ("[Home](https://kafka.apache.org)", "1 https://kafka.apache.org"),
}  # fmt: skip

CITES_NOT = {
    "image": "![a](https://spring.io/x)",
    "image by reference": "![a][1]\n\n[1]: https://spring.io/x.png",
    "image with a link in its text": "![a https://spring.io/y](https://spring.io/x.png)",
    "html image": '<img alt="a > b" src="https://spring.io/x">',
    "frame and film": '<iframe src="https://www.youtube.com/embed/x"></iframe><video src="https://spring.io/x"/>',
    "link to an image": "[a](https://spring.io/x.png)",
    "bare image": "https://user-images.githubusercontent.com/1/2",
    "image that links to itself": '<a href="https://spring.io/x.jpg"><img src="https://spring.io/x.jpg"></a>',
    "badge": "[![CI](https://img.shields.io/badge/a-b-green)](https://spring.io/x)",
    "html badge": '<a href="https://spring.io/x"><img src="https://img.shields.io/badge/a"></a>',
    "other notes": "[a](b.md) [[c]] [d](../e/f.md#g) ![[h]] [i](#j) [k](Next.js/README.md) [l](socket.io/a.md) [m](a.com.md)",
    "other schemes": "<mailto:a@spring.io> <a@spring.io> [a](ftp://spring.io) [b](file:///x) [c](mailto:a@spring.io) git+https://spring.io/x",
    "inline code": "`https://spring.io/x` ``[a](https://spring.io/`y`)`` <code>https://spring.io/z</code>",
    "fence": "```py\nx = 'https://spring.io/x'\nhttps://spring.io/y\n[a](https://spring.io/z)\n```",
    "a comment behind code": "```py\nfoo()  # https://spring.io/x\n# see https://spring.io/x for more\n```",
    "tilde fence": "~~~\nhttps://spring.io/x\n```\nhttps://spring.io/y\n~~~",
    "fence in a quote": "> ```\n> https://spring.io/x\n> ```",
    "fence in a list": "1. a\n\n   ```\n   https://spring.io/x\n\n   https://spring.io/y\n   ```",
    "indented code": "글\n\n    https://spring.io/x\n\n\thttps://spring.io/y",
    "indented code in a list": "- a\n\n      https://spring.io/x",
    "preformatted": "<pre>\nhttps://spring.io/x\n\n[a](https://spring.io/y)\n</pre>",
    "script": "<script src='https://spring.io/x.js'>\n\nfetch('https://spring.io/y')\n</script>",
    "comment": "<!-- https://spring.io/x -->",
    "comment of several paragraphs": "<!--\n[a](https://spring.io/x)\n\n- https://spring.io/y\n-->",
    "comment in a line": "a <!-- https://spring.io/x --> b",
    "Obsidian comment": "a %%https://spring.io/x%% b",
    "reference as a comment": "[//]: # (https://spring.io/x)\n[comment]: <> (a)",
    "loopback and private": "http://localhost:8080/x http://127.0.0.1 http://192.168.0.1/ http://0.0.0.0:80 http://[::1]/",
    "reserved": "https://example.com/x https://www.example.org http://a.test http://b.local/x http://c.internal",
    "name without a dot": "http://redis:6379 http://server/x",
    "loopback with a particle": "http://127.0.0.1:8000/lotto/와 http://localhost:8080에서",
    "templates": "https://{host}/x https://spring.io/${id} https://spring.io/<id>/y https://spring.io/{user}/z https://<domain>/ https://spring.io/...",
    "examples": "https://test.com에서 http://foo.com/bar https://your-domain.com https://github.com/username/repo http://domain-a.com",
    "names in brackets": "[a](https://[username].github.io/x)",
    "elided": "https://... http://… https://",
    "file names": "[manage.py](http://manage.py/) [README.md](http://readme.md) [a.sh](https://a.sh) [`main.rs`](http://main.rs/)",
    "variables": "[System.in](http://system.in/) [java.io](http://java.io)",
    "navigation": "[← 뒤로](https://github.com/a/b) [🔝](https://github.com/a/b) [Back to top](https://spring.io) [목차로](https://spring.io)",
    "neighbours on GitHub": "[다음 글](https://github.com/a/TIL/blob/main/b.md) [Home](https://a.github.io/)",
    "front matter of a page": "---\nimage: https://spring.io/x\nheader:\n  teaser: https://spring.io/y\nauthor:\n  url: https://spring.io/z\n# https://spring.io/c\n---",
    "module": "import A from 'https://spring.io/x'\nexport const b = 'https://spring.io/y'",
    "attributes": '<Player url="https://spring.io/x" />\n\n<link rel="stylesheet" href="https://spring.io/y">',
    "www without more": "브라우저에 www.naver.com을 치면",
    "nothing": "",
}  # fmt: skip


def cited(note: str) -> list[str]:
    return [f"{citation.line} {citation.url}" for citation in extract_citations(note)]


@pytest.mark.parametrize(("note", "expected"), [(note, expected) for note, *expected in CITES.values()], ids=CITES)
def test_a_reference_is_found_where_it_stands(note: str, expected: list[str]) -> None:
    assert cited(note) == expected


@pytest.mark.parametrize("note", CITES_NOT.values(), ids=CITES_NOT)
def test_what_is_no_reference_is_left(note: str) -> None:
    assert cited(note) == []
