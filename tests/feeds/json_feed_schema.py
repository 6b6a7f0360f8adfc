"""The rules of JSON Feed 1.1 as a JSON Schema, and those that a schema cannot say. https://jsonfeed.org/version/1.1"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import jsonschema

TEXT = {"type": "string"}
# RFC 3986: ASCII only, nothing that must be percent-encoded
URL = {
    "type": "string",
    "pattern": r"^https?://[A-Za-z0-9._~:\[\]@!$&'()*+,;=%-]+([/?#][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?$",
}
RFC_3339 = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
EXTENSION = {
    "type": "object",
    "patternProperties": {r"^[^._][^.]*$": {}},
    "additionalProperties": False,
    "properties": {"about": TEXT},
}
EXTENSIONS = {"^_[A-Za-z][^.]*$": EXTENSION}


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    """Return an object that holds these, extensions, and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": EXTENSIONS,
        "additionalProperties": False,
        "required": required,
    }


AUTHORS = {"type": "array", "items": _object([], name=TEXT, url=URL, avatar=URL) | {"minProperties": 1}}
LANGUAGE = {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"}  # RFC 5646
ATTACHMENT = _object(
    ["url", "mime_type"],
    url=URL,
    mime_type=TEXT,
    title=TEXT,
    size_in_bytes={"type": "number"},
    duration_in_seconds={"type": "number"},
)
ITEM = _object(
    ["id"],
    id={"type": "string", "minLength": 1},
    url=URL,
    external_url=URL,
    title=TEXT,
    content_html=TEXT,
    content_text=TEXT,
    summary=TEXT,
    image=URL,
    banner_image=URL,
    date_published=RFC_3339,
    date_modified=RFC_3339,
    authors=AUTHORS,
    tags={"type": "array", "items": TEXT},
    language=LANGUAGE,
    attachments={"type": "array", "items": ATTACHMENT},
) | {"anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}]}
FEED = _object(
    ["version", "title", "items"],
    version={"const": "https://jsonfeed.org/version/1.1"},
    title=TEXT,
    home_page_url=URL,
    feed_url=URL,
    description=TEXT,
    user_comment=TEXT,
    next_url=URL,
    icon=URL,
    favicon=URL,
    authors=AUTHORS,
    language=LANGUAGE,
    expired={"type": "boolean"},
    hubs={"type": "array", "items": _object(["type", "url"], type=TEXT, url=URL)},
    items={"type": "array", "items": ITEM},
)


def check_json_feed(feed: dict[str, Any]) -> None:
    """Fail where the document breaks a rule of JSON Feed 1.1."""
    jsonschema.Draft202012Validator(FEED).validate(feed)
    assert next(iter(feed)) == "version", "version appears at the very top"
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids)), "an id is unique in its feed"
    for item in feed["items"]:
        assert "url" in item, "url should be present although it may be the id"
        for date in {"date_published", "date_modified"} & item.keys():
            datetime.fromisoformat(item[date])
        for plain in ("title", "content_text"):
            assert not re.search(r"</\w+>", item.get(plain, "")), "HTML is allowed in content_html only"
    assert "about" in feed["_refkeep"], "about should appear once in a feed that uses an extension more than once"
