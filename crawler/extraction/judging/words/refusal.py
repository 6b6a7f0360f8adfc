"""Saying that the reader is kept out: for what he is, where he is, or how often he asked."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of
from crawler.extraction.judging.words import more_languages

THING = "(?:web ?)?(?:request|page|site|website|url|content|service|resource|video|network|connection|traffic\
        |server)"
TITLE = any_of(
    r"""
    (?:error |http )?(?:403|429|451|1020|1015|509|406)(?: ?[-–—:.!]? ?<MEANING>)?
    forbidden
    (?:access (?:is |to this (?:site|page) (?:is|was|has been) )?|request |automated access (?:is )?)(?:denied\
        |forbidden|blocked|restricted|not permitted|not allowed|rejected).{0,40}
    access blocked|(?:web ?)?page blocked|web filter violation
    not acceptable
    (?:sorry, )?you(?:r (?:access|ip(?: \w+)?|request|network))?(?:'ve| to this (?:site|service)\
        | range)? <WERE> <SHUT>.{0,40}
    (?:the |this )?(?:web ?)?(?:request|page|site|url|content) (?:is |was |has been )?(?:blocked|rejected|denied)
    (?:웹 ?)?방화벽.{0,20}
    (?:error: )?the request could not be satisfied
    (?:not |un)authori[sz]ed
    too many requests
    rate limit(?:ed| exceeded| reached)
    blocked
    (?:proxy|vpn|bot|crawler|scraper)(?: or vpn)? (?:detected|blocked)
    your access to this site has been limited.{0,40}
    (?:not available|unavailable) in your (?:country|region|location)
    (?:http )?(?:451:? ?)?unavailable (?:for|due to) legal reasons
    (?:사이트 |페이지 |서비스 |요청이? )?(?:접근|접속|이용|방문|요청)(?:이|을)? ?(?:일시 ?)?(?:차단|거부|제한\
        |불가)(?:되었습니다|됨| 안내|되었어요|하였습니다)?
    차단(?:된| 안내) ?(?:사이트|페이지)?|보안 정책(?: 위반)?
    (?:일일 )?(?:데이터 ?)?(?:전송량|트래픽) ?(?:이 )?초과(?:되었습니다| 안내)?
    불법[·・/ ]?유해 ?(?:정보|사이트)(?:\(사이트\))?.{0,40}
    アクセス(?:が|を)?(?:拒否|制限|禁止)(?:されました|されています)?
    (?:访问|訪問)(?:被)?(?:拒绝|阻断|禁止|受限)|403 禁止访问
    zugriff (?:verweigert|gesperrt)|accès (?:refusé|interdit|bloqué)|acceso (?:denegado|bloqueado|prohibido)\
        |accesso negato
    (?:der )?zugriff (?:auf diese (?:seite|website) )?(?:wurde |ist )?(?:verweigert|gesperrt|blockiert\
        |eingeschränkt|nicht (?:erlaubt|gestattet|möglich)).{0,30}|(?:(?:l')?accès\
        |votre accès)(?: .{1,30})? (?:est |a été )?(?:refusé|interdit|bloqué|limité|restreint).{0,20}\
        |(?:el )?acceso (?:ha sido )?(?:restringido|limitado|no (?:permitido|autorizado))|accesso (?:bloccato\
        |vietato|limitato|non (?:consentito|autorizzato))|acesso (?:negado|bloqueado|proibido|restrito)\
        |zu viele anfragen|trop de requêtes|demasiadas (?:solicitudes|peticiones)|troppe richieste\
        |muitas (?:solicitações|requisições)
    (?:bu (?:siteye|sayfaya|içeriğe) )?erişim(?:iniz)? (?:engellen\w+|reddedil\w+|kısıtlan\w+|yasak\w*|yok)\
        |çok fazla istek|доступ (?:к .{1,30} )?(?:запрещ[её]н|ограничен|закрыт|заблокирован)(?:а|о|ы)?.{0,40}\
        |слишком много запросов|сайт заблокирован|dostęp (?:zabroniony|zablokowany|ograniczony)|brak dostępu\
        |odmowa dostępu|zbyt wiele żądań
    toegang (?:geweigerd|geblokkeerd|verboden|ontzegd)|(?:te veel|teveel) (?:verzoeken|aanvragen)|åtkomst (?:nekad\
        |blockerad)|(?:adgang|tilgang) (?:nægtet|nektet|blokeret|blokkert)|for mange (?:forespørgsler|forespørsler\
        |anmodninger)|för många (?:förfrågningar|anrop)|přístup (?:odepřen|zamítnut|zakázán|zablokován)\
        |truy cập bị (?:từ chối|chặn)|bạn đã bị chặn|pääsy (?:estetty|kielletty)|hozzáférés (?:megtagadva|letiltva)
    (?:in (?:ihrem|deinem) land|dans votre (?:pays|région)|en (?:tu|su) (?:país|región)|nel tuo paese\
        |w twoim kraju|in jouw land|i ditt land|ülkenizde).{0,10} .{4,40}|.{4,60} (?:in (?:ihrem|deinem) land\
        |dans votre (?:pays|région)|en (?:tu|su) (?:país|región)|nel tuo paese|w twoim kraju|in jouw land\
        |i (?:ditt|dit) land) (?:nicht verfügbar)?
    (?:your request .{0,30})?(?:undeclared |unauthori[sz]ed |suspicious |unusual )?automated (?:tool|traffic\
        |access|requests?)s?(?: detected)?|no bots.{0,20}|(?:hot|direct )link(?:ing|s)? (?:is )?(?:interdite?s?\
        |forbidden|not allowed|denied|prohibited|disabled|prohibido|verboten)
    (?:(?:this|diese|ce|este|questo|ten) )?(?:web ?)?(?:sito|site|sitio|página|seite|strona|witryna|siden?) (?:is \
        |ist |est |jest |è |está )?(?:bloccato|oscurato|inibito|blocked|bloquée?|bloquead[oa]|gesperrt|blockiert\
        |zablokowan[ay]|blokeret|blokkert)
    .{0,40}(?:aus|wegen) \w*rechtlichen gründen .{4,40}|.{0,40}(?:pour des raisons (?:légales|juridiques)\
        |por (?:motivos|razones) legales|per motivi legali|по решению суда|z powodów prawnych).{0,40}
    access to this [\w ]{2,20} (?:is|was|has been) (?:denied|forbidden|blocked|restricted).{0,30}
    """
    + more_languages.REFUSAL_TITLE,
    MEANING=(
        "(?:error|forbidden|access denied|too many requests|(?:unavailable|blocked) (?:for|due to) legal reasons"
        "|not acceptable|bandwidth limit exceeded)"
    ),
    WERE="(?:have been|has been|are|is|was|been)",
    SHUT="(?:temporarily |being )?(?:blocked|banned|limited|denied|rejected|restricted|on our (?:blocklist\
        |blacklist))",
)
SENTENCE = any_of(
    r"""
    you (?:don't|do not) have permission to access [\"'“/]
    reference (?:#|id:? )\s*\S+
    you(?:'ve| have| are|'re)?(?: been| being)? (?:temporarily |permanently )?(?:blocked|banned|rate[- ]limited)\b
    has (?:\w+ )?(?:banned|blocked) you\b
    \byour (?:ip(?: address| range)?|network|client|browser|country|connection)\b[^.!?\n]{0,40}\b(?:blocked|banned\
        |temporarily|blacklist\w*|blocklist\w*|restricted|denied|identified as)
    you are (?:unable|not allowed|not permitted) to (?:access|view)
    (?:access|traffic)\b[^.!?\n]{0,40}? (?:has been|is|was|cannot be|can't be) (?:\w+ ){0,2}?(?:denied|blocked\
        |restricted|limited|forbidden|disabled|withheld|granted|not allowed|not permitted)
    (?:not available|unavailable|blocked|restricted|withheld) (?:in|to|for|from) (?:\w+ )?(?:your (?:country|region\
        |location|area)|visitors|users|european)
    \b(?:european (?:economic area|union|visitors)|gdpr|general data protection)\b
    unavailable (?:for|due to) legal reasons|\blegal request\b|licensing restrictions|\bcourt order\b
    \b<THING>(?: you have requested)? (?:was |has been |is )(?:\w+ ){0,2}?(?:blocked|rejected|restricted|denied)\b
    ^(?:request|url|page) (?:blocked|rejected)
    (?:방화벽|요청|보안 ?정책|네트워크|국가|위원회)[^.]{0,30}(?:차단|거부|제한|처리할 수 없)
    too many requests
    (?:generated by|blocked by) (?:cloudfront|wordfence|mod_security|a firewall)
    site owner (?:has|may have) (?:blocked|set)
    (?:exceeded|reached|hit|over) (?:the|your|a|our) (?:\w+ ){0,2}?(?:limit|quota|number of requests)
    \b(?:scraping|crawling|automated (?:access|requests|tools)|bots?|vpns?|prox(?:y\
        |ies))\b[^.!?\n]{0,60}(?:not (?:allowed|permitted)|prohibited|disabled|forbidden|blocked)
    violation of your (?:\w+ )?(?:usage )?policy
    (?:접근|접속|이용|방문)(?:이|을|은|에)? ?(?:일시(?:적으로)? ?)?(?:차단|거부|제한)(?:되었|하였|했|됩|된|하고\
        |되고|합)
    (?:해외|국외|외국) ?(?:ip|아이피|접속|에서)[^.]{0,20}(?:차단|제한|불가)
    (?:귀하|회원님|고객님|사용자|사용 중)의?인? ?(?:ip|아이피|접속|접근|네트워크)[^.]{0,30}(?:차단|제한|거부\
        |처리할 수 없)
    (?:전송량|트래픽)(?:이|을|를)? ?(?:모두 |일일 |허용 )?(?:초과|소진|사용)
    (?:너무 )?(?:많은|잦은) 요청|요청이 (?:너무 )?(?:많|잦)
    (?:불법|유해)[^.]{0,30}(?:차단|접속이)
    (?:アクセス|ご利用|視聴)[^。]{0,24}(?:拒否|制限|禁止|いただけません|できません)|お住まいの(?:地域|国)
    (?:访问|请求|訪問|IP)[^。]{0,16}(?:被(?:阻断|拒绝|拦截|禁止|封)|受限|过于频繁)
    \b(?:zugriff|anfrage|ip-adresse)\b[^.!\n]{0,50}(?:gesperrt|verweigert|blockiert|abgelehnt)
    \b(?:accès|adresse ip|requête)\b[^.!\n]{0,40}(?:refusé|bloqué|interdit)
    \b(?:acceso|contenido|ip|petición|solicitud)\b[^.!\n]{0,40}(?:bloquead|denegad|restringid|prohibid)
    \b(?:zugriff|zugang|anfragen?|ip-?adresse|verbindung|inhalt|video|seite|website\
        |angebot)\b[^.!?\n]{0,60}(?:gesperrt|verweigert|blockiert|abgelehnt|eingeschränkt|(?:in|aus) (?:ihrem\
        |deinem|diesem) (?:land|region)|nur (?:in|innerhalb\
        |aus))|\bzu viele anfragen|\bnicht berechtigt|keine berechtigung|außerhalb (?:von )?(?:deutschland\
        |österreich|der schweiz|der eu)
    \b(?:accès|adresse ip|requête|contenu|vidéo|page|site|connexion)\b[^.!?\n]{0,60}(?:refusé|bloqué|interdit\
        |limité|restreint|dans votre (?:pays|région)|depuis votre|pas (?:disponible|accessible) (?:dans|depuis))\
        |n'(?:avez|êtes) pas (?:l'autorisation|le droit|les droits|autorisé)|\btrop de requêtes\
        |trafic (?:automatisé|suspect)|robots? (?:non autorisés?|interdits?)
    \b(?:acceso|contenido|ip|petición|solicitud|página|sitio|vídeo|video)\b[^.!?\n]{0,60}(?:bloquead|denegad\
        |restringid|prohibid|limitad|no (?:está )?(?:disponible|permitid)\w* (?:en|desde|para) (?:tu|su|este))\
        |\bno (?:tiene|tienes|dispone de) (?:permiso|autorización)|demasiadas (?:solicitudes|peticiones)\
        |\b(?:acesso|conteúdo|endereço ip|requisição|solicitação|página|site)\b[^.!?\n]{0,60}(?:bloquead|negad\
        |restrit|proibid|não (?:está )?disponível (?:em|no|na|para) (?:seu|sua|este))|não tem permissão\
        |muitas (?:solicitações|requisições)
    \b(?:accesso|contenuto|indirizzo ip|richiesta|pagina|sito)\b[^.!?\n]{0,60}(?:bloccat|negat|limitat|vietat\
        |inibit|oscurat|non (?:è )?disponibile (?:nel|nella|in)|sottoposto)|non (?:hai|ha\
        |si dispone) (?:i permessi|il permesso|l'autorizzazione)|troppe richieste
    \berişim\w*\b[^.!?\n]{0,60}(?:engellen\w+|reddedil\w+|kısıtlan\w+|yasak\w*|edile\w+|karar\w*)\
        |\bip adres\w*[^.!?\n]{0,40}(?:engel\w+|yasak\w*|kara liste\w*)|(?:ülke\
        |bölge)\w*[^.!?\n]{0,30}(?:erişile\w+|kullanıla\w+|mevcut değil|izlene\w+)|çok (?:fazla|sayıda) istek\
        |yetkiniz (?:yok|bulunm)\w*
    доступ\w*[^.!?\n]{0,60}(?:запрещ\w+|ограничен\w*|закрыт\w*|заблокирован\w*|приостановлен\w*)\
        |(?:ваш\w* )?ip[- ]?(?:адрес\w*)?[^.!?\n]{0,40}(?:заблокирован\w*|ч[её]рн\w+ спис\w+)|слишком (?:много\
        |частые) запрос\w+|(?:недоступ\w+|не доступ\w+) в (?:вашей|вашем)|единый реестр|роскомнадзор\
        |заблокирован\w* (?:по решению|на основании)|в соответствии с (?:законодательств|федеральн)
    \b(?:dostęp|adres ip|żądanie|treść|strona|materiał)\b[^.!?\n]{0,60}(?:zablokowan\w*|zabronion\w*|odrzucon\w*\
        |ograniczon\w*|niedostępn\w+ w|nie jest dostępn\w+ w)|nie masz (?:uprawnień|dostępu)|zbyt (?:wiele\
        |dużo) (?:żądań|zapytań)|\b(?:toegang|ip-adres|verzoek|inhoud|pagina|website\
        |video)\b[^.!?\n]{0,60}(?:geblokkeerd|geweigerd|verboden|ontzegd|beperkt|niet beschikbaar in)\
        |geen (?:toestemming|rechten|toegang)|te veel (?:verzoeken|aanvragen)
    \b(?:åtkomst\w*|ip-?adress\w*|adgang\w*|tilgang\w*|innehållet|indholdet|innholdet|programmet|videon|förfrågan\
        |anmodning\w*)\b[^.!?\n]{0,60}(?:blocke?ra\w*|blokk?ere?t|nekad\w*|nægtet|nektet|spærret|sperret|begränsad\
        |begrænset|utanför|uden for|utenfor|(?:i|från|fra) (?:ditt?|dit) land)|(?:för många\
        |for mange) (?:förfrågningar|anrop|forespørgsler|forespørsler|anmodninger)
    \b(?:přístup\w*|ip adres\w*|požadav\w+|obsah)\b[^.!?\n]{0,60}(?:odepřen\w*|zamítnut\w*|zakázán\w*\
        |zablokován\w*|omezen\w*|není dostupn\w+ (?:v|ve))|příliš mnoho požadavků|nemáte oprávnění|(?:truy cập\
        |địa chỉ ip|yêu cầu)[^.!?\n]{0,40}(?:bị (?:chặn|từ chối|hạn chế|khóa))|không có quyền|quá nhiều yêu cầu\
        |pääsy\w*[^.!?\n]{0,40}(?:estetty|kielletty)|hozzáférés\w*[^.!?\n]{0,40}(?:megtagad\w+|letilt\w+\
        |korlátoz\w+)
    (?:您|你)[^。!\n]{0,16}(?:没有权限|無權限|被(?:限制|禁止|拦截|屏蔽|封禁))|(?:所在|您的)(?:地区|地區\
        |国家)[^。!\n]{0,16}(?:无法|不可|不能|不支持|暂不)|(?:操作|访问|请求)(?:过于|太)(?:频繁|頻繁|快)|(?:海外\
        |国外|お住まい|ご利用の国|日本国外)[^。\n]{0,24}(?:利用|アクセス|視聴|閲覧)[^。\n]{0,12}(?:できま|制限\
        |いただけ)|リクエスト[^。\n]{0,10}(?:多すぎ|拒否|ブロック)|(?:IP|ip)(?:アドレス)?[^。\n]{0,16}(?:ブロック\
        |拒否|制限)
    \b(?:we (?:have )?seen|sending|made|making) too many requests|\bappear to be (?:a |an )?(?:bot|robot|automated\
        |script)|\bautomated access\b[^.!?\n]{0,60}(?:not permitted|without|requires?)|\brate[- ]limit\w*\
        |\bask no more than|too many (?:hits|connections) from (?:your|this)|\b(?:service|content|site|website\
        |access)\b[^.!?\n]{0,40} (?:only|not) (?:be )?(?:accessible|available|accessed) (?:in|from|within|outside)
    \b(?:client|request|browser|traffic|you)\b[^.!?\n]{0,40}(?:looks? like|appears? to be|(?:been )?identified as\
        |originates? from|recogni[sz]ed as)[^.!?\n]{0,40}(?:automated|crawler|robot|bot\b|scraper|script|program)
    \bautomated (?:retrieval|download\w*|scraping|tools?|queries)\b[^.!?\n]{0,60}(?:not (?:allowed|permitted)\
        |prohibited|forbidden)|\b(?:disable|block|restrict|suspend|refuse|deny|withdraw)\w* access (?:to\
        |from)\b[^.!?\n]{0,40}(?:your|this|our|the)|\bturned away\b|(?:hot|direct )-?link(?:ing|s)\b|liens directs
    \b(?:inibit\w|oscurat\w|sottoposto a sequestro)|(?:ai sensi|in esecuzione) d\w+|pursuant to an? order\
        |\bordered by (?:the|a) (?:court|authorit)
    (?:aus|wegen) \w*rechtlichen gründen[^.!?\n]{0,60}(?:nicht (?!mehr)|gesperrt|nur in|in ihrem)\
        |\bbandwidth limit|reaching (?:his/her|its|their) (?:bandwidth|traffic)
    запрос\w*[^.!?\n]{0,30}(?:заблокирован\w*|отклон[её]н\w*)|\biste[kğ]\w*[^.!?\n]{0,30}(?:engellen\w+\
        |reddedil\w+)|\baccess to (?:this|the) [\w ]{2,20} (?:is|was|has been) (?:denied|blocked)
    """
    + more_languages.REFUSAL,
    THING=THING,
)
TOPIC = any_of(
    r"""
    \b(?:access\w*|block\w*|denied|forbidden|permission|restrict\w*|limit\w*|bann?ed|ip|request\w*|network|firewall\
        |security|traffic|vpns?|region|country|location|legal|law)\b
    \b(?:server|policy|abuse|owner|wait|minutes|visitors?|nginx|apache|cloudflare|ray|rejected|licen[cs]\w+\
        |scraping|automated|developer|attacks?)\b
    접근|접속|차단|제한|거부|트래픽|전송량|요청|네트워크|보안|불법|유해|위원회|해외|국내|초기화|번호|support
    アクセス|制限|地域|拒否|ネットワーク|访问|请求|阻断|安全|威胁
    \b(?:zugriff\w*|gesperrt|sicherheits\w*|betreiber|accès|bloqué\w*|pare-feu|acceso|bloquead\w|autoridad)\b
    \b(?:bots?|robots?|user[- ]agent|programs?|browser|message|seconds?|script\w*|blocked|incident|id|time|reason\
        |documentation|wordfence|administrator|whitelist|connection|isp|provider|court|registry|rights|content\
        |video|available|service)\b
    \b(?:zugriff\w*|anfragen?|land|region|inhalt\w*|video\w*|rechte?\w*|lizenz\w*|verfügbar|blockiert|adresse\
        |netzwerk\w*|anbieter\w*|bots?|minuten|accès|adresse|pays|droits?|contenus?|vidéos?|disponible|requêtes?\
        |administrateur|sécurité|autorisation|bloquée?s?|acceso|ip|país|contenid\w+|derechos|disponible\w*\
        |seguridad|permiso\w*|solicitud\w*|acesso|conteúdo\w*|direitos|segurança|accesso|indirizzo|contenut\w+\
        |diritti|sicurezza|provvediment\w+|autorità|ordine|ai sensi|delibera)\b
    \b(?:erişim\w*|engel\w*|ülke\w*|içeri[kğ]\w*|yasa\w*|mahkeme\w*|karar\w*|güvenlik|adres\w*|istek\w*|dostęp\w*\
        |kraju?|treś\w+|zablok\w+|bezpieczeńst\w+|żąda\w+|toegang|geblokk\w+|land|rechten|beveilig\w+|verzoek\w*\
        |åtkomst\w*|adgang\w*|tilgang\w*|rättighet\w*|rettighed\w*|rettighet\w*|přístup\w*|zablok\w+|bezpečnost\w*\
        |truy cập|chặn|quốc gia)\b
    доступ\w*|заблок\w+|закон\w*|реестр\w*|решени\w+|суд\w*|запрос\w*|адрес\w*|провайдер\w*|информационн\w+\
        |ресурс\w*|ограничен\w*|безопасност\w+|国外|海外|地区|国|権利|配信|視聴|拒否|请求|频繁|IP
    """
    + more_languages.REFUSAL_TOPIC
)
