"""Saying that something is not there: things, and what became of them, language by language.

A sentence names a thing ("this page", "요청하신 글") and its absence \
        ("has been removed", "존재하지 않습니다"), in any
order and with other words between them.
"""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of
from crawler.extraction.judging.words import lacking

THING = (
    "(?:(?:page|url|link|address|file|post|article|site|website|blog|entry|story|document(?:ation)?|content"
    "|resource|item"
    "|topic|thread|board|forum|question|answer|video|shop|store|account|user|author|profile|channel|community|group"
    "|journal|snippet|paste|package|project|repository|deployment|app(?:lication)?|position|job|listing|product|event"
    "|service|key|object|location|message|album|photo|publication|subreddit|space|workspace|domain|view|tag"
    "|category)s?)"
)
BEEN = (
    "(?:(?:appears|seems|appear|seem) to (?:be|have been)(?: either)?|(?:has|have|may have|might have"
    "|could have) been"
    "|was|were|is|are|being|been|(?:may|might|could) be)"
)
GONE = (
    "(?:removed|deleted|taken down|unpublished|retired|discontinued|suspended|deactivated|disabled|terminated|closed"
    "|shut down|banned|purged|archived|withdrawn|expired|dropped|moved|renamed|relocated|missing|lost|gone"
    "|unavailable"
    "|deprecated|filled|blocked by its owner|hidden)"
)
MISSING = (
    "(?:(?:was|is|were|are) (?:not|no longer|not currently) (?:be )?(?:found|there|available|here|accessible"
    "|online|on)"
    "|(?:can(?:not|'t|not)|could(?: not|n't)|can no longer|unable to) be (?:found|located|displayed|shown|reached)"
    "|(?:was|is|are)(?:n't| not) (?:found|here|there|available|at this)"
    "|(?:does|do|did)(?: not|n't) (?:\\w+ )?exist|no longer exists?|never existed|not (?:found|available|exist)"
    "|no longer (?:\\w+ )?(?:available|accessible|active|accepting|exists?|published|online|here|supported|offered)"
    f"|(?:(?:has|have) )?{BEEN} (?:\\w+ly |already |since )?{GONE}"
    "|(?:has|have|had) (?:\\w+ )?(?:expired|moved|gone|closed"
    "|vanished|disappeared|shut down)|no text in|unavailable|doesn't seem to)"
)
PAGE_KO = (
    "(?:페이지|게시물|게시글|글|포스트|문서|주소|블로그|콘텐츠|컨텐츠|화면|정보|게시판|기사|뉴스|상품|영상|동영상"
    "|자료"
    "|사이트|홈페이지|카페|질문|답변|소식|공고|계정|회원|작가|채널|서비스|내용|대상|댓글|작품|매거진|url|경로"
    "|파일|이벤트)"
)
MISSING_KO = "(?:찾을 수가? ?(?:없습니다|없어요|없음)|존재하지 ?않(?:습니다|아요|음)|없습니다|없어요\
        |삭제되었습니다)"
LOST_KO = (
    "(?:찾을 ?수가? ?없|찾지 ?못|존재하지 ?않|삭제(?:된|되|하|했|됐)|사라(?:졌|진|지)|지워(?:졌|진|지)"
    "|없(?:습니다|어요|거나|는|네요|음)"
    "|종료(?:된|되|하|했|됐)|폐쇄(?:된|되|하|했)|중단(?:된|되|하|했)"
    "|만료(?:된|되|하|했)|마감(?:된|되|했)|탈퇴(?:한|하)|정지(?:된|되)"
    "|블라인드|옮겨(?:졌|진)"
    "|이동(?:되|하|했|된)|변경(?:되|된)|바뀌|바뀐|운영을 (?:마쳤|종료|중단)|노출이 중지|게시가 중단"
    "|제공되지 않|제공하지 않|서비스하지 않|볼 ?수 ?없|보실 ?수 ?없"
    "|비공개로 전환|초기화(?:된|되)|임시조치|잘못(?:된| 입력))"
)
# A sentence that only a page in an article's place addresses to its reader.
SENTENCE = any_of(
    r"""
    \b(?:the|this|that|your|these|requested|specified) (?:[\w'"-]+ ){0,3}?<THING>\b[^.!?\n]{0,60}?\s<MISSING>
    \b(?:we|i|you)(?: \w+)? (?:can(?:'t|not| not)|could(?:n't| not)|(?:are|were|was|am) unable to|did(?:n't| not)\
        |failed to) <FIND>
    \b(?:we|i)'(?:re|m) unable to <FIND>
    \bthere(?:'s| is| was| are|re's)?(?: currently| really)? (?:no(?:t a|thing)?|isn't an?y?\
        |aren't any) [^.!?\n]{0,30}?(?:<THING>|here|there|at this|to see)\b
    \b(?:the|that) <THING> (?:that |which )?you(?:'re| are| were|'ve| have)? <SOUGHT>
    \b(?:something|anything|nothing|page|site|here)\b[^.!?\n]{0,20}\bat this (?:url|address|location|link)\b
    \b(?:what|whatever|anything|thing) you[^.!?\n]{0,40}?\s<MISSING>
    ^cannot (?:get|post) /
    \bnothing (?:was |is |has been |seems to be )?(?:found|here|to (?:see|show|display))
    \b(?:invalid|no|no such|unknown) <THING> (?:specified|found|here|exists?)
    ^(?:no such|unknown|invalid) <THING>
    ^(?:[\w-]+ ){0,2}<THING> (?:(?:is |was |are |has been |have been |owner )?<GONE>|<MISSING>)
    ^[\w./-]{2,60}(?: [\w./-]{1,30}){0,3} (?:<CLOSED>)\b
    \bit (?:looks|seems|appears)(?: like| that| as if)? (?:nothing was found|you(?:'ve| have)? (?:followed|reached\
        |hit|found|landed))
    \b(?:followed|clicked(?: on)?|entered|typed|hit|reached) an? (?:\w+ )?(?:broken|bad|dead|outdated|old|expired\
        |invalid|route|link)
    \b(?:http|status|error|code)[ =:]{1,3}404\b
    \bthe requested url\b[^?!\n]{0,80}?was not found
    \b(?:mistyped|misspelled) (?:the )?(?:address|url)|\bout-of-date (?:bookmark|link)
    has been permanently deleted
    (?:잘못된|올바르지 않은|유효하지 않은) (?:접근|경로|요청|주소)(?:입니다| 입니다)
    <PAGE_KO>(?:을|를|이|가|은|는|의)? ?(?:[가-힣]{1,8} ){0,6}?<LOST_KO>[가-힣]{0,6}
    (?:삭제(?:된|되었거나|되거나)|존재하지 않는|없는|지워진|폐쇄된|만료된|마감된|종료된|탈퇴한|찾을 수 없는\
        |블라인드(?: 처리)?된|정지된|사라진|휴면(?: 상태의?| 중인)?\
        |이용이 제한된) (?:[가-힣]{1,6} )?<PAGE_KO>(?:[.!…]|$| ?입니다|이에요|예요|이라|이거나|일 수|(?:을|를) 요청\
        |에 접근)
    (?:방문|요청|접속|찾으|원하)(?:하시려는|하려는|하신|시는|신) (?:페이지|주소|글|게시물|기사|자료|게시글)(?:의|가\
        |를|는|은|을)? ?[^.!?\n]{0,20}?(?:주소|<LOST_KO>)
    (?:서비스|블로그|사이트|홈페이지|운영)(?:가|이|를|의|을|은|는)? ?[^.!?\n]{0,16}?(?:종료|폐쇄|중단|정지\
        |중지)(?:되|하|했|됐|이 되)(?:었|였)?(?:습니다|어|으며|고)
    (?:ページ|記事|ブログ|サイト|サービス|エントリー?|投稿|コンテンツ|URL|ファイル)[^。!?\n]{0,30}?(?:見つかり\
        |見つけられ|存在しま|存在しない|削除され|終了(?:い?たし|しま|して)|ございません|ありません|移動|変更された\
        |間違って|非公開|公開が終)
    (?:页面|網頁|网页|文章|内容|內容|链接|連結|帖子|博客|网站|问题|账号|地址|资源)[^。!?\n]{0,16}?(?:不存在\
        |已被?(?:[^。\n]{1,6})?(?:删除|刪除|移除|下线|关闭|失效)|未找到|找不到|不见了|失效|可能已經?移除|已过期)
    (?:找不到|无法找到|不存在的?|没有找到)[^。!?\n]{0,10}?(?:页面|網頁|网页|文章|内容)
    \b(?:seite|artikel|beitrag|inhalt|link|url|blog|thema|dokument|datei|adresse|website|angebot\
        |konto)\b[^.!?\n]{0,50}?(?:nicht (?:mehr )?(?:gefunden|verfügbar|vorhanden|existier|erreichbar|online)\
        |existiert (?:\w+ )?nicht|gelöscht|verschoben|entfernt|eingestellt|abgelaufen|gesperrt worden)
    \bhier (?:ist|gibt es) (?:leider )?nichts|konnten? (?:\w+ ){0,4}?nicht (?:gefunden|finden)
    \b(?:page|article|billet|contenu|lien|site|blog|document|fichier|adresse|sujet|compte|annonce\
        |vidéo)\b[^.!?\n]{0,50}?(?:introuvable|n['"]?(?:existe|est)(?: (?:pas|plus))|non trouvée?|supprimée?\
        |déplacée?|retirée?|désactivée?|expirée?|plus (?:disponible|en ligne|accessible)|fermée?)
    \b(?:página|articulo|artículo|artigo|contenido|conteúdo|enlace|link|sitio|site|blog|tema|documento|entrada\
        |cuenta|noticia|pagina|articolo|contenuto|sito)\b[^.!?\n]{0,50}?(?:no (?:existe|se (?:ha )?encontr\
        |está disponible|disponible)|não (?:existe|encontrad|foi encontrad|está)|non (?:esiste|trovat\
        |è (?:più )?disponibile)|ya no|eliminad|borrad|removid|excluíd|rimoss|movid|caducad|encontrada)
    \bno (?:hemos encontrado|encontramos|pudimos encontrar)|\bnão encontramos|\bnon abbiamo trovato
    страниц[аы][^.!?\n]{0,30}(?:не найден|не существ|удален)
    no se (?:ha |han |pudo |puede |pueden )?(?:encontr\w+|localiz\w+)[^.!?\n]{0,40}(?:url|página|contenido\
        |artículo|recurso|archivo)|\bno (?:logramos|conseguimos|podemos) encontrar|(?:non riusciamo\
        |impossibile) (?:a )?trovare|\bla url (?:solicitada|introducida)
    \b(?:sayfa|içeri[kğ]|haber|yazı|adres|bağlantı|link|ürün|konu|kayıt|ilan|gönderi\
        |makale)\w*\b[^.!?\n]{0,50}?(?:bulunam\w+|bulamad\w+|bulunmu\w+|bulunmamakta\w*|mevcut değil|kaldırıl\w+\
        |silin\w+|taşın\w+|yok\b|yayından|geçersiz)
    \b(?:stron[ayę]|podstron[ayę]|artykuł\w*|wpis\w*|adres\w*|link\w*|treś\w+|plik\w*|dokument\w*|wątek|temat\w*\
        |ogłoszeni\w+|zasób|zasobu)\b[^.!?\n]{0,50}?(?:nie (?:istnieje|istnieją|została? \w*(?:naleziona?\
        |naleziony)|została?|znaleziono|odnaleziono|można|jest (?:już )?dostępn\w+)|usunięt\w+|przeniesion\w+\
        |wygasł\w*|niedostępn\w+)|\bnie (?:znaleziono|odnaleziono|możemy znaleźć|mogliśmy znaleźć|znaleźliśmy\
        |udało się znaleźć)\b
    \b(?:siden?|artike?le?n?|indholdet|innholdet|adressen|linke?t|lenken|dokumentet|emnet|opslaget|innlegget|filen\
        |annoncen|annonsen)\b[^.!?\n]{0,50}?(?:ikke (?:fundet|funnet|findes?|finnes?|finde|finne|længere|lenger\
        |tilgængelig|tilgjengelig)|(?:findes|finnes|eksisterer) (?:\w+ )?ikke|slettet|fjernet|flyttet)\
        |\b(?:ikke finde|fant(?: \w+)? ikke|finner(?: \w+)? ikke|ikke finne) (?:(?:den|det|en|noen\
        |nogen) )?(?:\w+ )?(?:siden?|indhold|innhold|artikk?el)
    \b(?:sidan|sida|artikeln|innehållet|adressen|länken|inlägget|tråden|dokumentet\
        |annonsen)\b[^.!?\n]{0,50}?(?:inte (?:hittas|hittats|längre|finns|tillgänglig)|(?:finns|hittades\
        |existerar) (?:\w+ )?inte|tagits bort|bort(?:tagen)?\b|raderad\w*|avpublic\w+|raderats|flyttad|flyttats)\
        |\bhitta(?:de\
        |r)?(?: \w+)? inte (?:(?:den|det|någon) )?(?:\w+ )?(?:sida|sidan|artikeln|innehåll)\
        |kunde (?:\w+ )?inte hitta
    \b(?:pagina|artikel|bericht|inhoud|adres|link|url|bestand|onderwerp\
        |advertentie)\b[^.!?\n]{0,50}?(?:niet (?:gevonden|vinden|beschikbaar|meer|bestaat)|bestaat (?:\w+ )?niet\
        |verwijderd|verplaatst|verlopen)|\b(?:kunnen|konden|kon) (?:\w+ ){0,4}?niet vinden
    (?:страниц|стать|материал|документ|запис|файл|адрес|тем[аы]|объявлени|раздел|новост|публикаци\
        |пост)[а-яё]*[^.!?\n]{0,50}?(?:не (?:найден|существу|доступ|обнаружен)[а-яё]*|удал[её]н[а-яё]*\
        |перемещ[а-яё]*|больше нет|отсутству[а-яё]*|снят[аоы]? с публикации)|такой страницы (?:\w+ )?(?:нет|не)\
        |(?:не (?:удалось|можем|смогли) найти|мы не нашли)
    (?:сторінк|статт|матеріал|запис|новин)[а-яіїє]*[^.!?\n]{0,50}?(?:не (?:знайден|існу|доступ)[а-яіїє]*\
        |видален[а-яіїє]*|переміщен[а-яіїє]*)
    \b(?:stránk[auy]|článek|článok|obsah|adres[au]|odkaz|příspěvek|soubor|inzerát\
        |dokument)\b[^.!?\n]{0,50}?(?:nebyl[ao]? (?:\w+ )?nalezen\w*|nenalezen\w*|nenájden\w*|nebol[ao]? nájden\w*\
        |neexistuj\w*|nelze (?:najít|nalézt)|odstraněn\w*|odstránen\w*|smazán\w*|přesunut\w*|presunut\w*\
        |není (?:již |už )?(?:k dispozici|dostupn\w+)|(?:jsme )?nenašli)|(?:jsme\
        |nepodařilo se) (?:\w+ )?(?:nenašli|najít|nalézt) (?:\w+ )?(?:stránku|obsah)
    \b(?:sivu|artikkeli|sisältö|linkki|osoite)\w*\b[^.!?\n]{0,50}?(?:ei (?:\w+ )?(?:löydy|löytynyt|ole|enää|voi)\
        |poistettu|siirretty)|\b(?:oldal|cikk|tartalom|bejegyzés|link)\w*\b[^.!?\n]{0,50}?(?:nem (?:található\
        |létezik|érhető|találjuk)|törölt\w*|áthelyez\w*|megszűnt)
    \b(?:pagina|articolul|conținutul|adresa)\b[^.!?\n]{0,50}?(?:nu (?:a fost (?:găsit\w*)|exist\w+|poate fi|mai)\
        |ștears\w*|mutat\w*)|\b(?:halaman|artikel|konten|tautan\
        |laman)\b[^.!?\n]{0,50}?(?:tidak (?:dapat )?(?:ditemukan|ada|tersedia)|(?:telah )?(?:dihapus|dipindahkan))\
        |σελίδα[^.!?\n]{0,40}?(?:δεν (?:βρέθηκε|υπάρχει))
    (?:trang|bài viết|nội dung|liên kết|đường dẫn|địa chỉ)\b[^.!?\n]{0,50}?(?:không (?:tồn tại|tìm thấy|còn|có sẵn\
        |khả dụng)|(?:đã )?bị (?:xóa|xoá|gỡ|di chuyển)|đã (?:được )?(?:xóa|xoá|gỡ|di chuyển))\
        |không (?:thể )?tìm thấy (?:trang|bài|nội dung|đường dẫn|url)
    (?:الصفحة|المقال|المحتوى|الرابط|الموضوع)[^.!؟\n]{0,50}?(?:غير (?:موجود|متوفر|متاح)\w*|لم (?:يتم|نتمكن)\
        |لا يمكن العثور|حذف\w*|لم تعد|غير صحيح)|لم (?:يتم|نتمكن من) العثور على|(?:הדף|העמוד\
        |הכתבה)[^.!?\n]{0,40}(?:לא נמצא|אינו קיים|הוסר)|ไม่พบ(?:หน้า|เว็บ|เนื้อหา|ข้อมูล)|(?:หน้า\
        |บทความ)[^.!?\n]{0,40}ไม่(?:พบ|มีอยู่)|صفحه[^.!?\n]{0,40}(?:یافت نشد|پیدا نشد|وجود ندارد)|(?:पृष्ठ\
        |पेज)[^.!?\n]{0,30}(?:नहीं मिला|मौजूद नहीं)
    \b(?:seite|artikel|beitrag)\b[^.!?\n]{0,40}?(?:nicht (?:länger|finden)|gibt es nicht)|\bnous (?:n'avons\
        |ne) [^.!?\n]{0,30}(?:trouv|page)|\b(?:hubo|error)\b[^.!?\n]{0,20}\b404\b
    (?:お探し|指定|ご指定|該当|この)[^。\n]{0,10}(?:ページ|記事|ブログ|URL)[^。\n]{0,30}(?:ありません|ございません\
        |できません|なりました|移動|削除)|(?:記事|ページ)(?:は|が)?(?:存在|削除|見つか)[^。\n]{0,12}\
        |(?:您(?:要)?(?:访问|查看|找|请求)|你(?:要)?(?:访问|查看|找|请求)\
        |您所[^。\n]{0,4})的[^。\n]{0,12}(?:不存在|已[^。\n]{0,6}(?:删除|刪除|移除|下架)|找不到|丢失|飞走)
    \b(?:(?:denne|dette) )?(?:stilling\w*|jobopslag\w*|annonce\w*|annonse\w*|oppføring\w*|platsannons\w*|tjänsten\
        |jobbet|varen|produkten)\b[^.!?\n]{0,40}?(?:udløbet|utløpt|utgått|ikke længere|ikke lenger|inte längre\
        |er lukket|er besat|stengt)|\b(?:esta |la )?(?:oferta|vacante|anuncio|empleo|producto|vaga|anúncio\
        |produto)\b[^.!?\n]{0,40}?(?:ya no|no (?:está )?disponible|cerrad[oa]|caducad[oa]|expirad[oa]|encerrad[oa]\
        |não está|indisponível)
    \b(?:dies\w+ |die |das )?(?:stelle|stellenanzeige|stellenangebot|anzeige|jobangebot|inserat|produkt|auktion\
        |veranstaltung)\b[^.!?\n]{0,40}?(?:nicht mehr|abgelaufen|besetzt|beendet|deaktiviert|gelöscht)|\b(?:cette \
        |l')?(?:offre|annonce|produit|poste)\b[^.!?\n]{0,40}?(?:expirée?|plus (?:disponible|en ligne)|pourvue?\
        |n'est plus)|\b(?:questo |l')?(?:annuncio|offerta|prodotto)\b[^.!?\n]{0,40}?(?:scadut[oa]|non (?:è )?più\
        |rimoss[oa])|\b(?:ta |to )?(?:oferta|ogłoszenie|produkt|aukcja)\b[^.!?\n]{0,40}?(?:wygasł\w+|nieaktualn\w+\
        |zakończon\w+|niedostępn\w+|nie jest już)|(?:вакансия|объявление|товар)[^.!?\n]{0,40}?(?:в архиве|снят\w*\
        |закрыт\w*|неактуальн\w*)|(?:vacature|advertentie)\b[^.!?\n]{0,40}?(?:gesloten|verlopen|niet meer|vervuld)
    \b(?:author|owner|publisher|user|creator|poster|moderator|admin(?:istrator)?)s? (?:has |have )?(?:deleted|removed\
        |unpublished|withdrawn|taken down|hidden) (?:this|the|it|their)\b
    <LACKING>
    \bdid not find (?:a|the|any) (?:current )?(?:representation|page|file|resource)
    \b(?:seite|artikel|beitrag|inhalt)\b[^.!?\n]{0,20}gibt es [^.!?\n]{0,14}nicht|\bnie ma (?:takie[jg]o?|już|tej\
        |tego) (?:\w+ )?(?:stron\w+|artykuł\w*|treści|adresu)
    """,
    LACKING=lacking.LACKING,
    SOUGHT=r"(?:requested|asked for|tried|trying to|looking for|attempt(?:ed|ing) to|search(?:ed|ing) for|after)\b",
    FIND=(
        r"(?:seem to )?(?:find|locate|see) "
        r"(?:(?:the|that|this|a|any|what|anything|such|your) (?:[\w-]+ ){0,2}?<THING>|(?:what|that|anything) you)"
    ),
    CLOSED=(
        "(?:has|have) been (?:permanently )?(?:banned|suspended|discontinued|shut down|closed|unpublished|deleted)"
        "|(?:was|is) (?:permanently )?(?:banned|suspended|discontinued|shut down) (?:on|in|for|by)"
        "|(?:is|are) (?:no longer available|closed for good|not available)|(?:has|have) shut down"
        "|(?:was|were) (?:deleted|removed|unpublished) by"
    ),
    THING=THING,
    MISSING=MISSING,
    GONE=GONE,
    PAGE_KO=PAGE_KO,
    LOST_KO=LOST_KO,
)
# Words of which such a page speaks, whatever it says: what it says of anything else is beside its point.
TOPIC = any_of(
    r"""
    <WORDS>
    \b(?:404|410|errors?|not found|found|find|looking for|exists?|(?:un)?available|missing|lost|gone|removed\
        |deleted|unpublished|discontinued|suspend\w*|deactivated|archived|expired|renamed|shut down|violat\w*)\b
    \b(?:reasons?|moderat\w+|removes?|deletes?|rights|licen[cs]\w+|terms)\b|rechtlich|gründen|verfügbar|droits\
        |derechos|저작권|약관|위반|휴면
    \b(?:urls?|links?|pages?|address|search(?:ing)?|site|websites?|content|moved|broken|typo|mistyped|bookmark\
        |nothing|wrong|browse\
        |route|here)\b
    <LOST_KO>|주소|링크|페이지|경로|오류|에러|검색
    ページ|記事|お探し|リンク|見つかり|エラー|終了|削除
    页面|網頁|网页|链接|删除|刪除|移除|存在|网址|網址|首页
    \b(?:seite|artikel|beitrag|link|adresse|gelöscht|verschoben|suche|fehler|nicht)\b
    \b(?:page|lien|adresse|article|erreur|recherche|supprimé|déplacée?|introuvable|blog)\b
    \b(?:página|enlace|dirección|error|buscar?|eliminad\w|tema|erro|encontr\w+)\b
    \b(?:sayfa\w*|içeri[kğ]\w*|adres\w*|bağlantı\w*|ara(?:ma|yabilir)?\w*|bulun\w+|kaldırıl\w+|silin\w+|hata\w*\
        |stron\w+|artykuł\w*|adres\w*|szuka\w+|usunięt\w+|przeniesion\w+|błąd\w*|wyszukiwar\w+|link\w*)\b
    \b(?:siden?|adressen?|søg\w*|søk\w*|fejl\w*|feil\w*|slettet|flyttet|fjernet|sidan|sida|sök\w*|länk\w*|lenke\w*\
        |fel\w*|borttag\w+|pagina\w*|adres|zoek\w*|fout\w*|verwijderd|verplaatst|stránk\w+|hled\w+|adres\w+\
        |odkaz\w*|chyb\w+|sivu\w*|haku\w*|osoite\w*|oldal\w*|keres\w+)\b
    страниц\w*|стать\w*|адрес\w*|ссылк\w*|поиск\w*|ошибк\w*|найд\w+|удал\w+|сторінк\w*|пошук\w*|посиланн\w*\
        |адрес\w*|\b(?:trang|tìm kiếm|liên kết|đường dẫn|halaman|alamat|tautan|cari\w*)\b|الصفحة|البحث|الرابط\
        |σελίδα\w*|αναζήτησ\w*|ค้นหา|หน้า
    \b(?:url|servidor|solicitad\w|buscad\w+|cercand\w+|pagina|indirizzo|ricerca|pesquis\w+|procur\w+|endereço\
        |fehler\w*|seiten?|url)\b
    """,
    LOST_KO=LOST_KO,
    WORDS=lacking.WORDS,
)
