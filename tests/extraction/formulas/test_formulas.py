"""Formulas of every make come out as LaTeX, once, and nothing else is taken for one."""

from __future__ import annotations

import json

import pytest
from lxml import html

from crawler.extraction import extract
from crawler.extraction.formulas.mathml import to_latex

URL = "https://e.example/page"
LEAD = "Words that come before, enough of them to be taken for the prose of an article."
TRAIL = "Words that come after, enough of them to be taken for the prose of an article."
TYPESETTER = '<script src="https://cdn.example/mathjax@3/es5/tex-chtml.js"></script>'
ANNOTATED = '<math{}><semantics><mi>x</mi><annotation encoding="application/x-tex">{}</annotation></semantics></math>'
MODULE = json.dumps({"type": "v2_formula", "data": {"html": '<span class="mq-selectable">$a_1$</span><var>a</var>'}})


def markdown_of(content: str, head: str = "") -> str:
    """Return what an article keeps of the content between two paragraphs."""
    page = f"<html><head>{head}</head><body><article><p>{LEAD}</p>{content}<p>{TRAIL}</p></article></body></html>"
    return extract(page, URL).markdown.removeprefix(LEAD).removesuffix(TRAIL).strip()


@pytest.mark.parametrize(
    "made",
    [
        (
            '<span class="MathJax_Preview">a1</span><span class="MathJax" id="M-Frame">a1</span>'
            '<script type="math/tex" id="M">a_1</script>'
        ),
        '<script type="math/tex">% <![CDATA[\na_1 %]]></script>',
        '<script type="math/mml"><math><msub><mi>a</mi><mn>1</mn></msub></math></script>',
        '<mjx-container class="MathJax"><mjx-math>drawn</mjx-math><mjx-assistive-mml>'
        + ANNOTATED.format("", "a_1")
        + "</mjx-assistive-mml></mjx-container>",
        '<span class="katex"><span class="katex-mathml">'
        + ANNOTATED.format("", "a_1")
        + '</span><span class="katex-html" aria-hidden="true">a1</span></span>',
        '<span class="mwe-math-element"><span class="mwe-math-mathml-inline">'
        + ANNOTATED.format("", "{\\displaystyle a_1}")
        + '</span><img class="mwe-math-fallback-image-inline" src="/svg/1" alt="{\\displaystyle a_1}"></span>',
        '<math alttext="a_1"><mi>a</mi></math>',
        '<span class="ztext-math" data-tex="a_1">a1</span>',
        '<span data-formula="a_1"><span data-formula="a_1"><svg></svg></span></span>',
        '<span class="hurmet-tex" data-entry="a_1"><math><mi>a</mi></math></span>',
        '<span class="math inline">\\(a_1\\)</span>',
        '<code class="language-math math-inline">a_1</code>',
        "<math-renderer>$a_1$</math-renderer>",
        '<img class="latex" src="https://s.example/latex.php?latex=b" alt="a_1">',
        '<img class="ql-img-inline-formula" src="/cache/1.png" alt="a_1">',
        '<img src="https://latex.codecogs.com/svg.image?a_1">',
        '<img src="https://latex.codecogs.com/png.image?\\inline&space;\\dpi{110}&space;\\large&space;a_1">',
        '<img src="https://www.zhihu.com/equation?tex=a_1" alt="picture">',
    ],
)
def test_a_formula_of_any_make_is_its_latex(made: str) -> None:
    assert markdown_of(f"<p>Let {made} be.</p>").replace("a_{1}", "a_1") == "Let $a_1$ be."


@pytest.mark.parametrize(
    "made",
    [
        (
            '<div class="MathJax_Display"><span class="MathJax">xy</span></div>'
            '<script type="math/tex; mode=display">x = y</script>'
        ),
        '<span class="katex-display"><span class="katex">'
        + ANNOTATED.format(' display="block"', "x = y")
        + "</span></span>",
        '<section data-formula="x = y"><span data-formula="x = y"><svg></svg></span></section>',
        '<div class="math">\\[x = y\\]</div>',
        '<pre><code class="language-math math-display">x = y</code></pre>',
        '<p><img class="latex" src="/1.png" alt="x = y"></p>',
        "<table><tr><td>" + ANNOTATED.format(' display="block"', "x = y") + "</td></tr></table>",
    ],
)
def test_a_formula_on_its_own_line_stands_between_two_dollars(made: str) -> None:
    assert markdown_of(made) == "$$x = y$$"


def test_the_formula_of_a_naver_post_is_read_before_it_is_drawn() -> None:
    script = f"<script type='text/data' data-module='{MODULE}'></script>"

    assert markdown_of(f'<div class="se-formula"><div class="se-module-formula"></div>{script}</div>') == "$$a_1$$"


def test_delimiters_in_the_text_are_formulas_where_a_typesetter_is_loaded() -> None:
    content = "<p>So $x_1$ and \\(y^2\\) cost $100 or $5-$6, not <code>$z$</code>.</p>"
    content += "<p>\\begin{align}a&amp;=b\\end{align}</p>"

    assert markdown_of(content, TYPESETTER) == (
        "So $x_1$ and $y^2$ cost $100 or $5-$6, not `$z$`.\n\n$$\\begin{align}a&=b\\end{align}$$"
    )


def test_dollars_are_dollars_where_no_typesetter_is_loaded() -> None:
    assert (
        markdown_of("<p>Costs $5 or $6, a (US$, AU$) of prices.</p>") == "Costs \\$5 or \\$6, a (US\\$, AU$) of prices."
    )


def test_a_price_beside_a_formula_does_not_open_one() -> None:
    assert markdown_of("<p>It is $7 (=<math><mi>z</mi></math>) in all.</p>") == "It is \\$7 (=$z$) in all."


def test_formulas_side_by_side_stay_apart() -> None:
    assert markdown_of("<p>So <math><mi>x</mi></math><math><mi>y</mi></math> it is.</p>") == "So $x$ $y$ it is."


def test_text_markdown_and_html_hold_the_same_formula() -> None:
    article = extract(f"<article><p>{LEAD} <math><mi>x</mi><mo>&lt;</mo><mn>1</mn></math></p></article>", URL)

    assert article.text == f"{LEAD} x < 1"
    assert article.markdown == f"{LEAD} $x < 1$"
    assert article.html == f'<p>{LEAD} <code class="language-math math-inline">x &lt; 1</code></p>'


@pytest.mark.parametrize(
    ("mathml", "latex"),
    [
        ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", r"\frac{a}{b}"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot><msqrt><mi>y</mi></msqrt>", r"\sqrt[3]{x} \sqrt{y}"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_{1}^{2}"),
        ("<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>", "{a + b}^{2}"),
        ("<msup><mi>f</mi><mo>′</mo></msup>", "f'"),
        ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>", r"\sum_{i}^{n}"),
        ("<munder><mi>lim</mi><mi>n</mi></munder><mi>sin</mi><mi>α</mi>", r"\lim_{n} \sin \alpha"),
        ("<mover><mi>x</mi><mo>^</mo></mover><mover><mi>v</mi><mo>→</mo></mover>", r"\hat{x} \overset{\rightarrow}{v}"),
        ("<mo>(</mo><mi>x</mi><mo>)</mo>", r"\left( x \right)"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", r"\left( a , b \right)"),
        ("<mi>𝐀</mi><mi>ℝ</mi><mi>𝑧</mi><mi mathvariant='bold'>v</mi>", r"\mathbf{A} \mathbb{R} z \mathbf{v}"),
        ("<mn>1</mn><mtext> if x_1</mtext>", r"1 \text{ if x\_1}"),
        (
            "<mrow><mo>[</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable><mo>]</mo></mrow>",
            r"\begin{bmatrix} a & b \end{bmatrix}",
        ),
        (
            "<mrow><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd></mtr></mtable></mrow>",
            r"\begin{cases} 1 \\ 0 \end{cases}",
        ),
        (
            "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>",
            r"\begin{aligned}a & = \\ b\end{aligned}",
        ),
        (
            "<mmultiscripts><mi>X</mi><mi>a</mi><none></none><mprescripts></mprescripts><mi>c</mi><mi>d</mi></mmultiscripts>",
            "{}_{c}^{d}X_{a}",
        ),
        ("<mfrac><mi>a</mi></mfrac><msub></msub><mover></mover>", r"\frac{a}{} {} \overset{}{}"),
    ],
)
def test_mathml_without_a_source_is_translated(mathml: str, latex: str) -> None:
    assert to_latex(html.fromstring(f"<div><math>{mathml}</math></div>")[0]) == latex


def test_what_mathjax_drew_is_read_back_where_nothing_else_is_left() -> None:
    drawn = (
        '<mjx-container class="MathJax"><mjx-math><mjx-msub><mjx-mi><mjx-c class="mjx-c1D465 TEX-I"></mjx-c></mjx-mi>'
        '<mjx-script><mjx-mn><mjx-c class="mjx-c31"></mjx-c></mjx-mn></mjx-script></mjx-msub><mjx-mo><mjx-c>=</mjx-c>'
        "</mjx-mo><mjx-mfrac><mjx-frac><mjx-num><mjx-mn><mjx-c>1</mjx-c></mjx-mn></mjx-num><mjx-dbox><mjx-den><mjx-mi>"
        "<mjx-c>n</mjx-c></mjx-mi></mjx-den></mjx-dbox></mjx-frac></mjx-mfrac></mjx-math></mjx-container>"
    )

    assert markdown_of(f"<p>Let {drawn} be.</p>") == r"Let $x_{1} = \frac{1}{n}$ be."


def test_a_picture_with_an_ordinary_address_stays_a_picture() -> None:
    image = '<img src="https://e.example/a.png?from=app_1" alt="IMG_1=2">'

    assert markdown_of(f"<p>See {image} here.</p>") == "See ![IMG_1=2](https://e.example/a.png?from=app_1) here."


def test_the_words_of_a_box_that_only_bears_the_name_stay() -> None:
    assert (
        markdown_of('<div class="math"><p>Some words <math><mi>x</mi></math> here.</p></div>') == "Some words $x$ here."
    )


@pytest.mark.parametrize(
    "content",
    [
        "<math>" + "<msup>" * 400 + "x",
        "<math>" + "<mfrac><mi>a</mi>" * 60,
        "<math>" + "<mo>(</mo>" * 20_000,
        "<p>" + "\\(" * 100_000 + "\\)",
        "<p>" + "$x " * 100_000 + "$$",
        "<p>" + "\\begin{align}" * 20_000 + "\\end{align}",
        "<p>" + "<br>$x$" * 10_000,
        "<p>" + '<img class="latex" alt="x">' * 10_000,
        '<table><tr><td class="latex">' * 60 + "<math display=block><mi>x</mi></math>",
        '<script type="math/mml">' + "<math>" * 5_000 + "</script>",
        '<script type="text/data" data-module=\'{"type": "v2_formula", "data": []}\'></script>',
    ],
)
def test_no_formula_is_too_much(content: str) -> None:
    assert markdown_of(f"<p>{LEAD}</p>{content}", TYPESETTER)
