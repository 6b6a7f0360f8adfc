"""Saying that the server fails or is being worked on: names of such pages, and what they tell their reader."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of
from crawler.extraction.judging.words import failing

# A title or a heading that is such a page's, in whole.
NAME = any_of(
    r"""
    <CODED>(?:\s*[-–—:.!|,(]{0,3}\s*<MEANING>\)?)?[!1. ]*
    <MEANING>(?:[ (:]{1,3}(?:error )?5\d\d\)?)?(?: error code 5\d\d)?
    server error in '.{1,60}' application
    (?:application|runtime|database|db|mysql|sql|fatal|critical|general|unexpected|internal|system|technical\
        |software) error
    error establishing a database connection|(?:can(?:not|'t)|could not) connect to (?:the )?(?:database|mysql\
        |db).{0,30}
    <SORRY>?(?:something|it looks like something|looks like something) went wrong.{0,40}
    http(?: [^\W\d]{1,20}){0,2} 5\d\d(?: ?[-–—:] ?.{1,80})?|(?:error ?)?5\d\d ?: ?[a-z]{2,20}(?:_[a-z]{2,20}){1,5}
    <NAMES>
    whitelabel error page|guru meditation|wordpress ?[›>] ?\w{2,20}
    (?:error: )?the requested url could not be retrieved|fastly error: .{1,80}
    [\w.]{2,60}(?:error|exception|doesnotexist)(?: at /.{0,120}|: .{0,120} // werkzeug debugger)
    <SORRY>?(?:this |the |our )?<SITE>?(?: is| are|'re)?(?: currently| temporarily| now)? ?(?:down |closed \
        |offline )?\
        (?:in|under|for|undergoing) (?:scheduled |planned |routine |system )?maintenance(?: mode)?
    (?:we(?:'re| are) |site |website )(?:currently |temporarily )?(?:in|under|down for|doing|performing\
        |undergoing) \
        (?:some |a bit of |scheduled |planned )?maintenance
    (?:briefly|temporarily|currently) unavailable for (?:scheduled )?maintenance.{0,40}
    (?:site |system |server |service |scheduled |planned |routine )*(?:maintenance|outage|downtime)(?: mode| page\
        | notice\
        | in progress| break)?
    (?:we(?:'ll| will) be|be) (?:right )?back(?: (?:soon|shortly|online|in a moment|later))*
    (?:this |the |our )?<SITE> (?:is )?(?:temporarily |currently )?(?:down|offline|unavailable|out of service\
        |not responding)
    (?:temporarily|currently) (?:down|offline|unavailable|out of service)
    (?:(?:we(?:'re| are) )?(?:experiencing|having) )?(?:some )?technical (?:difficult(?:y|ies)|issues?|problems?\
        |fault)
    (?:서비스|시스템|서버|사이트|홈페이지|웹사이트|정기|긴급|임시|현재|전산| )*점검(?: ?(?:중|안내|공지|작업\
        |시간))*(?:입니다)?
    (?:일시적인? )?(?:시스템|서버|서비스|네트워크|db|데이터베이스|내부)(?: 내부)? ?(?:접속 |연결 )?(?:오류|에러\
        |장애)(?:가 발생.{0,8})?\
        (?: ?(?:안내|발생))*(?:입니다)?
    서비스 ?(?:이용 ?)?(?:불가|지연|일시 ?중[단지]|장애)(?: ?안내)?|(?:접속|이용)자? ?(?:폭주|지연|장애)(?: ?안내)?
    (?:ただ(?:いま|今)|現在|只今)?[、 ]?.{0,12}メンテナンス(?:中|作業中)?(?:のお知らせ|です|のご案内)?
    (?:サーバー?|システム|内部|データベース)(?:接続|確立|内部|・)*エラー|データベース接続確立エラー\
        |サービス(?:一時)?停止(?:中|のお知らせ)?
    (?:系统|系統|网站|網站|服务器?|伺服器|本站)?(?:正在|例行|升级|升級)*(?:维护|維護|升级|升級)(?:中|公告|通知\
        |升级|升級|页面)*
    (?:500|502|503|504)? ?(?:服务器|伺服器|系统|系統|内部|數據庫|数据库|資料庫|网关|閘道)(?:内部|內部|發生|发生\
        |连接|連接|連線|服务器)*\
        (?:错误|錯誤|繁忙|忙碌|异常|異常|出错|故障|超时|逾時|失败)
    建立(?:数据库|資料庫)(?:连接|連線)时?(?:出错|發生錯誤)|服务(?:暂时)?不可用|服務暫時?無法使用
    <TURKISH>
    (?:geplante |planmäßige )?wartung(?:s(?:arbeiten|modus|pause|fenster))?(?: der website)?\
        |(?:die )?(?:web)?(?:seite|site) (?:wird gewartet|im wartungsmodus)
    (?:technische[rs]? |interner )?(?:störung|server-?fehler|datenbankfehler|fehler)\
        |fehler beim aufbau einer datenbankverbindung
    (?:vorübergehend|derzeit|momentan|zurzeit) nicht (?:erreichbar|verfügbar)
    (?:le |notre |ce )?(?:site |page |service )?(?:est |actuellement |en cours de |en )*maintenance(?: en cours\
        | programmée)?
    erreur (?:interne(?: du serveur)?|serveur|technique|critique|fatale|de (?:la )?base de données.{0,20}\
        |lors de la connexion.{0,40})
    (?:le |ce |notre )?(?:site|service) (?:est )?(?:temporairement |momentanément )?(?:indisponible|inaccessible)
    (?:el |este |nuestro )?(?:sitio |web |página |sitio web |estamos )?(?:está )?(?:en|bajo) mantenimiento\
        |mantenimiento(?: programado)?
    error (?:interno(?: d?el servidor)?|del servidor|crítico|fatal|(?:de|en la) base de datos|al (?:establecer\
        |conectar).{0,50})
    (?:el )?(?:sitio|servicio|página) (?:no disponible|temporalmente .{4,20})
    (?:o |este |nosso )?(?:site |página |estamos )?(?:está )?em manutenção|manutenção(?: programada)?
    erro (?:interno(?: (?:do|no) servidor)?|(?:do|no) servidor|crítico|(?:de|no) banco de dados|ao (?:estabelecer\
        |conectar).{0,50})
    (?:site|serviço|página) (?:temporariamente )?(?:indisponível|fora do ar)
    (?:il |questo |nostro )?(?:sito |pagina |siamo )?(?:è )?in manutenzione|manutenzione(?: in corso| programmata)?
    errore (?:interno(?: del server)?|del server|critico|(?:di|del) database|nello stabilire.{0,50})|(?:sito\
        |servizio) (?:temporaneamente )?non disponibile
    (?:ведутся |проводятся |проводим |идут )?(?:технические|профилактические|регламентные|плановые\
        |ремонтные) работы(?: на сайте)?
    (?:внутренняя )?ошибка (?:сервера|базы данных|приложения|соединения.{0,30}|установки соединения.{0,30})
    (?:технічні|профілактичні) роботи|(?:сайт|сервис|сервіс) (?:временно |тимчасово )?(?:недоступен|недоступний\
        |на (?:реконструкции|обслуживании|ремонте))
    (?:przerwa|prace|awaria|trwają prace) (?:techniczn\w+|serwisow\w+|konserwacyjn\w+)\
        |(?:wewnętrzny )?błąd (?:serwera|bazy danych|krytyczny|.{0,20}połączenia.{0,30})
    (?:strona|serwis|witryna) (?:jest )?(?:chwilowo |tymczasowo |w trakcie )?(?:niedostępn[ya]|konserwacji)
    (?:gepland |website in |site in |wij zijn in )?onderhoud(?:swerkzaamheden)?|(?:interne )?serverfout\
        |databasefout\
        |fout bij het maken .{0,30}|(?:tijdelijk|even) niet (?:beschikbaar|bereikbaar)|technische storing
    (?:planerat |pågående )?underhåll(?:sarbete)?|(?:internt )?serverfel|tekniskt fel|driftstörning\
        |fel vid upprättande .{0,40}
    (?:planlagt )?(?:vedligehold(?:else)?|vedlikehold(?:sarbeid)?)|(?:intern )?server(?:fejl|feil)\
        |tekniske? (?:fejl\
        |feil|problemer)|driftsforstyrrelse|(?:siden|nettstedet) er midlertidigt? (?:nede|lukket|utilgjengelig)
    (?:plánovaná |probíhá )?(?:údržba|odstávka)(?: webu| systému| serveru)?|(?:interní |vnitřní )?chyba (?:serveru\
        |databáze|při .{0,30})
    (?:hệ thống |website |trang web )?(?:đang )?(?:được )?bảo trì.{0,20}|lỗi (?:máy chủ|hệ thống|kết nối\
        |nghiêm trọng).{0,30}
    huoltokatko|palvelinvirhe|karbantartás(?: alatt)?|szerverhiba|sedang (?:dalam )?(?:pemeliharaan|perbaikan)\
        |kesalahan server|σφάλμα διακομιστή|υπό συντήρηση|(?:الموقع )?(?:تحت|قيد) الصيانة|خطأ في الخادم\
        |ปิดปรับปรุง.{0,20}
    werkzeug debugger|symfony exception|(?:an )?error occurred: .{1,60}|.{0,20}(?:schiefgelaufen|schief gelaufen\
        |schief gegangen)|.{0,30}(?:went wrong|gone wrong).{0,20}|.{0,20}(?:mal passé|andato storto|пошло не так\
        |poszło nie tak|gick fel|gikk galt|gik galt|ters gitti).{0,10}
    (?:wir sind |wir sind gleich |gleich )(?:gleich |bald |in kürze )?(?:wieder )?(?:zurück|da|für (?:sie|euch\
        |dich) da|online)|(?:nous )?(?:revenons|de retour)(?: très)? (?:bientôt|vite|dans .{3,20})|(?:volvemos\
        |regresamos|volveremos)(?: .{3,20})?|(?:já )?voltamos(?: .{2,20})?|voltaremos .{3,20}|torniamo (?:subito\
        |presto|online)|(?:скоро вернёмся|мы скоро вернемся|скоро будем)|(?:zaraz|niedługo|wkrótce) wracamy\
        |(?:we zijn )?(?:zo|snel) terug|vi er (?:snart )?tilba(?:ge|ke)(?: snart)?\
        |vi är (?:snart )?tillbaka(?: snart)?|(?:birazdan|yakında|hemen) (?:döneceğiz|dönüyoruz|buradayız)
    """,
    NAMES=failing.NAMES,
    CODED=r"(?:error|http|http status|http error|status|status code|fehler|erreur|erro|errore|오류|에러\
        |错误)?[ :#-]{0,3}(?:code:? ?)?5\d\d(?:--)?",
    MEANING=(
        "(?:(?:http )?(?:internal[ _]server[ _]error|server error|bad gateway|service (?:temporarily )?unavailable"
        "|gateway time-?out|proxy error|backend fetch failed|connection timed out|web server is (?:down"
        "|returning an unknown error)"
        "|origin is unreachable|(?:unknown )?host error|origin dns error|ssl handshake failed|a timeout occurred"
        "|invalid ssl certificate|service unavailable - .{1,40}|not implemented|the service is unavailable))"
    ),
    SITE="(?:web ?site|site|page|service|system|server|application|app|forum|wiki|blog|store)",
    SORRY="(?:(?:we(?:'re| are) )?(?:sorry|oops|whoops|uh[- ]oh)[!.,… ]{0,4}(?:but )?)",
    TURKISH=(
        "(?:site(?:miz|si)?|web sitesi|sistem|hizmet)? ?(?:şu anda? )?(?:planlı )?bakım(?:da(?:dır|yız|yiz)?"
        "| çalışması| modu| arası)?"
        "|(?:dahili |iç )?(?:sunucu|sistem|veritabanı)(?: bağlantı)? hatası|veritabanı bağlantısı .{3,30}"
        "|hizmet (?:geçici olarak )?kullanılamıyor"
    ),
)
