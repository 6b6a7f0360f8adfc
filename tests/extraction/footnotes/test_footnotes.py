# ruff: noqa: E501 - markup reads better unbroken
"""Footnotes of every make come out as references and notes; what only looks like one stays as it is."""

from __future__ import annotations

import re

import pytest

from crawler.extraction import extract

URL = "https://e.example/page"
LEAD = "Words that come first, enough of them to be taken for the prose of an article by anyone."
BACK = '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a>'
RAISED = "<p>A claim<sup>1</sup> here.</p>"
LINKED = '<p>A claim<a href="#{0}" id="fnref1"><sup>1</sup></a> here.</p>'


def article_of(content: str) -> str:
    return f"<html><body><article><h1>T</h1><p>{LEAD}</p>{content}</article></body></html>"


def markdown_of(content: str) -> str:
    """Return what an article keeps of the content behind a first paragraph."""
    return extract(article_of(content), URL).markdown.rpartition(LEAD)[2].strip()


@pytest.mark.parametrize(
    "content",
    [
        # Pandoc, kramdown, markdown-it, GitHub
        f'{LINKED.format("fn1")}<section class="footnotes"><hr><ol><li id="fn1"><p>The note. {BACK}</p></li></ol></section>',
        ('<p>A claim<sup id="fnref1"><a href="#fn:1" rel="footnote">1</a></sup> here.</p>'
        f'<div class="footnotes"><h2 class="sr-only">Footnotes</h2><ol><li id="fn:1">The note. {BACK}</li></ol></div>'),
        # Wikipedia
        ('<p>A claim<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> here.</p><h2>References</h2>'
        '<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-1_0">a</a> <a '
        'href="#cite_ref-1_1">b</a></span> <span class="reference-text">The note.</span></li></ol>'),
        # Word, in both its ways; Google Docs; LibreOffice
        ('<p>A claim<a href="#_ftn1" name="_ftnref1">[1]</a> here.</p><hr>'
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div>'),
        ('<p>A claim<span><sup><a href="#_ftn1">[1]</a></sup></span> here.</p>'
        '<p><span><sup><a href="//0F2A#_ftnref1">[1]</a> </sup>The note.</span></p>'),
        ('<p>A claim<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> here.</p><hr>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;The note.</span></p></div>'),
        # Texinfo, Org, Docutils of old and of now
        (f'{LINKED.format("FOOT1")}<div class="footnotes-segment"><hr><h4>Footnotes</h4>'
        '<h5><a id="FOOT1" href="#DOCF1">(1)</a></h5><p>The note.</p></div>'),
        (f'{LINKED.format("fn.1")}<div id="footnotes"><h2 class="footnotes">Footnotes: </h2><div class="footdef"><sup>'
        '<a id="fn.1" href="#fnr.1">1</a></sup> <div class="footpara"><p>The note.</p></div></div></div>'),
        f'{LINKED.format("f1")}<table class="docutils footnote" id="f1"><tr><td class="label">[1]</td><td>The note.</td></tr></table>',
        ('<p>A claim<a class="footnote-reference" href="#id2" id="id1" role="doc-noteref"><span>[</span>1<span>]</span></a> '
        'here.</p><aside class="footnote" id="id2"><span class="label"><span>[</span><a href="#id1">1</a><span>]</span></span>'
        "<p>The note.</p></aside>"),
        # WordPress, Substack, O'Reilly, Wikidot, namuwiki, pulldown-cmark, popovers
        ('<p>A claim<sup data-fn="ab-1" class="fn"><a href="#ab-1" id="ab-1-link">1</a></sup> here.</p>'
        '<ol class="wp-block-footnotes"><li id="ab-1">The note. <a href="#ab-1-link">↩︎</a></li></ol>'),
        ('<p>A claim<span id="ef-1"></span><span class="easy-footnote"><a href="#ef-bottom-1" title="The note."><sup>1</sup></a>'
        '</span> here.</p><ol class="easy-footnotes-wrapper"><li><span id="ef-bottom-1"></span>The note.'
        '<a class="easy-footnote-to-top" href="#ef-1"></a></li></ol>'),
        ('<p>A claim<a id="footnote-anchor-1" href="#footnote-1" class="footnote-anchor">1</a> here.</p><div class="footnote"><a '
        'id="footnote-1" href="#footnote-anchor-1">1</a><div class="footnote-content"><p>The note.</p></div></div>'),
        ('<p>A claim<sup><a data-type="noteref" href="ch02.html#fn1" id="m1">1</a></sup> here.</p>'
        '<p data-type="footnote" id="fn1"><sup><a href="ch02.html#m1">1</a></sup> The note.</p>'),
        ('<p>A claim<sup class="footnoteref"><a id="footnoteref-1" href="javascript:;">1</a></sup> here.</p>'
        '<div><div class="title">Footnotes</div><div id="footnote-1"><a href="javascript:;">1</a>. The note.</div></div>'),
        ('<p>A claim<a href="#fn-1"><span id="rfn-1"></span>[1]</a> here.</p>'
        '<div><span class="footnote-list"><span id="fn-1"></span><a href="#rfn-1">[1]</a> The note.</span></div>'),
        ('<p>A claim<sup class="footnote-reference"><a href="#1">1</a></sup> here.</p><div class="footnote-definition" id="1">'
        '<sup class="footnote-definition-label">1</sup> <p>The note.</p></div>'),
        '<p>A claim<sup data-definition="d1">1</sup> here.</p><aside id="d1" hidden>The note.</aside>',
        '<p>A claim<button popovertarget="n1">1</button> here.</p><div popover id="n1">The note.</div>',
        # By hand
        f'{LINKED.format("one")}<hr><p><a name="one"><sup>1</sup></a> The note. <a href="#" onclick="history.back()">↩</a></p>',
        f'{LINKED.format("n1")}<dl class="footnotes"><dt id="n1">1</dt><dd>The note.</dd></dl>',
        f'{LINKED.format("r1")}<h3>References</h3><div><a id="r1">1.</a> <div>The note.</div></div>',
        f"{RAISED}<hr><p><sup>1</sup> The note.</p>",
        f"{RAISED}<hr><p><strong>1</strong> The note.</p>",
        f"{RAISED}<h2>각주</h2><ol><li>The note.</li></ol>",
        f"{RAISED}<h2>Notes</h2><p>1. The note.</p>",
        f'{RAISED}<aside><ol start="1"><li>The note.</li></ol></aside>',
        f'{RAISED}<p class="footnote"><sup>1</sup> The note.</p>',
        # In the midst of the text: Tufte, LaTeXML, an attribute
        '<p>A claim<label for="s1"></label><input type="checkbox" id="s1"><span class="sidenote">The note.</span> here.</p>',
        ('<p>A claim<span class="ltx_note"><sup>1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup>1</sup>'
        '<span class="ltx_tag">1</span>The note.</span></span></span> here.</p>'),
        '<p>A claim<span class="footnote-link" data-footnote-content="The note.">1</span> here.</p>',
        # signs, typed numbers, EPUB's, WordPress's Modern Footnotes
        "<p>A claim<sup>†</sup> here.</p><hr><p><sup>†</sup> The note.</p>",
        "<p>A claim[1] here.</p><hr><p>[1] The note.</p>",
        "<p>A claim¹ here.</p><hr><p>¹ The note.</p>",
        "<p>A claim[1] here.</p><h2>References</h2><p>[1]. The note.</p>",
        '<p>A claim<a epub:type="noteref" href="#n1">1</a> here.</p><aside epub:type="footnote" id="n1">The note.</aside>',
        '<p>A claim<sup><a href="#x" id="fnref1">1</a></sup> here.</p><p><a name="x"></a>1. The note. <a href="#fnref1">back</a></p>',
        ('<p>A claim<sup><a role="button">1</a></sup><span class="modern-footnotes-footnote__note" role="tooltip">The note.</span>'
        " here.</p>"),
    ],
)  # fmt: skip
def test_a_footnote_of_any_make_is_a_reference_and_a_note(content: str) -> None:
    assert markdown_of(content) == "A claim[^1] here.\n\n[^1]: The note."


def test_a_note_outside_of_what_is_chosen_comes_with_its_reference() -> None:
    section = '<div class="Post__footnotes"><h4>Footnotes</h4><p><sup>1</sup> The note.</p></div>'
    page = article_of(RAISED).replace("</article>", f"</article><div>{section}</div>")

    assert extract(page, URL).markdown.endswith("A claim[^1] here.\n\n[^1]: The note.")


def test_a_note_keeps_all_its_blocks() -> None:
    content = f"{RAISED}<h4>Notes</h4><p><sup>1</sup> One:</p><ul><li>a</li><li>b</li></ul><p>Two.</p>"

    assert markdown_of(content) == "A claim[^1] here.\n\n[^1]: One:\n\n    - a\n    - b\n\n    Two."


def test_notes_parted_by_line_breaks_are_notes_of_their_own() -> None:
    content = (
        '<p>One<a href="#a">[1]</a> and two<a href="#b">[2]</a>.</p>'
        '<p><a name="a">[1]</a> First <em>note</em>.<br><br><a name="b">[2]</a> Second note.</p>'
    )

    assert markdown_of(content) == "One[^1] and two[^2].\n\n[^1]: First *note*.\n\n[^2]: Second note."


def test_notes_are_numbered_as_they_are_referred_to_once_each() -> None:
    content = (
        '<p>One<a href="#fn9">[9]</a>, two<a href="#fn3">[3]</a>, one again<a href="#fn9">[9]</a>.</p>'
        '<ol><li id="fn3">Three, see<a href="#fn9">[9]</a>.</li><li id="fn9">Nine.</li></ol>'
    )

    assert markdown_of(content) == "One[^1], two[^2], one again[^1].\n\n[^1]: Nine.\n\n[^2]: Three, see[^1]."


def test_typed_numbers_in_a_row_are_notes_wherever_the_text_calls_them() -> None:
    text = "<p>First[2], <b>then</b> [1] and again [2].</p><pre>a[1]</pre>"

    assert markdown_of(f"{text}<p>[1] One.</p><p>[2] Two.</p>") == (
        "First[^1], **then** [^2] and again [^1].\n\n```\na[1]\n```\n\n[^1]: Two.\n\n[^2]: One."
    )


def test_a_raised_number_is_none_of_the_notes_that_are_typed_in_brackets() -> None:
    assert markdown_of("<p>500 m² of floor[1], 9 m³ [2] of air.</p><hr><p>[1] One.</p><p>[2] Two.</p>") == (
        "500 m² of floor[^1], 9 m³ [^2] of air.\n\n[^1]: One.\n\n[^2]: Two."
    )


def test_the_text_goes_on_behind_notes_of_a_line_each() -> None:
    notes = '<h3>Notes</h3><p id="fn1">1. One.</p><p id="fn2">2. Two.</p><p>More of the text.</p>'
    text = '<p>A<a href="#fn1"><sup>1</sup></a> and B<a href="#fn2"><sup>2</sup></a>.</p>'

    assert markdown_of(text + notes).endswith("[^1]: One.\n\n[^2]: Two.")


def test_a_note_whose_target_went_with_another_is_left_out() -> None:
    page = (
        '<main><p>One<a href="#user-content-fn-x" id="user-content-fnref-x" data-footnote-ref><a href="/docs">'
        '<a href="#user-content-fnref-1" data-footnote-backref class="data-footnote-backref" aria-label="Back"></p>'
        '<li id="user-content-fn-x"><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>Two.'
    )

    assert "One" in extract(page, URL).text


def test_text_markdown_and_html_hold_the_same_notes() -> None:
    article = extract(article_of(f"{RAISED}<hr><p><sup>1</sup> The <b>note</b>.</p>"), URL)

    assert article.text.endswith("A claim[1] here.\n\n[1] The note.")
    assert article.markdown.endswith("A claim[^1] here.\n\n[^1]: The **note**.")
    assert article.html.endswith(
        '<p>A claim<sup><a href="#fn-1">[1]</a></sup> here.</p>'
        '<ol class="footnotes"><li id="fn-1">The <strong>note</strong>.</li></ol>'
    )


def test_a_note_that_nothing_refers_to_stays_text() -> None:
    content = (
        '<p>A claim<a href="#cite_note-1">[1]</a> here.</p><ol><li id="cite_note-1">One.</li><li id="x">Two.</li></ol>'
    )

    assert markdown_of(content) == "A claim[^1] here.\n\n1. Two.\n\n[^1]: One."


@pytest.mark.parametrize(
    "content",
    [
        '<p>A claim without its note, which is long enough to be prose<sup><a href="#fn1">1</a></sup>.</p>',
        (
            '<p>Formula <a href="#eq1">(1)</a> and section <a href="#s2">2</a> are not notes, as is known.</p>'
            '<p id="eq1"><math display="block"><mi>x</mi></math> (1)</p><h2 id="s2">2 Section</h2><p>Its words.</p>'
        ),
        '<ol><li><a href="#s1">1</a> One</li></ol><h2 id="s1">1 One</h2><p>Words of the section that go on for long.</p>',
        (
            "<p>An area of 5 m<sup>2</sup> and 10<sup>3</sup>, as measured by those who know.</p><ol><li>First step.</li>"
            "<li>Second step.</li><li>Third step.</li></ol><p><strong>2</strong> is how this paragraph begins.</p>"
        ),
        "<p>An area of 10¹ m² or 10² m², as measured by those who know it best.</p><p>It is 3 m² wide.</p>",
        "<p>The first item is a[1], as it is in Lua and in no other.</p><p>[1] is what we take here, as we have said.</p>",
        (
            '<p>Earlier work (<a href="#bib1">Author et al., 2022</a>) has said so, and at some length.</p>'
            '<p id="bib1">Author. A work. 2022.</p>'
        ),
    ],
)
def test_what_only_looks_like_a_footnote_stays(content: str) -> None:
    written = extract(article_of(content), URL)

    assert "[^" not in written.markdown
    assert "".join(re.findall(r"\w", written.text)).endswith(
        "".join(re.findall(r"\w", re.sub("<[^>]+>", "", content)))[-9:]
    )


@pytest.mark.parametrize(
    "content",
    [
        "<p>" + "w<a href='#fn1'>[1]</a> " * 2_000 + "</p><p id=fn1>note</p>",
        "".join(f"<p id=fn{i}>w<a href='#fn{i + 1}'>[{i}]</a></p>" for i in range(2_000)),
        RAISED + "<h2>Notes</h2>" + "<ol><li>a</li></ol>" * 2_000,
        RAISED + "<div><p><b>1</b> a</p></div>" * 2_000,
        "<p>" + '<span class="sidenote">one two <a href="#fn1">1</a>' * 1_000,
        "<p>a" + "<sup><a href='#fn1'>1" * 1_000 + "</p><div id=fn1>" + "<div>" * 300 + "note",
        "<p id=fn1>w<a href='#fn1'>1</a></p>" + '<span data-note="7">x</span><span data-note="²">y</span>',
        "<ol><li id=fn1>a<a href='#fn2'>2</a></li><li id=fn2>b<a href='#fn1'>1</a></li></ol>",
    ],
)
def test_no_footnote_is_too_much(content: str) -> None:
    assert extract(article_of(content), URL).text
