"""What is not there, by language: things, and the words for "not found", "does not exist", "deleted", "moved"."""

from __future__ import annotations

from crawler.extraction.judging.wordings import either_order, words_of

PAIRS = (
    (
        "seite|artikel|beitrag|inhalt|link|url|thema|objekt|dokument|datei|adresse|eintrag|ressource|meldung",
        (
            "nicht (?:mehr |länger )?(?:gefunden|verfügbar|vorhanden|auffindbar|online|existier\\w+|zu finden|finden)"
            "|existiert (?:\\w+ )?nicht|gibt es (?:\\w+ )?nicht|gelöscht|entfernt|umbenannt|verschoben|abgelaufen"
        ),
    ),
    (
        "page|article|contenu|lien|url|ressource|objet|document|fichier|adresse|sujet|annonce|billet|publication",
        (
            "introuvable|(?:n'a pas|n'ont pas|pas) (?:pu )?(?:été |être )?trouvée?s?|non trouvée?s?"
            "|n'existe(?:nt)? (?:pas"
            "|plus)|plus (?:disponible|accessible|en ligne)|(?:été|est) (?:supprimé|déplacé|retiré|effacé"
            "|renommé|archivé"
            ")e?s?|expirée?"
        ),
    ),
    (
        (
            "página|artículo|contenido|enlace|url|recurso|objeto|documento|archivo|dirección|tema|entrada|noticia"
            "|publicación|oferta|anuncio"
        ),
        (
            "no (?:se (?:ha |han |pudo |puede )?)?(?:encontr\\w+|localiz\\w+|hall\\w+|existe)|no (?:está )?disponible"
            "|ya no (?:existe|está|se)|(?:ha sido|fue|está|sido) (?:eliminad|borrad|retirad|movid|trasladad)[oa]"
            "|caducad[oa]"
        ),
    ),
    (
        (
            "página|artigo|conteúdo|link|ligação|url|recurso|objeto|objecto|documento|arquivo|ficheiro|endereço|tópico"
            "|notícia|publicação|vaga|anúncio"
        ),
        (
            "não (?:foi |pôde ser |pode ser )?(?:encontrad[oa]|localizad[oa])|não (?:existe|está (?:mais )?dispon\\w+"
            "|dispon\\w+)|(?:foi|está|sido) (?:removid|excluíd|apagad|eliminad|movid|deletad)[oa]"
            "|já não (?:existe|está)"
            "|não está mais|expirad[oa]|inexistente"
        ),
    ),
    (
        (
            "pagina|articolo|contenuto|collegamento|link|url|risorsa|oggetto|documento|file|indirizzo|argomento|notizia"
            "|annuncio"
        ),
        (
            "non (?:è stat[oa] |è stato possibile |si )?trovat?[oa]|non trovat[oa]|non (?:esiste"
            "|è (?:più )?(?:disponibile"
            "|presente|online|raggiungibile))|(?:è stat[oa]|stat[oa]) (?:rimoss|cancellat|eliminat|spostat"
            "|rinominat)[oa]"
            "|inesistente|scadut[oa]"
        ),
    ),
    (
        (
            "pàgina|article|contingut|enllaç|url|tema|recurs|pagina|articolul|conținutul|resursa|obiectul|legătur[aă]"
            "|páxina|tema|ligazón|contido"
        ),
        (
            "no (?:s'ha )?trob\\w+|no exist\\w+|encara no|ja no|nu (?:a (?:putut fi|fost) )?g[aă]sit[aă]?|nu (?:mai )?"
            "(?:exist[aă]|este)|a fost (?:[sș]tears[aă]?|mutat[aă]?)|non (?:se )?(?:atopou|existe)|aínda non"
        ),
    ),
    (
        "pagina|artikel|bericht|inhoud|link|url|object|document|bestand|adres|onderwerp|advertentie|vacature",
        (
            "niet (?:\\w+ )?(?:gevonden|vinden|beschikbaar|bestaat)|bestaat (?:\\w+ )?niet|niet (?:langer|meer)"
            "|verwijderd|verplaatst|verlopen"
        ),
    ),
    (
        (
            "sidan|sida|artikeln|innehållet|länken|adressen|objektet|resursen|dokumentet|inlägget|ämnet|annonsen|siden?"
            "|artikl?ken|artikelen|indholdet|innholdet|lenken|linket|objektet|ressursen|emnet|dokument(?:et)?|opslaget"
            "|innlegget"
        ),
        (
            "(?:hittas|hittades|finns|existerar) (?:ej|inte)|inte (?:\\w+ )?(?:hittas|hittats|längre|finns|tillgänglig)"
            "|(?:tagits|tagit) bort|borttag\\w+|raderat?s?|flyttat?s?|(?:ble|blev|bliver"
            "|kunne) ikke (?:\\w+ )?(?:funnet"
            "|fundet|finde\\w*)|(?:finnes|findes|eksisterer) (?:\\w+ )?ikke|ikke (?:lenger|længere|fundet|funnet)"
            "|slettet|fjernet|flyttet|inte längre|fant ikke|hittar inte"
        ),
    ),
    (
        (
            "sivua?|artikkelia?|sisältöä?|linkki|osoitetta|otsikkoa|leht[ei]|teemat|oldal|cikk|tartalom|hivatkozás"
            "|bejegyzés"
        ),
        (
            "ei (?:\\w+ )?(?:löydy|löytynyt|ole|enää|leitud)|poistettu|siirretty|nem (?:található|létezik"
            "|érhető|találh?"
            "\\w+)|törölt\\w*|áthelyezt\\w*|megszűnt"
        ),
    ),
    (
        (
            "stron[aęy]|artykuł\\w*|wpis\\w*|treś\\w+|odnośnik\\w*|link\\w*|url\\S{0,3}|zas[oó]b\\w*|obiekt\\w*"
            "|dokument\\w*|plik\\w*|adres\\w*|ogłoszeni\\w+"
        ),
        (
            "nie (?:\\w+ ){0,2}(?:istnieje|istnieją|znalezion\\w+|odnalezion\\w+|dostępn\\w+)|nie (?:udało"
            "|można)[^.]{0,12} "
            "(?:znaleźć|odnaleźć)|usunięt\\w+|przeniesion\\w+|wygasł\\w*|nieaktualn\\w+"
        ),
    ),
    (
        "stránk[auy]|článek|článok|obsah|odkaz|url|objekt|zdroj|dokument|soubor|súbor|adresa|téma|příspěvek|príspevok",
        (
            "nebyl[ao]?[^.]{0,30} nalezen[ao]?|nebol[ao]?[^.]{0,30} nájden[ao]?|nenalezen[ao]?|nenájden[ao]?"
            "|neexistuj\\w+"
            "|(?:není|nie je) (?:\\w+ ){0,4}(?:k dispozici|dostupn\\w+)|(?:smazán|odstraněn|odstránen|zmazan|přesunut"
            "|presunut)[aý]?"
        ),
    ),
    (
        (
            "stranic[aeu]|članak|sadržaj|poveznica|objekt|resurs|dokument|stran|članek|vsebina|tema|страниц[аеу]|чланак"
            "|садржај|објекат|ресурс|тема|урл|страница\\w*|статия\\w*|тема"
        ),
        (
            "nije (?:više )?(?:pronađen\\w*|dostup\\w+|nađen\\w*)|ne postoji|ne obstaja|ni (?:bil\\w* )?najden\\w*"
            "|uklonjen\\w*|obrisan\\w*|није (?:више )?(?:пронађен\\w*|доступ\\w+)|не (?:постоји|съществува)|не е "
            "(?:намерен\\w*|открит\\w*|пронајден\\w*)|уклоњен\\w*|изтрит\\w*|несъществуващ\\w*"
        ),
    ),
    (
        (
            "страниц\\w*|стать\\w*|материал\\w*|ссылк\\w*|ресурс\\w*|объект\\w*|документ\\w*|файл\\w*|адрес\\w*|запис\\w+"
            "|новост\\w+|публикаци\\w+|тем[аы]|url|сторінк\\w*|старонк\\w*|статт\\w*|матеріал\\w*|посиланн\\w*|запис\\w*"
        ),
        (
            "не (?:найден\\w*|обнаружен\\w*|существу\\w+|доступ\\w+|знайден\\w*|існу\\w+|існуе)|(?:больше"
            "|уже) (?:не|нет)"
            "|удал[её]н\\w*|перемещ[её]н\\w*|переименован\\w*|отсутству\\w+|устарел\\w*|видален\\w*|переміщен\\w*"
            "|(?:більше|уже) (?:не|немає)"
        ),
    ),
    (
        (
            "sayfa\\w*|içeri[kğ]\\w*|haber\\w*|yazı\\w*|bağlantı\\w*|url|nesne|özkaynak|kaynak|dosya\\w*|belge\\w*|adres\\w*"
            "|başlık|konu\\w*|ilan\\w*|səhifə\\w*"
        ),
        (
            "bulunam\\w+|bulunm[au]\\w+|bulamad\\w+|mevcut (?:değil|deyil)\\w*|(?:kaldırıl|silin|taşın)\\w+"
            "|yayından|kullanılabilir değil|artık yok|geçersiz"
        ),
    ),
    (
        "σελίδα|άρθρο|περιεχόμενο|σύνδεσμος|διεύθυνση|αντικείμενο",
        "δεν (?:βρέθηκε|υπάρχει|είναι (?:πλέον )?διαθέσιμ\\w+)|διαγράφ\\w+|αφαιρέθηκε|μετακινήθηκε",
    ),
    (
        "(?:ال)?صفحة|المقال\\w*|المحتوى|الرابط|الموضوع|الملف|العنوان",
        "غير موجود\\w*|لا يوجد|لم (?:يتم|نتمكن|يعد)|لا يمكن|حذف\\w*|إزال\\w+|نقل\\w*|غير (?:متاح|متوفر)\\w*",
    ),
    ("ה?(?:דף|עמוד|כתבה|תוכן|קישור|מאמר)", "לא (?:נמצא\\w*|קיים\\w*|זמי\\w+)|אינו (?:קיים|זמין)|הוסר\\w*|נמחק\\w*"),
    ("صفحه|برگه|مطلب|مقاله|خبر|لینک|آدرس", "یافت نشد|پیدا نشد|وجود ندارد|حذف شد\\w*|منتقل شد\\w*|در دسترس نیست"),
    (
        "trang|bài viết|nội dung|liên kết|đường dẫn|địa chỉ|đề tài|tài liệu",
        (
            "không (?:còn )?(?:tồn tại|tìm thấy|có sẵn|khả dụng)|(?:đã )?bị (?:xóa|xoá|gỡ)|chưa (?:có|tồn tại)"
            "|đã (?:được )?"
            "(?:xóa|xoá|gỡ|di chuyển)"
        ),
    ),
    (
        "halaman|laman|artikel|konten|tautan|pautan|topik|berkas",
        (
            "(?:tidak|belum) (?:dapat )?(?:ditemukan|ditemui|dijumpai|ada|tersedia)|(?:telah "
            "|sudah )?(?:dihapus|dipadam"
            "|dipindahkan)"
        ),
    ),
    ("หน้า\\S{0,12}|เนื้อหา|บทความ|ลิงก์|ข้อมูล|หัวข้อ", "ไม่พบ|ไม่มี|ไม่สามารถ|ถูกลบ|ถูกย้าย|หมดอายุ"),
    (
        "ページ|記事|項目|url|ファイル|コンテンツ|投稿|リンク|商品|求人|情報",
        (
            "(?:は|が|では)?(?:[^。]{0,16})(?:見つかりませ|存在しませ|存在しない|ありませ|ございませ|削除され|削除いた|移動(?:し|され)"
            "|公開(?:を)?終了|掲載(?:が|を)?終了|利用できませ|閲覧できませ|ご覧いただけませ|作成されていませ)"
        ),
    ),
    (
        "页面?|頁面|网页|網頁|文章|内容|內容|链接|連結|url|资源|資源|对象|物件|主题|主題|帖子|文件|新闻|新聞|信息|职位|商品|稿件",
        (
            "(?:并|並)?(?:尚|还|已)?不存在|不再可用|已?被?(?:作者|管理员|管理員)?(?:删除|刪除|移除|下架|下线|撤回)|找不到|未找到|沒有"
            "|没有找到|不见了|已(?:过期|過期|失效)|丢失"
        ),
    ),
    (
        "puslapis|nuoroda|straipsnis|lapa|raksts|saite|faqja|tem[eë]|orrialdea|gai|paĝo",
        (
            "nerast\\w*|neegzistuoj\\w*"
            "|nav (?:atrast\\w*|izveidot\\w*)|neeksistē|nuk (?:u gjet|ekziston)|ez da (?:aurkitu|existitzen)"
            "|ne ekzistas"
        ),
    ),
    ("पृष्ठ|पेज|लेख|सामग्री|লেখা|পাতা", "नहीं मिला|मौजूद नहीं|उपलब्ध नहीं|हटा दिया|পাওয়া যায়নি"),
)
LACKING = either_order(*PAIRS)
WORDS = words_of(*PAIRS)
