"""Telling the reader that the server fails or is being worked on: sentences, and what else such a page speaks of."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of
from crawler.extraction.judging.words import failing

SENTENCE = any_of(
    r"""
    \b(?:the|this|our|your|a|remote|origin|web|proxy) (?:\w+ )?(?:server|proxy|gateway|application|web ?site|site\
        |service|system|database|backend)\b[^.!?\n]{0,30} (?:encountered|experienced|received|returned\
        |reported) an? (?:[\w-]+ ){0,3}(?:error|misconfiguration|response|condition|problem)
    \bunable to (?:service|complete|process|handle|fulfil+|serve) (?:your|the|this) (?:request|page)\
        |could not (?:complete|handle|satisfy|process) (?:your|the) request
    error establishing an? (?:database|redis|connection)|^(?:db|database|mysql|sql) (?:connect(?:ion)? \
        |server )?error\b
    \b(?:can(?:not|'t)|could(?: not|n't)|unable to|failed to|wasn't able to) (?:connect to|reach|contact|access\
        |select|establish a connection to)(?: (?:the|a|our|its|data))? (?:[\w-]+ ){0,2}(?:database|data source\
        |mysql\
        |db|servers?|origin|backend|upstream|host)\b
    \b(?:too many connections|access denied for user '|lost connection to mysql|mysql server has gone away\
        |sqlstate ?\[|\bora-\d{5}|an? sql error occurred)
    \b(?:the|our|your) database (?:server )?(?:has encountered|is|could not|cannot|returned)\b\
        |problem (?:connecting\
        |with) (?:to )?(?:the|our) database
    there has been a critical error on (?:this|your)|\btechnical difficult|\ban? (?:site|server) (?:issue|problem\
        |outage)\b
    \b(?:briefly|temporarily|currently) (?:unavailable|down|offline|closed|out of service|out of order) (?:for\
        |due to|because of|while)
    \b(?:this|the|our|we|it|site|website|service|system|store|forum|wiki|app|page|[a-z]+)(?: \w+){0,2}(?: is| are\
        |'re|'s| will be| has been)(?: (?:currently|temporarily|now|presently|just|being|taken|undergoing|down\
        |closed|offline|unavailable|performing|doing|carrying out|in|under|for|while|some|due to\
        |because of)){1,5} (?:a |an |our |the |essential |brief |bit of |quick )?(?:scheduled |planned |routine \
        |regular |system |server |emergency )*(?:maintenance|upgrades?|updates?|repairs?)
    \b(?:undergoing|performing|carrying out|conducting|doing) (?:some |a |an |our )?(?:[\w-]+ ){0,2}(?:maintenance\
        |upgrades?|updates?)
    \b(?:we|site|it|website|service)(?:'ll| will|'ll all| should)(?: be)?(?: right| up| available| online| back\
        | running| and)+[^.!?\n]{0,30}(?:soon|shortly|minutes?|again|online|later|moment|up|hours?)\
        |\bbe back (?:soon|shortly|online|up|in an? )|\bcheck back (?:again )?(?:soon|later|shortly|in )
    \bsomething (?:has )?(?:went|gone|broke) (?:wrong|horribly wrong)?[^.!?\n]{0,20}(?:on our|at our|our (?:end\
        |side)|with our|the server)|\bbut something went wrong|^(?:whoops|oops\
        |sorry)[!,.]? ?(?:looks like )?something went wrong
    \b(?:experiencing|having|due to|because of) (?:some )?(?:technical|server|temporary|unexpected|internal|network\
        |an unusually) [^.!?\n]{0,20}(?:difficult|issues?|problems?|errors?|traffic)
    \b(?:having )?trouble (?:loading|serving|connecting|reaching|displaying) (?:this|the|your|to)
    \ban? (?:internal|unexpected|unhandled|application|sql|fatal|unknown|server|server-side|client-side|database\
        |system|runtime|php|unrecoverable|temporary)[\w -]{0,20} (?:error|exception)(?: has| was)? (?:occurred\
        |happened|encountered|prevented|been (?:logged|thrown))
    \bencountered an? (?:internal|unexpected|unhandled|temporary|fatal|server)\b\
        |\ban error (?:has )?occurred (?:in the application|on the server|during the processing|while (?:processing\
        |rendering|trying to|retrieving|handling|loading|executing))
    \b(?:web|origin|remote|upstream|host) (?:server|host)\b[^.!?\n]{0,30} (?:is not returning|timed out|is down\
        |not respond|is unreachable|refused|reported|unavailable|may be down)|connection (?:timed out|refused\
        |to \S{1,60} failed)|\bcloudflare is (?:currently )?unable|origin web server|upstream (?:server|connect)
    \b(?:no server is available to handle|this web app is stopped|guru meditation|no explicit mapping for /error\
        |unexpected error \(type=|page could not be served|function_invocation_\w+|faithfully yours, nginx)
    \b(?:server|service|site|web ?site|system|database|application)(?: is|'s)(?: temporarily| currently| now\
        | presently)*(?: un(?:available|reachable)(?! (?:to|for|in|from|at))| down| offline| overloaded\
        | over capacity| busy| not responding\
        | out of service| closed)
    \bwe(?: are|'re) (?:temporarily |currently )?(?:offline|overloaded|over capacity|down|closed for maintenance)\b\
        |temporarily (?:down|offline|out of service)\b
    \bhttp error 5\d\d|\bhttp response code 50\d|(?:error|status|code)[ :=]{1,3}50[0-4]\b|^50[0-4] [a-z]
    fastly error: |dns resolution error|the (?:dns|host) (?:record|name)[^.]{0,30}(?:not|could)\
        |name error: the domain name|unable to determine ip address
    microsoft (?:ole db|jet|odbc|vbscript)[^.\n]{0,60} error|active server pages error|odbc error\
        |\berror '8[0-9a-f]{7}'
    \b(?:software|servlet|jsp) error:|unable to compile class for jsp|^the service is unavailable\
        |^service (?:temporarily )?unavailable
    <KOREAN>
    <FAILING>
    <SHORTLY>
    (?:メンテナンス|保守|点検|改修)(?:作業)?(?:中|のため|を行|を実施|により)|アクセスが(?:集中|殺到|混み合)\
        |サーバー?[^。\n]{0,16}(?:エラー|混雑|負荷|停止|障害|応答)\
        |データベース[^。\n]{0,16}(?:エラー|接続|障害)
    (?:システム|内部|予期(?:せぬ|しない))[^。\n]{0,8}(?:エラー|障害)[^。\n]{0,8}(?:発生|起き|が)\
        |サービスを?[^。\n]{0,8}(?:一時)?(?:停止|中断)\
        |一時的に[^。\n]{0,12}(?:利用|アクセス|表示)[^。\n]{0,8}(?:できま|いただけま|停止)
    (?:正在|例行|系统|系統|网站|網站|服务器|伺服器|本站|本网站)[^。!\n]{0,8}(?:维护|維護|升级|升級|调试)|(?:维护\
        |維護)(?:中|期间|期間)|暂停(?:服务|访问)|暫停服務
    (?:服务器|伺服器|系统|系統|数据库|數據庫|資料庫|网站|網站|后台)[^。!\n]{0,12}(?:错误|錯誤|繁忙|忙碌|异常|異常\
        |出错|出錯|故障|超时|逾時|失败|失敗|开小差|無法連|无法连|不可用|过载\
        |没有响应|未响应)
    (?:内部|內部)(?:服务器)?(?:错误|錯誤)|建立(?:数据库|資料庫)|访问量过大|访问人数过多|请求超时
    \bbakım(?:da|dayız| nedeniyle| çalışma\w*| yap\w*|ı)\b|\b(?:sunucu|sistem|veritabanı\
        |site)\w*\b[^.!?\n]{0,40}(?:hata|arıza|sorun|yoğunluk|bağlan\w*|ulaşılam\w+|kapalı)|kritik (?:bir )?(?:hata\
        |sorun)|teknik (?:bir )?(?:sorun|arıza|aksaklık)
    \b(?:wartung(?:sarbeiten|smodus)?)\b[^.!?\n]{0,60}(?:durch|nicht|derzeit|wieder|gerade|aktuell|vorübergehend)\
        |\b(?:derzeit|momentan|gerade|aktuell|zurzeit|zur zeit|vorübergehend|kurzzeitig)\b[^.!?\n]{0,40}(?:gewartet\
        |wartung\w*|nicht (?:erreichbar|verfügbar|möglich)|überlastet|offline|überarbeitet)
    \b(?:server|datenbank\w*|anwendung|system|dienst|service)\b[^.!?\n]{0,40}(?:fehler|nicht erreichbar|überlastet\
        |antwortet nicht|nicht verfügbar)|\b(?:interner|technischer|unerwarteter|schwerwiegender\
        |kritischer) (?:server-?)?(?:fehler|serverfehler|problem)|\btechnische (?:störung|probleme|schwierigkeiten)\
        |\bes (?:gab|ist) einen? (?:kritisch|unerwartet|intern)\w* fehler
    \b(?:en|de|une?) (?:cours de )?maintenance\b|\bopération de maintenance|\berreur (?:interne|critique|fatale\
        |inattendue|technique|(?:est survenue|s'est produite))|\b(?:serveur|site|service|base de données\
        |application)\b[^.!?\n]{0,50}(?:indisponible|inaccessible|erreur|surchargé|ne répond|injoignable)\
        |\bproblème technique|difficultés techniques|connexion à la base de données|une erreur (?:est survenue\
        |s'est produite)
    \b(?:en|de|bajo|por) mantenimiento\b|\b(?:sitio|servidor|servicio|base de datos|sistema\
        |aplicación)\b[^.!?\n]{0,50}(?:no (?:está )?disponible|error|saturado|no responde|fuera de servicio)\
        |\berror (?:interno|crítico|inesperado|fatal|técnico)|\b(?:problemas?|dificultades) técnic\w+\
        |conexión con la base de datos|ha (?:ocurrido|habido|sucedido) un (?:error|fallo)\
        |se ha producido un (?:error|fallo)
    \b(?:em|de|para|sob) manutenção\b|\b(?:site|servidor|serviço|banco de dados|sistema\
        |página)\b[^.!?\n]{0,50}(?:temporariamente|indisponível|fora do ar|erro|sobrecarregado)|\berro (?:interno\
        |crítico|inesperado|fatal|técnico)|\b(?:problemas?|dificuldades) técnic\w+|conexão com o banco de dados\
        |ocorreu um (?:erro|problema)
    \b(?:in|di|per) manutenzione\b|\b(?:sito|server|servizio|database\
        |sistema)\b[^.!?\n]{0,50}(?:non (?:è )?(?:disponibile|raggiungibile)|errore|sovraccaric)\
        |\berrore (?:interno\
        |critico|inatteso|imprevisto|fatale|tecnico)|\b(?:problem[ai]|difficoltà) tecnic\w+|connessione (?:al\
        |con il) database|si è verificato un (?:errore|problema)
    (?:ведутся|проводятся|проводим|идут|проведени\w+)[^.!?\n]{0,30}работ|технически(?:е|х|м) (?:работ\w*|причинам\
        |проблем\w*|неполадк\w*)|(?:сервер|сайт|сервис|баз[аыеу] данных|страница)[^.!?\n]{0,40}(?:временно\
        |недоступ\w+|ошибк\w+|перегружен|не отвечает)|(?:внутренняя|критическая|непредвиденная|произошла\
        |возникла)[^.!?\n]{0,20} ошибка|соединени\w+ с базой данных|(?:ведуться|проводяться)[^.!?\n]{0,30}роботи\
        |тимчасово недоступн
    \b(?:prace|przerwa|awaria)\b[^.!?\n]{0,20}(?:techniczn|konserwacyjn|serwisow|modernizac)|\b(?:serwis|strona\
        |serwer|witryna|baza danych|system)\b[^.!?\n]{0,40}(?:niedostępn|błąd|przeciążon|nie odpowiada|w trakcie)\
        |\b(?:wewnętrzny|krytyczny|nieoczekiwany|wystąpił) (?:\w+ )?błąd|połączenia z bazą danych\
        |problem\w* techniczn|trwają prace
    \bonderhoud\b[^.!?\n]{0,40}|\b(?:website|site|server|database|dienst)\b[^.!?\n]{0,40}(?:tijdelijk\
        |niet (?:beschikbaar|bereikbaar)|fout|overbelast)|\b(?:interne|kritieke|onverwachte\
        |technische) (?:server)?(?:fout|storing|problemen)|er is (?:een|iets) [^.]{0,20}(?:fout|mis)\b
    \b(?:underhåll\w*|vedligehold\w*|vedlikehold\w*)\b|\b(?:sidan|webbplatsen|servern|tjänsten|siden|nettstedet\
        |serveren|tjenesten|hjemmesiden|webstedet)\b[^.!?\n]{0,40}(?:tillfälligt|midlertidigt?|otillgänglig\
        |utilgjengelig|utilgængelig|överbelastad|overbelastet|ligger nere|er nede)|\btekniskt? (?:fel|problem|feil\
        |fejl)|\btekniske (?:problemer|feil)|\b(?:ett|et|en) (?:internt|oväntat|kritiskt?|uventet|intern\
        |kritisk) (?:\w+ )?(?:fel|feil|fejl)
    \b(?:údržb\w+|odstávk\w+)|\b(?:server|web|stránk\w+|databáz\w+|služba)\b[^.!?\n]{0,40}(?:dočasně|nedostupn\
        |chyb\w|neodpovídá|přetížen)|\b(?:interní|vnitřní|neočekávaná|kritická) chyba|technick\w+ (?:problém|potíž\
        |důvod)
    \bbảo trì\b|(?:máy chủ|hệ thống|cơ sở dữ liệu|trang web)[^.!?\n]{0,40}(?:lỗi|quá tải|không phản hồi|gián đoạn\
        |không khả dụng)|(?:đã )?xảy ra lỗi|\bsự cố (?:kỹ thuật|máy chủ)|huoltotau|huoltokatko\
        |palvelin\w*[^.!?\n]{0,30}(?:virhe|ei vastaa)|karbantartás|szerver\w*[^.!?\n]{0,30}hiba|(?:sedang\
        |dalam) (?:pemeliharaan|perbaikan)|kesalahan (?:internal|server)|συντήρηση|الصيانة|خطأ (?:داخلي|في الخادم)\
        |ปิดปรับปรุง|เซิร์ฟเวอร์
    \b(?:web ?site|site|server|page|system|application)\b[^.!?\n]{0,40} (?:encountered|experienced|has hit\
        |ran into) an? (?:[\w-]+ ){0,3}(?:error|problem|exception)|\b(?:there (?:has been\
        |was) )?an error (?:occurred )?(?:while )?processing (?:your )?request|\berror (?:occurred while\
        |executing)|\bexception printing is disabled
    ^(?:서비스|페이지|사이트|서버)?[^.!\n]{0,8}(?:접속|연결|이용)이? ?원활하지
    \b(?:the )?following error was encountered|\b(?:cache|proxy|server) was (?:not able|unable) to\
        |\bsomething is broken|caught an exception in|you have debug = true|^microsoft (?:ole db|jet|odbc|vbscript)
    \b(?:etwas|was) (?:ist )?(?:leider )?schief ?(?:gelaufen|gegangen)|\bschiefgelaufen\
        |\btechnische[nr]? (?:störung|problem\w*|gründe\w*)|\bfehler beim (?:aufbau|verbinden|laden)\
        |\bnicht (?:erreichen|angezeigt werden)|quelque chose s'est mal passé|algo (?:ha )?(?:salió|salido\
        |deu) (?:mal|errado)|qualcosa è andato storto|что-то пошло не так|щось пішло не так|coś poszło nie tak\
        |(?:er ging iets|er is iets) (?:mis|fout)|något gick fel|noe gikk galt|noget gik galt|něco se pokazilo\
        |bir şeyler ters gitti|jotain meni (?:pieleen|vikaan)|valami (?:hiba|elromlott)|出错了|出錯了|問題が発生\
        |문제가 발생
    \b(?:website|seite|webseite|shop|portal)\b[^.!?\n]{0,20}(?:wird|werden)[^.!?\n]{0,20}(?:aktualisiert\
        |überarbeitet|gewartet|umgebaut)|\b(?:fait peau neuve|mise à jour (?:du|de notre) site)|\b(?:mejorando\
        |actualizando|renovando) (?:nuestr[oa]|el|la) (?:web|sitio|página|servicios?)\
        |passando por uma? (?:manutenção|atualização)|\b(?:aggiornamento|aggiornando) (?:del|il) (?:nostro )?sito\
        |(?:처리|요청|로드|불러오)[^.!\n]{0,12}(?:오류|에러|문제)(?:가|이)? ?(?:발생|있)|서버 (?:증설|교체) 작업
    """,
    FAILING=failing.FAILING,
    SHORTLY=failing.SHORTLY,
    KOREAN=(
        r"(?:서비스|시스템|서버|사이트|홈페이지|정기|긴급|임시|전산)[^.!\n]{0,12}점검|점검(?:을|이|으로|때문|작업"
        r"|시간| ?중)[^.!\n]{0,20}(?:진행|실시|중|인해|이용|동안|있|중단)"
        r"|(?:db|디비|데이터베이스|database|mysql|서버|server)[^.!\n]{0,16}(?:접속|연결|오류|에러|장애|응답"
        r"|원활)[^.!\n]{0,12}(?:원활|실패|없|않|불가|발생|오류|지연|되었|입니다)"
        r"|(?:일시적|시스템|내부|예기치|알 수 없는|서버)[^.!\n]{0,10}(?:오류|에러|장애)[^.!\n]{0,12}(?:발생|인해"
        r"|로|입니다|으로)|(?:서비스|이용|접속|연결)[^.!\n]{0,12}(?:원활하지|원활히|지연되)"
        r"|(?:접속자|사용자|이용자|방문자)(?:가|이|의)? ?[^.!\n]{0,8}(?:많아|폭주|급증|증가)"
        r"|서비스[^.!\n]{0,14}(?:일시|잠시|임시)[^.!\n]{0,6}(?:중단|중지)|(?:mysql|db) connect error"
    ),
)
TOPIC = any_of(
    r"""
    <WORDS>
    \b(?:servers?|errors?|maintenance|unavailable|database|mysql|sql|requests?|gateway|proxy|time-?out|timed out\
        |connection|connect\w*|offline|technical|problems?|issues?|administrator|webmaster|engineers?|logs?|later\
        |moments?|minutes?|shortly|soon|update|upgrad\w+|downtime|outage|apache|nginx|cloudflare|status|exception\
        |host(?:ing)?|trac(?:e|king)|reload\w*|refresh\w*|configuration|debug\w*|patience|inconvenience|notified\
        |page|site|website|service|visitor|browser|working|fix\w*|stack|cache\w*|network|busy|owner|developer\
        |troubleshooting)\b
    점검|오류|에러|장애|서버|시스템|서비스|접속|연결|이용|중단|복구|일시|시간|안정|양해|데이터|트래픽|업데이트\
        |새로고침|네트워크|DB
    メンテナンス|エラー|サーバ|障害|停止|アクセス|時間|再度|復旧|ご迷惑|サービス|システム|データベース|終了予定|混雑
    维护|維護|升级|升級|服务|服務|伺服|错误|錯誤|系统|系統|数据|访问|刷新|稍后|稍後|恢复|恢復|不便|网络|網路|繁忙\
        |时间|時間|管理
    \b(?:bakım\w*|sunucu\w*|hata\w*|site\w*|sayfa\w*|sistem\w*|teknik|sorun\w*|yakında|kısa süre\w*|tekrar\
        |daha sonra|yayında|anlayış\w*|ziyaret\w*|ekib\w*)\b
    \b(?:wartung\w*|server\w*|fehler\w*|datenbank\w*|störung\w*|website|webseite|seite|dienst\w*|erreichbar\
        |verfügbar|später|kürze|wieder|minuten|verständnis|techni\w+|problem\w*|administrator\w*|versuchen|arbeiten\
        |überlast\w*)\b
    \b(?:maintenance|erreur\w*|serveur|site|service|base de données|technique\w*|indisponible|minutes|instants?\
        |ultérieurement|plus tard|bientôt|retour|patience|gêne|désagrément|compréhension|équipes?|administrateur\
        |connexion)\b
    \b(?:mantenimiento|error\w*|servidor|sitio|servicio|datos|técnic\w+|disponible|minutos|momento|tarde|pronto\
        |breve|molestias|disculp\w+|paciencia|administrador|trabajando|mejor\w+|equipo)\b
    \b(?:manutenção|erro\w*|site|serviço|dados|técnic\w+|disponível|indisponível|ar|minutos|momento|tarde|breve\
        |transtorno\w*|desculp\w+|paciência|compreensão|administrador|trabalhando|equipe)\b
    \b(?:manutenzione|errore|server|sito|servizio|tecnic\w+|disponibile|minuti|momento|tardi|presto|breve|disagio\
        |pazienza|amministratore|lavor\w+)\b
    работ\w*|ошибк\w+|сервер\w*|сайт\w*|сервис\w*|временно|недоступ\w+|позже|скоро|минут\w*|неудобств\w+|технич\w+\
        |администратор\w*|попробуйте|обслуживани\w+|обновлен\w+
    \b(?:prace|przerwa|błąd\w*|błęd\w+|serwer\w*|serwis\w*|stron\w+|witryn\w+|techniczn\w+|niedostępn\w+|chwil\w*\
        |później|wkrótce|minut\w*|utrudnieni\w+|niedogodnoś\w+|administrator\w*|cierpliwoś\w+)\b
    \b(?:onderhoud\w*|fout\w*|server|site|storing\w*|beschikbaar|bereikbaar|later|straks|minuten|ongemak|beheerder\
        |underhåll\w*|fel\w*|servern|sidan|senare|snart|minuter|vedlige?hold\w*|vedlikehold\w*|fejl\w*|feil\w*\
        |siden\
        |senere|tilbake|tilbage|údržb\w+|chyb\w+|stránk\w+|později|brzy|omlouváme|bảo trì|lỗi|máy chủ|hệ thống|sau\
        |huolto\w*|virhe\w*|karbantart\w*|hiba|szerver\w*)\b
    """,
    WORDS=failing.WORDS,
)
