"""A picture to its article: the picture itself, under its file's name."""

from __future__ import annotations

from lxml.etree import SubElement
from lxml.html import Element

from crawler.extraction.addresses import absolute
from crawler.extraction.article import Article
from crawler.extraction.listing import file_name
from crawler.extraction.writing.markdown import to_markdown
from crawler.extraction.writing.markup import to_html


def read_picture(url: str) -> Article:
    """Make the article of a picture that came from `url`."""
    address = absolute(url, url) or url
    content = Element("article")
    SubElement(SubElement(content, "p"), "img", src=address, alt="")
    return Article(
        title=file_name(url), quality=1.0, markdown=to_markdown(content), html=to_html(content), images=[address]
    )
