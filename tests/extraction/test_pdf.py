from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject

from crawler.extraction import UnsupportedContentError, extract
from crawler.extraction.pdf_lines import paragraphs

if TYPE_CHECKING:
    from crawler.extraction.article import Article


def pdf_of(*pages: str) -> bytes:
    """Write a PDF by hand: a catalogue, its pages, a font, an information dictionary."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (On Crawling) /Author (A. Writer; B. Editor) /CreationDate (D:20210314172200Z) >>",
    ]
    for n, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("ascii")


def test_a_pdf_is_read_page_by_page_with_its_metadata() -> None:
    article = extract(pdf_of("The first page.", "The second page."), "https://e.example/a.pdf", "application/pdf")

    assert article.text == "The first page.\fThe second page."
    assert article.markdown == "The first page.\n\n---\n\nThe second page."
    assert (article.title, article.authors) == ("On Crawling", ["A. Writer", "B. Editor"])
    assert article.published_at == datetime(2021, 3, 14, 17, 22, tzinfo=UTC)


def test_a_pdf_is_known_by_its_bytes() -> None:
    assert extract(pdf_of("Text."), "https://e.example/a", "text/html").text == "Text."


def lines_pdf(*lines: str) -> bytes:
    """Write a PDF of one page with a line below the other."""
    return pdf_of(") Tj 0 -14 Td (".join(lines))


def korean_pdf(encoding: str, codec: str, text: str) -> bytes:
    """Write a PDF whose font is named and not embedded, as Korean programs did."""
    body = pdf_of("PLACE").decode("latin-1")
    font = (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /HYSMyeongJo-Medium /Encoding /{encoding} /DescendantFonts "
        "[<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYSMyeongJo-Medium /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 2 >> >>] >>"
    )
    body = body.replace("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", font)
    return body.replace("(PLACE)", f"<{text.encode(codec).hex()}>").encode("latin-1")


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf_of("Kept from copying.")))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def read(body: bytes) -> Article:
    return extract(body, "https://e.example/a.pdf", "application/pdf")


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [("KSCms-UHC-H", "cp949"), ("KSC-EUC-H", "euc-kr"), ("UniKS-UCS2-H", "utf-16-be"), ("UniKS-UTF16-H", "utf-16-be")],
)
def test_korean_fonts_that_are_not_embedded_are_read(encoding: str, codec: str) -> None:
    assert read(korean_pdf(encoding, codec, "한글 문서 ABC")).text == "한글 문서 ABC"


def test_lines_become_paragraphs_and_parted_words_are_whole() -> None:
    article = read(
        lines_pdf(
            "Introduction",
            "A crawler that comes back asks with the valida-",
            "tors it kept, so that nothing is sent twice to it.",
            "That is all.",
            "Each of the well-known hosts has its own pace and",
            "- the first point",
            "- the second point",
        )
    )

    assert article.text.split("\n\n") == [
        "Introduction",
        "A crawler that comes back asks with the validators it kept, so that nothing is sent twice to it. That is all.",
        "Each of the well-known hosts has its own pace and",
        "- the first point",
        "- the second point",
    ]


def test_one_that_forbids_copying_only_is_read_and_a_locked_one_is_not() -> None:
    assert read(encrypted("")).text == "Kept from copying."
    with pytest.raises(UnsupportedContentError, match="cannot be read"):
        read(encrypted("secret"))


def test_a_broken_page_costs_itself_alone() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf_of("The first page.", "The second page.", "The third page.")))
    writer.pages[1]["/Contents"].get_object()[NameObject("/Filter")] = NameObject("/NoSuchFilter")
    file = BytesIO()
    writer.write(file)
    article = read(file.getvalue())

    assert article.text == "The first page.\f\fThe third page."
    assert "truncated" in article.quality_reasons


def test_a_scan_holds_no_text() -> None:
    with pytest.raises(UnsupportedContentError, match="no text"):
        read(pdf_of("", ""))


def test_two_thousand_pages_are_read_as_far_as_time_allows() -> None:
    article = read(pdf_of(*(f"Page {number} says nothing new." for number in range(2_000))))

    assert article.text.count("\f") == 1_999
    long = read(pdf_of(*["So it goes on and on. " * 400] * 200))
    assert len(long.text) < 1_100_000
    assert "truncated" in long.quality_reasons


def test_a_page_of_a_million_lines_takes_no_longer_than_it_is_long() -> None:
    assert paragraphs("a\n" * 1_000_000) == [" ".join("a" * 1_000_000)]
