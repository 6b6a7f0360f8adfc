"""What fails, by language: servers, sites, services, databases and requests, and the words for how they fail.

Each line also holds "under maintenance", "internal error" and "could not connect to the database" of that language.
"""

from __future__ import annotations

from crawler.extraction.judging.wordings import UNSPACED, any_of, either_order, words_of

PAIRS = (
    (
        "server|proxy(?:-server)?|datenbank\\w*|anwendung|system|dienst|anfrage|gateway|website|webseite",
        (
            "(?:nicht|derzeit) (?:\\w+ ){0,3}(?:in der lage|erreichbar|verfügbar|beantwortet|bearbeitet|verarbeitet"
            "|weiterleiten)|überlastet|fehlerhafte antwort|interner? fehler|wartung\\w*|fehler (?:ist )?aufgetreten"
            "|fehler beim|verbindung (?:\\S+ ){0,3}fehlgeschlagen|zeitüberschreitung"
        ),
    ),
    (
        "serveur|site|service|base de données|application|requête|passerelle|proxy",
        (
            "(?:temporairement|momentanément|actuellement) (?:in|non)\\w+|pas en mesure|incapable|surchargé"
            "|réponse (?:incorrecte|invalide)|erreur (?:interne|critique|inattendue|suivante|technique)"
            "|(?:en|de) maintenance|n'a pas (?:été capable|pu)|délai (?:d'attente )?dépassé|connexion (?:\\S+ ){0,4}"
            "(?:échou\\w+|impossible|refusée)|ne répond pas|indisponible"
        ),
    ),
    (
        "servidor|sitio(?: web)?|servicio|base de datos|aplicación|solicitud|petición|web",
        (
            "no (?:puede|pudo|ha podido|fue posible|es posible) (?:\\w+ ){0,2}(?:proces|complet|atend|conect"
            "|estable|respond"
            ")\\w*|temporalmente (?:no|fuera|in)\\w*|sobrecargad[oa]|(?:información|respuesta) (?:no válida|inválida)"
            "|(?:en|de|por) mantenimiento|error (?:interno|crítico|inesperado|al)|tiempo de espera|fuera de servicio"
            "|no (?:se encuentra|está) disponible"
        ),
    ),
    (
        "servidor|site|serviço|bas?n?co? de dados|base de dados|aplicação|pedido|requisição|solicitação",
        (
            "(?:não (?:pode|pôde|foi possível|conseguiu)|incapaz de) (?:\\w+ ){0,2}(?:complet|process|atend|serv|conect"
            "|respond|estab)\\w*|temporariamente|fora (?:de serviço|do ar)|sobrecarregad[oa]|resposta inválida"
            "|(?:em|para|de) manutenção|erro (?:interno|crítico|inesperado|ao)|tempo (?:limite|esgotado)|indisponível"
        ),
    ),
    (
        "server|sito|servizio|database|applicazione|richiesta|sistema",
        (
            "non (?:è (?:stato )?(?:in grado|possibile|raggiungibile|al momento)|risponde|riesce)|sovraccaric[oa]"
            "|risposta non valida|(?:in|di|per) manutenzione|errore (?:interno|critico|imprevisto|nello|durante)"
            "|tempo scaduto|momentaneamente|temporaneamente"
        ),
    ),
    (
        (
            "servidor|servei|lloc|lloc web|base de dades|serverul|site-ul|serviciul|baza de date|cererea|servizo"
            "|base de datos"
        ),
        (
            "no (?:pot|ha pogut|està) |manteniment|nu (?:poate|a putut|răspunde|este disponibil\\w*)"
            "|supra[iî]nc[aă]rcat"
            "|(?:în|in|de) (?:mentenanț[aă]|întreținere)|eroare|temporar (?:in|nu)\\w*|raspuns invalid|mantemento"
        ),
    ),
    (
        "server|website|site|dienst|database|systeem|aanvraag|verzoek|proxy server",
        (
            "(?:tijdelijk|momenteel|even) (?:\\w+ ){0,3}(?:niet|onbereikbaar|buiten)|overbelast|ongeldig antwoord"
            "|interne fout|onderhoud\\w*|kon (?:\\w+ ){0,4}niet|niet (?:\\w+ )?(?:verwerken|bereikbaar|verbinden)"
            "|time-?out|fout opgetreden"
        ),
    ),
    (
        (
            "server(?:n|en)?|proxyserver(?:n|en)|webbplats(?:en)?|tjänsten|databas(?:en)?|begäran|nettsted(?:et)?"
            "|tjenesten|databasen?|databaseforbindelse|forespørsel(?:en)?|anmodning(?:en)?|hjemmesiden"
        ),
        (
            "(?:för tillfället|tillfälligt|midlertidigt?|i øjeblikket|för närvarande|for øyeblikket)|oförmögen"
            "|ikke (?:i stand|mulig)|inte möjligt|felaktigt svar|ugyldig svar|(?:internt?|kritiskt?|uventet|oväntat) "
            "(?:server)?(?:fel|feil|fejl)|överbelastad|overbelastet|underhåll\\w*|vedlige?hold\\w*|vedlikehold\\w*"
            "|(?:fel|feil|fejl) (?:uppstod|oppstod|ved|opstod)|svarar inte|svarer ikke|tidsgräns\\w*"
        ),
    ),
    (
        (
            "palvelin\\w*|sivusto\\w*|palvelu\\w*|tietokan\\w*|pyyntö\\w*|server\\w*|sait\\w*|andmebaas\\w*|teenus\\w*"
            "|szerver\\w*|szolgáltatás\\w*|adatbázis\\w*|kérés\\w*|honlap\\w*"
        ),
        (
            "ei (?:\\w+ )?(?:voi\\w*|vastaa\\w*|ole|saadud|saa)|ylikuormit\\w+|huol(?:to|l)\\w*|virhe\\w*|epäonnistui"
            "|hoolduse\\w*|tilapäisesti|ajutiselt|nem (?:\\w+ )?(?:válaszol\\w*|elérhető\\w*|továbbít\\w*|teljesít\\w*"
            "|sikerült)|túlterhelt\\w*|karbantart\\w*|hiba\\w*|átmenetileg|ideiglenesen"
        ),
    ),
    (
        "serwer\\w*|serwis\\w*|witryn\\w+|baz\\w+ danych|usług\\w+|żądani\\w+",
        (
            "(?:tymczasowo|chwilowo) \\w+|nie (?:może|jest w stanie|odpowiada|udało się)|przeciążon\\w+"
            "|nieprawidłow\\w+ "
            "odpowiedź|błąd (?:wewnętrzn\\w+|krytyczn\\w+|podczas|połączenia)|(?:prac\\w*|przerw\\w+) "
            "(?:konserwacyjn|techniczn|serwisow)\\w+|konserwacj\\w+|modernizacj\\w+|przekroczono"
        ),
    ),
    (
        "server|web|služb[au]|databáz\\w+|požadav\\w+|požiadavk\\w+|systém",
        (
            "(?:dočasně|momentálně|dočasne|momentálne|krátkodobo) \\w+|(?:nemůže|nemôže|nebyl schopen|nedokáže)"
            "|přetížen"
            "|preťažený|chybnou odpověď|(?:vnitřní|interní|vnútorná|interná|kritick[áé]|neočekávan[áé]) chyb\\w"
            "|údržb\\w+|odstávk\\w+|neodpovíd[áa]|neodpovedá|chyb\\w (?:při|pri)"
        ),
    ),
    (
        (
            "server|poslužitelj|strežnik|usluga|storitev|baz\\w+ podat\\w+|podatkovn\\w+ baz\\w+|zahtjev"
            "|zahtev\\w*|сервер|сајт|услуга|баз\\w+ (?:података|данни|податоци)|захтев|сайт\\w*|заявка\\w*"
        ),
        (
            "(?:trenutno|privremeno|začasno|тренутно|привремено|временно|накратко) \\w+|ne može|ni mogoče"
            "|nije u mogućnosti"
            "|није у могућности|преоптерећен|preopterećen|održavanj\\w+|vzdrževanj\\w+|одржавањ?\\w+|поддръжк\\w+"
            "|greška (?:pri|u)|napaka (?:pri|vzpost)\\w*|грешк\\w+|неисправан одговор"
        ),
    ),
    (
        (
            "(?:прокси-)?сервер\\w*|сайт\\w*|сервис\\w*|портал\\w*|баз\\w+ дан\\w+|запрос\\w*|соединени\\w+"
            "|приложени\\w+|сервіс\\w*|запит\\w*|з'єднан\\w+"
        ),
        (
            "не (?:имеет возможности|может|удалось|отвечает|удаётся|вдалося|відповідає|може)|временно \\w+"
            "|тимчасово \\w+"
            "|перегружен\\w*|перевантажен\\w*|недопустимый ответ|внутренн\\w+ ошибк\\w+|внутрішн\\w+ помилк\\w+"
            "|(?:произошла|возникла|виникла) (?:\\w+ )?(?:ошибка|помилка)|технич\\w+ (?:работ|причин|обслуж)\\w+"
            "|технічн\\w+ (?:робіт|роботи|причин)\\w*|техобслуговуван\\w+|обслуживани\\w+|на ремонте|закрыт на"
        ),
    ),
    (
        "sunucu\\w*|site\\w*|web sitesi|sistem\\w*|hizmet\\w*|veri ?taban\\w+|istek\\w*|isteğ\\w+",
        (
            "(?:yanıt|cevap) (?:ver|al)em\\w+|yerine getirem\\w+|aşırı yük\\w+|anlamsız|geçersiz yanıt"
            "|hata (?:oluş|meydana"
            ")\\w*|bakım\\w*|geçici olarak|hizmet dışı|ulaşılam\\w+|uygun değil|zaman aşımı|bağlanılam\\w+|kurulam\\w+"
        ),
    ),
    (
        "διακομιστ\\w+|ιστότοπος|ιστουπηρεσία|βάσ\\w+ δεδομένων|σύνδεση",
        (
            "δεν (?:μπορεί|ανταποκρίνεται|είναι (?:προσωρινά |αυτή τη στιγμή )?διαθέσιμ\\w+)|προσωρινά|συντήρηση\\w*"
            "|σφάλμα|απέτυχε|πρόβλημα"
        ),
    ),
    (
        "(?:ال)?(?:خادم|موقع|خدمة|نظام)|قاعدة (?:ال)?بيانات",
        "غير متا?و?ف?ر?ح?ة?\\b|الصيانة|صيانة|خطأ|لا يستجيب|مؤقت\\w*|تعذر|فشل",
    ),
    ("ה?(?:שרת|אתר|שירות|מערכת)|מסד ה?נתונים", "שגיאה\\w*|שגיאת|תחזוקה|לא זמי\\w+|אינו זמין|אינו מגיב|עומס|זמנית"),
    ("سرور|سایت|وب‌?سایت|سرویس|پایگاه ?‌?داده", "خطا|در دسترس نیست|تعمیر|به‌?روز ?رسانی|پاسخ نمی|موقت\\w*|قطع"),
    (
        "máy chủ|hệ thống|trang(?: web)?|website|dịch vụ|cơ sở dữ liệu|yêu cầu",
        "lỗi|quá tải|không (?:thể|phản hồi|khả dụng)|bảo trì|nâng cấp|tạm (?:thời|ngưng|dừng)|gián đoạn|sự cố",
    ),
    (
        "server|peladen|situs(?: web)?|laman|layanan|basis data|database|sistem|permintaan|pangkalan data",
        (
            "(?:sedang|dalam) (?:\\w+ )?(?:pemeliharaan|perbaikan|penyelenggaraan|gangguan)|kesalahan|ralat"
            "|tidak (?:dapat"
            "|bisa|tersedia|merespons?)|kelebihan beban|untuk (?:sementara|pemeliharaan)"
        ),
    ),
    ("เซิร์ฟเวอร์|เว็บไซต์|ระบบ|ฐานข้อมูล|บริการ", "ผิดพลาด|ขัดข้อง|ปรับปรุง|ไม่สามารถ|ไม่พร้อม|ล้มเหลว|ชั่วคราว|ดูแลรักษา"),
    (
        "サーバー?|プロクシ\\S{0,3}|プロキシ\\S{0,3}|データベース|システム|サイト|サービス|リクエスト",
        "(?:エラー|障害|過負荷|不正な応答|停止|メンテナンス|接続(?:でき|に失敗)|応じることができ|応答(?:が|し))",
    ),
    (
        "(?:프록시 )?서버|서비스|시스템|사이트|홈페이지|데이터베이스|디비|요청",
        (
            "(?:내부 )?오류|에러|과부하|잘못된 응답|처리할 수 없|처리하지 못|일시 ?중지|점검|유지 ?보수"
            "|연결(?:할 수 없|에 실패|이 끊)"
            "|응답(?:하지|이 없)|장애"
        ),
    ),
    (
        "(?:代理)?(?:服务器?|服務|伺服器)|系统|系統|网站|網站|数据库|資料庫|请求|請求|网关|閘道器?|应用|程序",
        (
            "(?:无法|無法)(?:处理|處理|连接|連接|提供|响应|完成)|(?:内部|內部)(?:错误|錯誤)|(?:发生|發生|出现|遇到)[^。]{0,6}(?:错误|錯誤"
            "|异常|異常|故障)|过载|超載|维护|維護|(?:无效|無效)的?(?:响应|響應|回应)|不可用|超时|逾時|出错|升级|升級"
        ),
    ),
    (
        (
            "serveris|svetain\\w+|duomenų bazė\\w*|lapa|vietne|datu ?-?bāz\\w+|baz\\w+ e të dhënave|datu-base\\w*"
            "|datumbazo"
        ),
        "klaid\\w+|negali\\w*|nepasiekiam\\w+|kļūd\\w+|nav pieejam\\w+|gabim|mirëmbajtj\\w+|errore\\w*|eraro|apkop\\w+",
    ),
)
ERROR = (
    "error|erro|errore|erreur|fehler|fout|fel|fejl|feil|chyba|virhe|viga|hiba|hata(?:sı)?|səhv|błąd|eroare|gre[sš]ka|napaka"
    "|klaida|kļūda|lỗi|kesalahan|ralat|ошибка|помилка|грешка|памылка|σφάλμα|gabim|eraro|errorea"
)
THINGS = "|".join(one for one, _ in PAIRS if not UNSPACED.search(one))
UNAVAILABLE = (
    "indisponible|inaccessible|(?:no|non|não|nu (?:este )?|niet|nicht|ikke|ej|inte|ei|není|nije|nie|není) "
    "(?:disponib[a-zãî]{1,4}|dispon[ií]ve[il]|beschikbaar|verfügbar|erreichbar|bereikbaar|tilgjengelig|tilgængelig"
    "|tillgänglig|saatavilla|dostupn\\w|dostępn\\w|k dispozici)|indispon[ií]vel|indisponibil\\w?|niedostępn\\w"
    "|nedostupn\\w"
    "|недоступ\\w+|недостъп\\w+|недостап\\w+|kullanılamıyor|sunulamıyor|otillgänglig|utilgjengelig|utilgængelig"
)
LINK = r"(?:[ '-]\w{1,6}){0,2}?[ '-]?"
# Names of such pages, in whole: "Server error", "Service unavailable".
NAMES = f"(?:{ERROR}){LINK}(?:{THINGS})|(?:{THINGS}){LINK}(?:{ERROR})|(?:{THINGS}){LINK}(?:{UNAVAILABLE})"
FAILING = either_order(*PAIRS)
WORDS = words_of(*PAIRS)
# "Unavailable for maintenance" and "try again in a minute", where no thing is named.
SHORTLY = any_of(
    r"""
    (?:nicht|kurzzeitig|vorübergehend)[^.]{0,40}(?:verfügbar|erreichbar)[^.]{0,30}wartung|wegen [^.]{0,30}wartung\w*
    (?:indisponible|inaccessible|fermé)[^.]{0,40}maintenance|en raison de [^.]{0,30}maintenance
    (?:no disponible|fuera de servicio|cerrado)[^.]{0,40}mantenimiento|por (?:tareas de )?mantenimiento
    (?:indisponível|fora do ar)[^.]{0,40}manutenção|non disponibile[^.]{0,30}manutenzione
    no disponible[^.]{0,30}manteniment|indisponibil[^.]{0,40}(?:mentenanță|întreținere)
    (?:utilgjengelig|utilgængelig|otillgänglig|niet beschikbaar)[^.]{0,40}(?:vedlikehold|vedligehold|underhåll\
        |onderhoud)
    (?:niedostępn\w+)[^.]{0,40}(?:prac|konserwacj|przerw)\w*|(?:nedostupn\w+|nedostopn\w+)[^.]{0,40}(?:údržb|vzdrž|održ)\w*
    (?:недоступ\w+|закрыт\w*)[^.]{0,40}(?:обслужив|работ|одржав|поддръж|техобслуг)\w*|ei käytettävissä[^.]{0,30}huol\w+
    karbantart\w+ miatt|bakım (?:nedeniyle|dolayısıyla|sebebiyle)|(?:因|由于|由於)[^。]{0,10}(?:维护|維護)
    メンテナンス(?:中)?の?ため|점검(?:으로|을) (?:인해|위해)|유지 ?보수를? (?:위해|때문)|do bảo trì|karena pemeliharaan
    perawatan|ลองอีกครั้ง|لأعمال الصيانة|بسبب الصيانة|לצורך תחזוקה|به دلیل تعمیر
    """
).pattern
