"""WordPress: wordpress.com and blogs on hosts of their own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="wordpress",
    hosts=("wordpress.com",),
    rendered=True,
    themed=True,
    generators=("wordpress",),
    content=tuple(
        f"body:not(.blog):not(.archive):not(.search) {content}"  # which list posts
        for content in (
            ".wp-block-post-content",
            "article .entry-content",
            ".entry-content",
            ".td-post-content",
            "div.post > div.entry",
        )
    ),
    drop=(
        ".sharedaddy",
        "#jp-relatedposts",
        ".jp-relatedposts",
        ".sd-block",
        ".wpcnt",
        ".wordads-ad-wrapper",
        "[id^='atatags-']",
        ".wp-block-post-comments",
        ".comments-area",
        ".post-navigation",
        ".yarpp-related",
        ".addtoany_share_save_container",
        ".heateor_sss_sharing_container",
        ".ssba",
        ".wp-dark-mode-switcher",
        # Tables of contents that plug-ins put in.
        "#ez-toc-container",
        "#toc_container",
        ".wp-block-rank-math-toc-block",
        ".wp-block-table-of-contents",
        ".wp-block-yoast-seo-table-of-contents",
        ".wp-block-uagb-table-of-contents",
        ".wp-block-kadence-tableofcontents",
        ".simpletoc-title",
        ".simpletoc-list",
        ".lwptoc",
        ".entry-footer",
        ".author-box",
        "[class*='social-share']",
        "[class*='social_share']",
        "[class*='share-button']",
        "[class*='swp_social']",
        "[class*='dpsp-']",
        "[class*='mashsb']",
        "[class*='ss-inline-share']",
        ".entry-tags",
        ".post-tags",
        ".tags-links",
    ),
    title=("h1.entry-title", "h1.wp-block-post-title"),
    tags=('a[rel="tag"]',),
    category=('a[rel~="category"]',),
    gone=(
        "is no longer available. The authors have deleted this site",
        "has been archived or suspended",
        "doesn't exist. Do you want to register",
        "It looks like nothing was found at this location",
    ),
    locked=(
        "This content is password protected",
        "이 콘텐츠는 비밀번호로 보호",
        "비밀번호로 보호되어 있",
        "is marked private by its owner",
        "Private Site",
    ),
)
