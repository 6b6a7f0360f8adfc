"""Words that send a reader to another page, or that name a box of such, in the languages of the pages that notes cite.

"Read more: …", "Baca juga: …", "관련 기사", "You may also like", "Advertisement".
"""

from __future__ import annotations

import re

# One line a language; each entry begins a line that is a link for the rest, or is the whole line, above such links.
POINTERS = r"""
(?:read|watch) (?:more|also|next)|also (?:on|read)|don.?t miss|recommended|you (?:may|might) (?:also )?(?:like|enjoy)
related(?= *:| *$| (?:stor|article|post|content|news|link|topic|coverage|reading|video)\w* *(?::|$))|also in the news
related (?:stor(?:y|ies)|articles?|posts?|content|news|links?|topics?|coverage|reading|videos?)
more (?:on|from) th(?:is|e)\b
most (?:read|popular|viewed|shared|commented)\b|trending(?: now)?(?= *:?$)|up next(?= *:?$)|in case you missed it
editors?['’]s? picks?(?= *:?$)|(?:more|top|latest) (?:stories|news|headlines)(?= *:?$)|(?:from )?around the web(?= *:?$)
lesen sie (?:auch|mehr|hier|dazu)|mehr zum thema|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren
meistgelesen|(?:verwandte|weitere|ähnliche) (?:artikel|themen|beiträge|meldungen|nachrichten)|passend dazu|lies auch
(?:à )?(?:lire|voir) (?:aussi|également)|sur le même (?:sujet|thème)|articles? (?:liés?|similaires?|associés?|connexes?)
(?:lea|lee|leer|vea|ve|mira|mire) (?:también|además|más)|te (?:puede|podría|recomendamos)\b|le puede interesar
(?:también )?(?:te|le) (?:puede|podría) interesar|(?:noticias|artículos|notas) relacionad[ao]s|lo más (?:leído|visto)
(?:leia|veja|confira|assista) (?:também|mais)|saiba mais|(?:notícias|matérias|artigos) relacionad[ao]s|mais lidas
leggi anche|leggi di più|(?:ti )?potrebbe(?:ro)? (?:anche )?interessar(?:ti|vi)|articoli correlati|i più letti
lees (?:ook|meer|verder)|bekijk ook|gerelateerde? (?:artikelen|berichten|nieuws)
läs (?:också|även|mer)|les også|læs også|lue myös
baca (?:juga|selengkapnya)|lihat juga|simak juga|(?:artikel|berita) terkait
ilgili haber(?:ler)?|bunlar da ilginizi çekebilir|ayrıca okuyun
(?:czytaj|zobacz|przeczytaj) (?:także|też|również|więcej)|polecamy(?= *:?$)
čtěte (?:také|též)|přečtěte si|související(?: články)?
citește (?:și|mai mult)|citeşte (?:şi|mai mult)|vezi și|olvassa el|kapcsolódó(?: cikk\w*)?
διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)|δείτε επίσης
(?:читайте|смотрите) (?:также|ещ[её]|на эту тему)|(?:материалы )?по теме(?= *:|$)|похожие (?:статьи|материалы|новости)
(?:читайте|дивіться) (?:також|ще)|(?:прочетете|вижте) (?:още|също)
xem thêm|đọc thêm|tin liên quan|có thể bạn quan tâm
[إا]قر[أا] (?:أيضا|ايضا|أيضاً|المزيد)|شاهد (?:أيضا|ايضا|أيضاً)|(?:مواضيع|مقالات|أخبار) (?:ذات صلة|متعلقة)
بیشتر بخوانید|مطالب مرتبط|همچنین بخوانید|קראו (?:גם|עוד)|כתבות נוספות
(?:यह|ये|इसे) भी (?:पढ़ें|पढ़ें|देखें)|আর[ওো] পড়ুন|আরও পড়ুন|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง
関連(?:記事|リンク|ニュース)|[あ合]わせて読みたい|こちらも(?:おすすめ|読まれて)|人気記事|おすすめ記事|続きを読む
(?:相[关關]|延伸|推[荐薦])(?:[阅閱][读讀]|文章|新[闻聞]|[报報][导道導]|[链連][接結])|猜你喜[欢歡]
관련\s?(?:기사|글|포스팅)|함께\s?(?:보면|읽으면)|추천\s?(?:기사|글)|더\s?읽|많이\s?본\s?(?:뉴스|기사)|인기\s?(?:기사|글)(?=\s*$)
"""
# Whole lines that name an advertisement, or a button.
LABELS = r"""
advertisements?|advertising|sponsored(?: content| stories)?|promoted(?: content| stories)?|click to tweet
continue reading|(?:story|article) continues below(?: advertisement)?|anzeige|werbung|publicité
la suite après (?:cette|la) publicité|publicidad|publicidade|continua (?:após|depois d)a publicidade|pubblicità
advertentie|annons|annonse|annonce|iklan|reklama?|hirdetés|publicitate|διαφήμιση|реклама|quảng cáo|إعلان|تبلیغات
פרסומת|विज्ञापन|বিজ্ঞাপন|โฆษณา|広告|スポンサーリンク|广告|廣告|광고
"""


def _any_of(lines: str) -> str:
    return "|".join(lines.split("\n")[1:-1])


POINTS_AWAY = re.compile(rf"\W*(?:{_any_of(POINTERS)})", re.IGNORECASE)
# The words alone, or with what they are about: "Most read in world news".
LABEL = re.compile(rf"\W*(?:{_any_of(POINTERS)})(?: (?:in|on|from|for) [^.!?]{{1,40}})?\W*", re.IGNORECASE)
ADVERTISEMENT = re.compile(rf"\W*(?:{_any_of(LABELS)})\W*", re.IGNORECASE)
