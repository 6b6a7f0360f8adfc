from __future__ import annotations

import json
import pickle

import pytest

from crawler.extraction import UnsupportedContentError, extract

URL = "https://e.example/page"


def test_plain_text_stays_as_it_is() -> None:
    text = "first line\n  * second *\n"

    assert extract(text.encode(), URL, "text/plain").text == text.strip("\n")


def test_plain_text_is_no_markdown() -> None:
    article = extract(b"__init__ and <tag>\nline two\n\n  col   a\n  col   b\n", URL, "text/plain")

    assert article.markdown == "\\_\\_init\\_\\_ and \\<tag>\\\nline two\n\n```\n  col   a\n  col   b\n```"
    assert article.html == "<p>__init__ and &lt;tag&gt;<br>line two</p><pre><code>  col   a\n  col   b</code></pre>"


def test_markdown_keeps_its_source_and_gains_html() -> None:
    article = extract(b"# Title\n\nSome *text*.", "https://e.example/README.md", "text/plain")

    assert (article.title, article.markdown) == ("Title", "# Title\n\nSome *text*.")
    assert "<em>text</em>" in article.html


def test_a_picture_is_its_own_image() -> None:
    article = extract(b"\x89PNG\r\n\x1a\n", "https://e.example/a.png", "text/html")

    assert (article.title, article.text, article.images) == ("a.png", "", ["https://e.example/a.png"])


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(b"PK\x03\x04\0\0", "application/zip"), (b"%PDF-1.7 broken", "application/pdf"), (b"\0\1\2", None)],
)
def test_what_holds_no_article_is_refused_by_its_type(body: bytes, content_type: str | None) -> None:
    with pytest.raises(UnsupportedContentError, match=content_type or "unknown type"):
        extract(body, URL, content_type)


def test_the_refusal_travels_between_processes() -> None:
    error = UnsupportedContentError("video/mp4")

    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"<p>a\0b</p>",
        b"<div>" * 50_000 + b"deep",
        b"<ul><li>" * 5_000 + b"deep",
        b"<ul>" * 170 + b"deep",
        b"<ul><li>x</li>" * 170 + b"deep",
        b"<blockquote><ul>" * 85 + b"deep",
        b"<table><tr><td>" * 500,
        b"<table>" * 230,
        b"<svg>" * 400_000,
        b"<p>" + b"<b>x</b> " * 20_000,
        "<p>글".encode("utf-16"),
        b'<a href="http://[">x</a><img src="http://[">',
        b"<html><frameset><frame src=x></frameset></html>",
    ],
)
def test_a_broken_page_is_no_error(body: bytes) -> None:
    assert extract(body, URL, "text/html").title is None


def test_the_text_of_a_page_nested_too_deep_is_kept() -> None:
    prose = b"A sentence that is long enough to be taken for what the page is about, in the depth or after it. "
    body = b"<html><body>" + b"<div>" * 3_000 + prose * 5 + b"</div>" * 3_000 + b"<p>" + prose * 5 + b"</p>"

    assert extract(body, URL).text.count("in the depth or after it.") == 10


def test_scripts_and_handlers_never_reach_the_html() -> None:
    body = b'<article><p onclick="x()">words <a href="javascript:x()">link</a><script>x()</script></p></article>'

    assert extract(body, URL).html == "<p>words link</p>"


def test_markdown_survives_its_own_special_characters() -> None:
    body = "<article><p>1. no list, snake_case, 2 * 3, *star*, [a](b), &lt;b&gt;</p><pre>```\nx\n```</pre></article>"

    assert extract(body, URL).markdown == (
        "1\\. no list, snake_case, 2 * 3, \\*star\\*, [a\\](b), \\<b>\n\n````\n```\nx\n```\n````"
    )


def test_a_strong_word_before_a_particle_is_still_strong() -> None:
    assert extract("<article><p><b>강조(x)</b>는 <b>낱말</b>이</p></article>", URL).markdown == (
        "<strong>강조(x)</strong>는 **낱말**이"
    )


def test_what_a_custom_element_shows_is_read_and_a_template_is_not() -> None:
    shown = '<template shadowrootmode="open"><style>.a{}</style><pre><code>on()\noff()</code></pre></template>'
    page = f'<div class="vp-doc"><code-box class="brush: js">{shown}</code-box><template><p>A row</p></template></div>'

    article = extract(f'<meta name="generator" content="VitePress">{page}', URL)

    assert article.markdown == "```js\non()\noff()\n```"


@pytest.mark.parametrize(
    "first", ["<article>{}</article>", "<main><h1>Lamps</h1>{}</main>", "<header>Site</header><div>{}</div>"]
)
def test_a_page_without_a_body_tag_keeps_its_content(first: str) -> None:
    page = "<!doctype html><html lang=en><meta charset=utf-8><title>Lamps</title>" + first.format(
        "<p>They are lit.</p>"
    )

    assert extract(page, "https://a.test/1").text == "They are lit."


def test_typed_markdown_is_made_plain_as_markup_is() -> None:
    typed = '~~~ js`x\ncode\n~~~\n\n<pre><code class="language-a&#10;```&#10;# H">c</code></pre>'
    typed += '\n\n<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
    page = (
        f"<body><script>__APOLLO_STATE__={json.dumps({'Post:1': {'body': typed, 'released_at': ''}})}</script></body>"
    )

    markdown = extract(page, "https://velog.io/@a/b").markdown

    video = "https://www.youtube.com/watch?v=abcdefghijk"
    assert markdown == f"```js\ncode\n```\n\n```a\nc\n```\n\n[{video}]({video})"
