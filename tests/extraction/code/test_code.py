"""Blocks of code come out to the letter with their language, whatever highlighter has drawn them."""

from __future__ import annotations

import re

import pytest

from crawler.extraction import extract

URL = "https://e.example/page"
PROSE = "<p>Some words that say what the block below is about, so that the page has something to be read.</p>"
FENCE = re.compile(r"^```(\S*)\n(.*?)\n?^```$", re.MULTILINE | re.DOTALL)
CODE = "if a:\n    b = 1\n\nc()"


def blocks(markup: str) -> list[tuple[str, str]]:
    """Return the language and the text of each block of a page."""
    return FENCE.findall(extract(f"<article>{PROSE}{markup}{PROSE}</article>", URL).markdown)


def rest(markup: str) -> str:
    """Return what else than code and prose a page's article holds."""
    return FENCE.sub(
        "", extract(f"<article>{PROSE}{markup}{PROSE}</article>", URL).text.replace(PROSE[3:-4], "")
    ).strip()


NUMBERS = "1\n2\n3\n4\n"
MAKES = {
    "a gist": "<div class='gist'><div class='gist-file'><div class='gist-data'><div><div class='file my-2'>"
    "<div class='Box-body p-0 blob-wrapper data type-py'><div><table class='highlight tab-size'><tbody>"
    + "".join(
        f"<tr><td class='blob-num js-line-number' data-line-number='{n}'></td><td class='blob-code'>{line}</td></tr>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</tbody></table></div></div></div></div></div><div class='gist-meta'><a href='https://gist.github.com/a/raw'>"
    "view raw</a><a href='https://gist.github.com/a'>a.py</a> hosted with &#10084; by <a href='/'>GitHub</a></div>"
    "</div></div>",
    "Crayon": "<div class='crayon-syntax'><div class='crayon-toolbar'><span class='crayon-language'>Py</span></div>"
    f"<div class='crayon-plain-wrap'><textarea readonly>{CODE}</textarea></div><div class='crayon-main'><table><tr>"
    f"<td class='crayon-nums'>{NUMBERS}</td><td class='crayon-code'><div class='crayon-pre'>"
    + "".join(f"<div class='crayon-line'>{line or '&nbsp;'}</div>" for line in CODE.split("\n"))
    + "</div></td></tr></table></div></div>",
    "Writerside": f"<div class='code-block' data-lang='py'>\n{CODE}\n</div>",
    "plain": f"<pre><code class='language-py'>{CODE}</code></pre>",
    "language on the pre": f"<pre class='language-py'>\n{CODE}\n</pre>",
    "windows line ends": "<pre class='lang-py'>if a:\r\n    b = 1\r\n\r\nc()\r\n</pre>",
    "hard spaces": f"<pre class='py'>{CODE.replace(' ', '&nbsp;')}</pre>",
    "line breaks": f"<pre lang='py'>{CODE.replace(chr(10), '<br>')}</pre>",
    "highlight.js": "<pre><code class='hljs language-py'><span class='hljs-keyword'>if</span> a:\n    b = "
    "<span class='hljs-number'>1</span>\n\nc()</code></pre>",
    "highlight.js with numbers": "<pre><code class='hljs py'><table class='hljs-ln'><tbody>"
    + "".join(
        f"<tr><td class='hljs-ln-line hljs-ln-numbers' data-line-number='{n}'><div class='hljs-ln-n'></div></td>"
        f"<td class='hljs-ln-line hljs-ln-code' data-line-number='{n}'>{line}</td></tr>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</tbody></table></code></pre>",
    "Prism": f"<div class='code-toolbar'><pre class='line-numbers language-py'><code class='language-py'>{CODE}"
    "<span aria-hidden='true' class='line-numbers-rows'><span></span></span></code></pre>"
    "<div class='toolbar'><div class='toolbar-item'><span>Python</span></div><button>Copy</button></div></div>",
    "Pygments": f"<div class='highlight-py'><div class='highlight'><pre><span></span>{CODE}\n</pre></div></div>",
    "Pygments table": "<div class='highlight-py'><table class='highlighttable'><tr><td class='linenos'>"
    f"<pre>{NUMBERS}</pre></td><td class='code'><div class='highlight'><pre>{CODE}</pre></div></td></tr></table></div>",
    "Pygments inline numbers": "<div class='highlight language-py'><pre>"
    + "".join(f"<span class='linenos'>{n}</span>{line}\n" for n, line in enumerate(CODE.split("\n"), 1))
    + "</pre></div>",
    "Rouge": "<div class='language-py highlighter-rouge'><div class='highlight'><pre class='highlight'><code>"
    f"<table class='rouge-table'><tbody><tr><td class='rouge-gutter gl'><pre class='lineno'>{NUMBERS}</pre></td>"
    f"<td class='rouge-code'><pre>{CODE}\n</pre></td></tr></tbody></table></code></pre></div></div>",
    "Chroma spans": "<div class='highlight'><pre class='chroma'><code class='language-py' data-lang='py'>"
    + "".join(
        f"<span class='line'><span class='ln'>{n}</span><span class='cl'>{line}\n</span></span>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</code></pre></div>",
    "Chroma without classes": "<div class='highlight'><pre><code class='language-py'>"
    + "".join(
        "<span style='display:flex'><span style='white-space:pre;user-select:none;margin-right:.4em'>"
        f"{n}</span><span>{line}\n</span></span>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</code></pre></div>",
    "a table without classes": f"<div class='highlight'><table><tr><td><pre><code>{NUMBERS}</code></pre></td><td>"
    f"<pre><code class='language-py'>{CODE}</code></pre></td></tr></table></div>",
    "numbers beside": f"<div class='code'><pre>{NUMBERS}</pre><pre class='py'>{CODE}</pre></div>",
    "Shiki": "<pre class='shiki' data-language='py'><code>"
    + "\n".join(f"<span class='line'>{line}</span>" for line in CODE.split("\n"))
    + "</code></pre>",
    "lines of spans alone": "<pre data-language='py'><code style='display:grid'>"
    + "".join(f"<span data-line=''>{line}</span>" for line in CODE.split("\n"))
    + "</code></pre>",
    "lines that are indented in the page": "<pre data-lang='py'><code>\n      "
    + "\n      ".join(f"<span class='code-line'>{line}</span>" for line in CODE.split("\n"))
    + "\n    </code></pre>",
    "one highlighted line": "<div class='gatsby-highlight' data-language='py'><pre class='language-py'><code>if a:\n"
    "<span class='gatsby-highlight-code-line'>    b = 1</span>\n\nc()</code></pre></div>",
    "expressive-code": "<div class='expressive-code'><figure class='frame'><pre data-language='py'><code>"
    + "".join(
        f"<div class='ec-line'><div class='gutter'><div class='ln' aria-hidden='true'>{n}</div></div>"
        f"<div class='code'>{line or chr(10)}</div></div>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</code></pre><div class='copy'><button title='Copy'></button></div></figure></div>",
    "Docusaurus": "<div class='language-py codeBlockContainer_Ckt0'><div><pre class='prism-code language-py'><code>"
    + "".join(f"<span class='token-line' style='color:#000'>{line}<br></span>" for line in CODE.split("\n"))
    + "</code></pre><div class='buttonGroup__atx'><button>Copy</button></div></div></div>",
    "VitePress": "<div class='language-py line-numbers-mode'><button class='copy'></button><span class='lang'>py</span>"
    f"<pre class='shiki'><code>{CODE}</code></pre><div class='line-numbers-wrapper' aria-hidden='true'>"
    + "".join(f"<span class='line-number'>{n}</span><br>" for n in range(1, 5))
    + "</div></div>",
    "react-syntax-highlighter": "<pre><code class='language-py' style='white-space:pre'>"
    + "\n".join(
        f"<span><span class='linenumber react-syntax-highlighter-line-number'>{n}</span>{line}</span>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</code></pre>",
    "SyntaxHighlighter": "<div class='syntaxhighlighter py'><table><tr><td class='gutter'>"
    + "".join(f"<div class='line number{n}'>{n}</div>" for n in range(1, 5))
    + "</td><td class='code'><div class='container'>"
    + "".join(
        f"<div class='line number{n}'><code class='py plain'>{line or '&nbsp;'}</code></div>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</div></td></tr></table></div>",
    "SyntaxHighlighter before its script": f"<pre class='brush: py; gutter: false'>{CODE}</pre>",
    "Hexo": "<figure class='highlight py'><table><tr><td class='gutter'><pre>"
    + "".join(f"<span class='line'>{n}</span><br>" for n in range(1, 5))
    + "</pre></td><td class='code'><pre>"
    + "".join(f"<span class='line'>{line}</span><br>" for line in CODE.split("\n"))
    + "</pre></td></tr></table></figure>",
    "ColorScripter": "<div class='colorscripter-code' data-lang='py'>"
    "<table class='colorscripter-code-table'><tr><td><div>"
    + "".join(f"<div>{n}</div>" for n in range(1, 5))
    + "</div></td><td><div>"
    + "".join(f"<div>{line.replace(' ', '&nbsp;') or '&nbsp;'}</div>" for line in CODE.split("\n"))
    + "</div><div><a href='http://colorscripter.com/info#e'>Colored by Color Scripter</a></div></td>"
    "<td><a href='http://colorscripter.com/info#e'><span>cs</span></a></td></tr></table></div>",
    "CodeMirror 5": "<div class='CodeMirror' data-lang='py'><div class='CodeMirror-code'>"
    + "".join(
        f"<div><div class='CodeMirror-gutter-wrapper'><div class='CodeMirror-linenumber'>{n}</div></div>"
        f"<pre class='CodeMirror-line'><span>{line or chr(0x200B)}</span></pre></div>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</div></div>",
    "CodeMirror 6": "<div class='cm-editor'><div class='cm-scroller'><div class='cm-gutters'><div>1</div></div>"
    "<div class='cm-content' data-language='py'>"
    + "".join(f"<div class='cm-line'>{line or '<br>'}</div>" for line in CODE.split("\n"))
    + "</div></div></div>",
    "Monaco": "<div class='monaco-editor' data-lang='py'><div class='margin-view-overlays'><div>1</div></div>"
    "<div class='view-lines'>"
    + "".join(
        f"<div class='view-line' style='top:{19 * n}px'><span>{line}</span></div>"
        for n, line in reversed(list(enumerate(CODE.split("\n"))))
    )
    + "</div></div>",
    "GitHub": "<div class='blob-wrapper' data-lang='py'><table class='highlight'><tbody>"
    + "".join(
        f"<tr><td id='L{n}' class='blob-num' data-line-number='{n}'></td>"
        f"<td class='blob-code blob-code-inner'>{line or chr(10)}</td></tr>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</tbody></table></div>",
    "Doxygen": "<div data-lang='py'><div class='fragment'>"
    + "".join(
        f"<div class='line'><a name='l{n}'></a><span class='lineno'>    {n}</span>{line}</div>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</div></div>",
    "Pandoc": "<div class='sourceCode'><pre class='sourceCode py'><code class='sourceCode py'>"
    + "\n".join(
        f"<span id='cb1-{n}'><a href='#cb1-{n}' aria-hidden='true'></a>{line}</span>"
        for n, line in enumerate(CODE.split("\n"), 1)
    )
    + "</code></pre></div>",
    "Org": f"<div class='org-src-container'><pre class='src src-py'>{CODE}</pre></div>",
    "nested the wrong way round": f"<code class='language-py'><pre>{CODE}</pre></code>",
    "a block by its style": f"<div><code class='language-py' style='white-space: pre'>{CODE}</code></div>",
    "a header in the frame": f"<div class='snippet'><div class='head'><span>py</span><button>Copy code</button></div>"
    f"<div><pre><code>{CODE}</code></pre></div></div>",
    "a label within": f"<pre class='language-py'>\n  <span class='absolute'>py</span>\n<code>{CODE}</code>\n</pre>",
}


@pytest.mark.parametrize("make", MAKES)
def test_a_block_of_any_make_is_kept_to_the_letter(make: str) -> None:
    assert blocks(MAKES[make]) == [("py", CODE)]


@pytest.mark.parametrize("make", MAKES)
def test_nothing_of_the_frame_is_left_beside_the_block(make: str) -> None:
    assert rest(MAKES[make]) == CODE


VERSO = (
    "<div><code class='hl lean block'>#check 1</code>\n<pre class='hl lean lean-output'>1 : Nat</pre>"
    "<code class='hl lean block'>\n</code><code class='hl lean block'>#eval 2</code></div>"
)


def test_commands_of_verso_and_their_answers_are_one_block() -> None:
    assert blocks(VERSO) == [("lean", "#check 1\n1 : Nat\n\n#eval 2")]


def test_two_tabs_of_one_example_stay_two_blocks() -> None:
    tabs = "<div class='tabs'><pre class='lang-js'>a()</pre><pre class='lang-py'>b()</pre></div>"

    assert blocks(tabs) == [("js", "a()"), ("py", "b()")]


@pytest.mark.parametrize(
    "prompt",
    [
        "<span style='user-select: none'>$ </span>",
        "<span class='select-none'>user@host:~$ </span>",
        "<span class='unselectable'>&gt;&gt;&gt; </span>",
    ],
)
def test_a_prompt_that_no_one_can_select_is_no_code(prompt: str) -> None:
    assert blocks(f"<pre>{prompt}make\n{prompt}make test</pre>") == [("", "make\nmake test")]


@pytest.mark.parametrize("code", ["$ make\nok", ">>> 1\n1", "1\n2\n3", "-1", "x = 1 # line"])
def test_what_can_be_selected_is_code(code: str) -> None:
    assert blocks(f"<pre><code>{code.replace('>', '&gt;')}</code></pre>") == [("", code)]


def test_code_that_no_one_can_select_as_a_whole_is_kept() -> None:
    assert blocks("<pre><span style='user-select:none'>a = 1</span></pre>") == [("", "a = 1")]


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<pre class='language-C++'>x</pre>", "c++"),
        ("<pre class='language-shellsession relative group'>x</pre>", "shellsession"),
        ("<pre class='lang-none'>x</pre>", ""),
        ("<pre class='language-plaintext'>x</pre>", ""),
        ("<div class='highlight highlight-source-shell'><pre>x</pre></div>", "shell"),
        ("<div class='highlight highlight-text-html-basic'><pre>x</pre></div>", "html"),
        ("<pre class='dark theme-x wide'>x</pre>", ""),
        ("<div class='lang-ko'><pre>x</pre></div>", ""),
        ("<div class='highlight'><pre class='highlight kotlin'>x</pre></div>", "kotlin"),
        ("<figure class='highlight plain'><pre>x</pre></figure>", ""),
        ("<pre class='EnlighterJSRAW' data-enlighter-language='rust'>x</pre>", "rust"),
        ("<pre class='syntaxhighlighter-pre' data-syntaxhighlighter-params='brush: sql; gutter: true'>x</pre>", "sql"),
        ("<div><div><span class='language-name'>Go</span></div><pre>x</pre></div>", "go"),
        ("<pre class='code-java'>x</pre>", "java"),
        ("<pre><code lang='c'>x</code></pre>", "c"),
        ("<pre><span lang='python'>x</span></pre>", "python"),
        ("<div class='highlight hl-ipython3'><pre>x</pre></div>", "ipython3"),
        (
            "<div class='crayon-syntax'><div><span>Python</span></div><div class='crayon-main'><p>x</p></div></div>",
            "python",
        ),
        ("<div class='geshifilter'><div class='bash geshifilter-bash'><ol><li>x</li></ol></div></div>", "bash"),
        ("<div class='dp-highlighter'><div class='bar'>print</div><ol class='dp-py'><li>x</li></ol></div>", "py"),
        (
            "<div class='blob-wrapper type-go'><table><tr><td class='blob-num'><td class='blob-code'>x</table></div>",
            "go",
        ),
        (
            "<pre><div><div>python</div><div><button>Copy code</button></div><div><code>x</code></div></div></pre>",
            "python",
        ),
        ("<pre><div>Python</div><div class='cm-editor'><div class='cm-content'>x</div></div></pre>", "python"),
    ],
)
def test_the_language_is_the_name_that_the_page_gives(markup: str, language: str) -> None:
    assert blocks(markup) == [(language, "x")]


def test_a_file_name_above_a_block_is_kept() -> None:
    frame = "<div class='frame'><div><span>src/main.c</span><span>C</span><button>Copy</button></div><pre>x</pre></div>"

    assert blocks(frame) == [("c", "x")]
    assert rest(frame) == "src/main.c\n\nx"


def test_prose_beside_a_block_is_no_header() -> None:
    assert rest("<div>Python<pre>x</pre></div><p>C</p><pre>y</pre>") == "Python\n\nx\n\nC\n\ny"


def test_a_table_of_numbered_code_is_a_table() -> None:
    table = "<table><tr><td>1</td><td><code>a</code></td></tr><tr><td>2</td><td><code>b</code></td></tr></table>"

    assert blocks(table) == []
    assert rest(table) == "1\ta\n2\tb"


def test_a_table_of_a_row_for_each_line_is_code() -> None:
    table = "<table><tr><td>1</td><td><pre>a</pre></td></tr><tr><td>2</td><td><pre>b</pre></td></tr></table>"

    assert blocks(table) == [("", "a\nb")]


@pytest.mark.parametrize(
    "markup",
    [
        "<div><code>a = 1</code><br><code>b = 2</code><br></div>",
        "<code style='display: block; white-space: pre'>a = 1\nb = 2</code>",
        "<div style='font-family: monospace; white-space: pre'>a = 1\nb = 2</div>",
        "<listing>a = 1\nb = 2</listing>",
        "<xmp>a = 1\nb = 2</xmp>",
        "<pre><span style='display: block'>a = 1</span><span style='display: block'>b = 2</span></pre>",
    ],
)
def test_lines_that_are_code_by_their_looks_are_a_block(markup: str) -> None:
    assert blocks(markup) == [("", "a = 1\nb = 2")]


@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_paragraph_whose_lines_break_as_typed_is_no_block(tag: str) -> None:
    line = f"<{tag} style='white-space: pre-wrap'>Call <code>foo()</code> when\nthe pool is up.</{tag}>"

    assert blocks(line) == []


def test_words_in_code_among_others_are_no_block() -> None:
    assert blocks("<p><code>a</code>, <code>b</code><br><code>c</code></p>") == []


def test_markup_in_an_xmp_is_text() -> None:
    assert blocks("<xmp><a href='/'>x</a> &amp;\n<!-- y --></xmp>") == [("", "<a href='/'>x</a> &amp;\n<!-- y -->")]


def test_an_empty_item_of_a_numbered_block_is_an_empty_line() -> None:
    assert blocks("<pre><ol><li>a</li><li></li><li>b</li></ol></pre>") == [("", "a\n\nb")]


def test_the_hidden_source_of_a_block_names_its_language() -> None:
    source = "<pre style='display:none' data-enlighter-language='js'>a()\nb()</pre>"

    assert blocks(f"<pre class='enlighter-raw'>a()\nb()</pre>{source}") == [("js", "a()\nb()")]


def test_a_picture_in_a_pre_is_kept() -> None:
    assert extract(f"<article>{PROSE}<pre><img src='/a.png'></pre>{PROSE}</article>", URL).images == [
        "https://e.example/a.png"
    ]


def test_backticks_within_a_block_make_its_fence_longer() -> None:
    article = extract(f"<article>{PROSE}<pre>```js\nx\n```</pre>{PROSE}</article>", URL)

    assert "````\n```js\nx\n```\n````" in article.markdown


def test_many_blocks_come_to_an_end() -> None:
    page = "<div><div><span>js</span><pre><code>" + "<span class='line'>x</span>\n" * 8 + "</code></pre></div></div>"

    assert extract(f"<article>{PROSE}{page * 2_000}</article>", URL).markdown.count("```js") == 2_000


def test_a_lone_number_above_other_code_is_code() -> None:
    sample = "<section><h2>{}</h2><pre>{}</pre></section>"

    assert blocks(sample.format("Input", 3) + sample.format("Output", 8)) == [("", "3"), ("", "8")]
