from __future__ import annotations

from datetime import UTC, datetime

from crawler.extraction import extract


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
