"""Which language a block of code is in, by what the page calls it: attributes, classes, the label of a header.

The page's own name is kept, in lower case. A name that stands where only a language can stand (`language-…`) is
believed; one that stands among other words (a bare class, a wrapper's, a label) only where it is a language's.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

ATTRIBUTES = (
    "data-ke-language", "data-language", "data-lang", "data-code-language", "data-code-block-lang", "language",
    "data-enlighter-language", "data-highlight-language", "syntax",
)  # fmt: skip
PREFIXED = re.compile(
    r"(?:^|[\s;])(?:language|lang|highlight-source|highlight-text|highlight|brush|sourceCode|src|code-snippet__|syntax|geshifilter|dp)"
    r"(?:[-:]|(?<=__))\s*([\w+#.-]+)",
    re.IGNORECASE,
)
BRUSH = re.compile(r"\bbrush:\s*([\w+#.-]+)", re.IGNORECASE)
PREFIX = re.compile(r"(?:code|type|hl)-")  # of a word that is a language's name for the rest
TYPE = re.compile(r"\btype-([\w+#-]+)")
NAME = re.compile(r"[\w+#][\w+#. -]{0,23}")
NO_LANGUAGES = frozenset(
    "text plain plaintext plain-text txt none nohighlight no-highlight auto autodetect source default hljs highlight "
    "highlighter code block codeblock wrap unknown undefined null raw false true js-highlight".split()
)
LANGUAGES = frozenset(
    "abap actionscript ada agda apache apacheconf apex apl applescript arduino arm armasm asciidoc asm assembly astro "
    "autohotkey autoit awk bash basic bat batch batchfile bibtex bicep brainfuck c c# c++ clj clojure cmake cmd cobol "
    "coffee coffeescript console coq cpp crystal cs csharp cshtml css csv cuda cypher cython d dart delphi diff "
    "django docker docker-compose dockerfile dos dot dotenv ebnf elisp elixir elm erb erlang ex excel f# fish forth "
    "fortran fsharp gcode gdscript gherkin git gitignore glsl gnuplot go golang gql gradle graphql graphviz groovy "
    "haml handlebars haskell haxe hbs hcl hlsl hs html html5 http idris ini ipython ipython3 java javascript jinja "
    "jinja2 js json json5 jsonc jsonl jsonnet jsp jsx julia kotlin kt kts kusto latex lean lean4 less liquid lisp "
    "llvm log lua make makefile markdown markup mathematica matlab md mdx mediawiki mermaid mips mojo mongodb mysql "
    "nasm nginx nim nix nushell objc objective-c objectivec ocaml octave openscad org pascal patch perl pgsql php "
    "pine pl plantuml plsql postgres postgresql postscript powershell prisma prolog promql properties proto protobuf "
    "ps1 pug puppet purescript py pycon python python2 python3 q qml r racket raku rb react reasonml regex rego rest "
    "restructuredtext rst ruby rust sas sass scala scheme scss sed sh shell shell-session shellsession smalltalk sml "
    "solidity sparql sql sqlite stan stata stylus svelte svg swift systemverilog tcl terraform tex text-html toml ts "
    "tsql tsx twig typescript uml v vala vb vba vbnet vbscript verilog vhdl vim viml vue wasm webassembly wgsl "
    "wolfram x86asm xaml xhtml xml xquery xslt yaml yml zig zsh".split()
)
FEW = 12  # elements within a block that may name its language
WRAPPERS = frozenset({"div", "figure", "code", "pre", "td"})


def language_of(block: HtmlElement) -> str | None:
    """Return the language that the block, what it holds or what frames it says, in lower case."""
    inner = ("code", "pre", "ol", "div") if block.tag == "table" else ("code", "pre", "ol")
    own = [block, *islice(block.iterdescendants(*inner), FEW), *islice(filter(_is_editor, block.iter("div")), 1)]
    around = [element for element in block.iterancestors() if _is_wrapper(element)][:3]
    said = next(filter(None, (_believed(label) for element in own for label in _labels(element))), None)
    lines = [line.get("lang", "").lower() for line in islice(block.iterdescendants("span"), 1)]
    return (
        said
        or next((name for name in lines if name in LANGUAGES), None)
        or next(filter(None, (known_language(label) for element in around for label in _labels(element))), None)
        or next((word for element in own for word in _words(element) if word in LANGUAGES), None)
        or next(
            (word for element in around if _is_frame(element) for word in _words(element) if word in LANGUAGES), None
        )
    )


def _is_wrapper(element: HtmlElement) -> bool:
    """Say whether a block may be framed by it: custom elements, whose names hold a hyphen, frame code as well."""
    return element.tag in WRAPPERS or "-" in element.tag


def known_language(label: str) -> str | None:
    """Return the label as a language's name where it is one."""
    word = _believed(label)
    return word if word in LANGUAGES else None


def _believed(label: str) -> str | None:
    word = label.strip().lower().removesuffix("-basic").removeprefix("text-")
    return word.split()[0] if word and word not in NO_LANGUAGES and NAME.fullmatch(word) else None


def _labels(element: HtmlElement) -> Iterator[str]:
    for name in ATTRIBUTES:
        yield element.get(name, "")
    for match in PREFIXED.finditer(element.get("class", "")):
        yield match[1]
    if "blob-wrapper" in element.get("class", ""):  # of GitHub
        yield from TYPE.findall(element.get("class", ""))
    yield from BRUSH.findall(element.get("data-syntaxhighlighter-params", ""))
    if (lang := element.get("lang", "").lower()) in LANGUAGES and element.tag in {"pre", "code"}:
        yield lang


def _words(element: HtmlElement) -> list[str]:
    return [PREFIX.sub("", word) for word in str(element.get("class", "")).lower().split()]


def _is_editor(element: HtmlElement) -> bool:
    return not {"cm-content", "__se_code_view"}.isdisjoint(_words(element))


def _is_frame(element: HtmlElement) -> bool:
    """Say whether an element is one that a highlighter wraps around code, its language a class beside its own."""
    return not {"highlight", "syntaxhighlighter", "highlighter", "code-block", "codeblock", "blob-wrapper"}.isdisjoint(
        str(element.get("class", "")).lower().split()
    )
