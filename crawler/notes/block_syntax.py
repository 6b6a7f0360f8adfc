"""How the lines look that begin, continue and end a block."""

from __future__ import annotations

import re

START = re.compile(
    r"""\ {0,3}(?:
        (?P<quote>>\ ?)
      | (?P<rule>(?:\*[ ]*){3,}$|(?:-[ ]*){3,}$|(?:_[ ]*){3,}$)
      | (?P<item>(?P<mark>[-+*]|(?P<number>\d{1,9})[.)])(?P<gap>\ +|$))
      | (?P<atx>(?P<level>\#{1,6})(?=\ |$))
      | (?P<fence>(?P<ticks>`{3,})[^`]*$|(?P<tildes>~{3,}))
      | (?P<hidden><!--|\{/\*|<(?:script|pre|style|textarea)(?=[\s>]|$)
          |\{%-?\ *(?:highlight|comment)\b|\{\{[<%]\ *(?:highlight|comment)\b)  # Jekyll, Hugo
      | (?P<aside>(?:!!!|\?{3}\+?)\ +(?=[a-z])|===\+?!?\ +(?="))  # of MkDocs
      | (?P<footnote>\[\^[^\[\]\s]{1,999}\]:\ *)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
SETEXT = re.compile(r" {0,3}(?P<mark>=+|-+)$")
# A fence that holds text: an aside of Obsidian's plugin (```ad-note), of MyST (```{note}).
TEXT_FENCE = re.compile(
    r" *(?:ad-[a-z]+|\{(?:note|tip|hint|important|seealso|warning|caution|attention|danger|error|admonition|todo|topic"
    r"|sidebar|margin|dropdown|card|tab-item)\})",
    re.IGNORECASE,
)
INDENTED = re.compile(r" {4}")
DEEP_ITEM = re.compile(r" {4,}(?P<mark>[-+*]|\d{1,9}[.)])(?P<gap> +)(?![\w.-]+:(?: |$))")  # prose; a YAML key is code
ATX_END = re.compile(r"(?:^|\s)#+$")
COMMENT_ENDS = {"<!--": re.compile("-->"), "{/*": re.compile(r"\*/\}")}
# Where a fence is never closed, the text goes on at a heading below the first level or at a line that begins a link.
TEXT_AGAIN = re.compile(r"\s*#{2,6} \S|\s*(?:[-*+>] |\d+\. )?\[[^\]\n]*\]\(https?:")


def end_of_fence(opening: str) -> re.Pattern[str]:
    """Return what ends the fence that a run of backticks or tildes begins: a line of as many or more."""
    return re.compile(rf"\s*{opening[0]}{{{min(len(opening), 1_000)},}}$")


def end_of_hidden(opening: str) -> re.Pattern[str]:
    """Return what ends the hidden text that `opening` begins: `-->`, `</pre>`, `{% endhighlight %}`."""
    if opening in COMMENT_ENDS:
        return COMMENT_ENDS[opening]
    name = opening.lstrip("<{%- ")
    ending = f"</{name}>" if opening.startswith("<") else rf"\{{[{{%][<%-]? *(?:end|/ *){name} *-?[%>]?[%}}]\}}?"
    return re.compile(ending, re.IGNORECASE)
