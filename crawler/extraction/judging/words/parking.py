"""Saying that there is no site: a domain for sale, one that has run out, a server that nobody has filled."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of

DOMAIN = r"(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}"
STATE = r"(?:for sale|parked|expired|available|has expired|up for grabs|on sale|up for sale)"
SITE = r"(?:web ?site|site|web ?page|page|hosting(?: \w+)?|account|plan|server|space)"
THIS = (
    r"\b(?:(?:this|diese[r]?|die|ce|le|este|el|su|questo|il|deze|de|ta|den här|denna|dette|denne|det|tato|bu|esse"
    r"|o|tên|этот|данный) )?"
    r"(?:premium[- ])?(?:domain(?:name|n)?|internetadresse|nom de domaine|domaine|(?:nombre de )?dominio|domínio"
    r"|domeinnaam|domein|domena|domän(?:en|namnet)?"
    r"|domænet?|domæne(?:navnet)?|domenet?|doména|alan adı|miền|домен(?:ное имя)?)\b"
)
SALE = (
    "(?:steht (?:\\w+ )?zum verkauf|zu verkaufen|zum verkauf|(?:est |sont )?(?:à vendre|en vente)|(?:è |está "
    "|se )?(?:in vendita|en venta|vende|à venda)"
    "|(?:is |staat )?te koop|(?:jest )?na sprzedaż|(?:är |er )?(?:till salu|til salgs?)|(?:je )?na prodej"
    "|satılık(?:tır)?|прода[её]тся|на продажу|đang được bán)"
)
RUN_OUT = (
    "(?:ist abgelaufen|a expiré|ha expirado|ha caducado|è scaduto|is verlopen|wygasła|har (?:gått ut|utgått"
    "|udløbet|utløpt)|expiroval[ao]?|süresi dol\\w+"
    "|ist geparkt|è parcheggiato|is geparkeerd|jest zaparkowana|hết hạn)"
)
KO_FIRM = "(?:가비아|후이즈|카페24|호스팅케이알|아이네임즈|닷네임|닷홈|아이비호스팅|메일플러그|마이도메인)"
TITLE = any_of(
    r"""
    (?:the domain (?:name )?)?<DOMAIN> (?:domain name )?(?:is |may be |might be )?<STATE>(?: .{0,40})?
    (?:this |premium )?domain(?: name)? (?:is |may be |might be )?<STATE>(?: .{0,40})?
    buy <DOMAIN>.{0,40}
    <DOMAIN> resources and information.{0,60}
    premium domain(?: name)?
    (?:domain )?parked (?:domain|page|at|by|with)(?: .{0,40})?
    domain (?:parking|parked).{0,40}
    (?:web ?site|domain|hosting|account|plan)(?: (?:account|plan|name))?(?: has)? expired
    (?:web ?)?(?:site|page|domain|hosting) (?:expired|suspended for non-?payment)
    this <SITE> is (?:under construction|coming soon)
    (?:이 )?도메인(?:을|이|은)? ?(?:판매|매매|팝니다|양도)(?: ?(?:중|합니다))?(?:입니다)?
    (?:이 )?도메인(?:이|은)? ?(?:파킹(?: 페이지| 서비스)?|만료(?:되었습니다| 안내)?|연장 안내|(?:등록 \
        |사용 )?기간 만료.{0,10})
    (?:웹 ?)?(?:호스팅|사이트|홈페이지|서버)(?:의|이|을)? ?(?:사용 |이용 )?(?:기간(?:이|의)? ?)?(?:만료|종료|세팅\
        |중지)(?:되었습니다| 안내)?
    (?:<THIS>|<DOMAIN>)(?: .{0,20})? <SALE>(?: .{0,40})?|(?:satılık|vends|verkaufe|zu verkaufen|en venta|te koop\
        |na sprzedaż|till salu|til salg)[: ]{1,3}(?:alan adı|domain\w*|<DOMAIN>|dominio|domeinnaam|domena).{0,20}
    (?:域名|本域名|该域名|此域名|您(?:正在)?访问的域名)(?:正在|可|已)?(?:出售|转让|轉讓|待售|停放|过期).{0,10}\
        |(?:この)?ドメイン(?:は|を)?(?:販売中|売り出し中|売却中).{0,10}
    """,
    DOMAIN=DOMAIN,
    THIS=THIS,
    SALE=SALE,
    STATE=STATE,
    SITE=SITE,
)
SENTENCE = any_of(
    r"""
    \b(?:this|the|your) (?:premium |brand |exact )?(?:web ?)?(?:domain|page|site\
        |name)(?: name)?,?(?: <DOMAIN>,?)? <IS> <GONE>
    \b<DOMAIN> <IS> <GONE>
    \b(?:buy|get|own|purchase|acquire|make an offer (?:on|for)) (?:this (?:domain|name)|<DOMAIN>)
    \b(?:asking price|make (?:us )?an offer|price (?:on|upon) request)
    interested in (?:this|the) (?:domain|name)
    (?:is|domain) parked (?:for free|free|by|at|with)
    \b(?:this|the|your) (?:domain|<SITE>)(?: name)?(?: (?:for\
        |of) this \w+)?(?: <DOMAIN>)? (?:has )?(?:recently )?(?:expired|lapsed|run out)
    (?:the|this) domain (?:has been|was|is) (?:recently |just )?(?:parked|registered)\b
    the owner of this domain
    \byour new domain\b|point(?:ed|s)? (?:it|this domain) (?:somewhere|elsewhere|to a)
    provided by the domain owner (?:by|using) [\w ]{0,30}parking
    domain (?:owner|broker|experts?)[^.]{0,60}(?:sell|offer|price|advertis)
    inquire about (?:this|the) domain
    related (?:searches|links)[:.]?$
    (?:이|본|해당) 도메인(?:은|을|이)? ?(?:현재 )?(?:판매|매매|매각|양도|파킹|만료|사용 ?기간|등록 ?기간)
    (?:이|본|해당) 도메인(?:은|이)? ?(?:등록되어|[^.]{0,20}(?:연결되지|등록된))
    (?:이|본|해당) 도메인(?:은|에|에는|과)? ?(?:현재 )?연결된 ?(?:사이트|홈페이지)
    도메인 (?:구매|구입|매입)(?:를|을)? ?(?:문의|원하시)
    (?:도메인|호스팅|사이트|홈페이지)(?:의|을|이)? ?(?:사용|등록|이용|서비스)? ?기간이 (?:만료|종료)
    (?:사용|등록|이용) ?기간이 (?:만료|종료)된 (?:도메인|호스팅|사이트|홈페이지|계정)
    <KO_FIRM>(?:에서|에|를 통해|을 통해)?[^.]{0,30}(?:도메인|호스팅)
    (?:고객님|귀하)의 도메인|도메인만? (?:등록|연결)(?:되어|된 상태)
    (?:웹)?호스팅이 (?:정상적으로 )?(?:세팅|설정|개설|신청)
    (?:この|当)?ドメインは[^。]{0,40}(?:取得|登録|販売|売|期限|移管)
    (?:ドメイン|サーバー?)(?:の(?:有効)?期限|に(?:は)?まだ)
    域名[^。!\n]{0,20}(?:转让|出售|轉讓|过期|已注册|停放|待售)
    \b(?:diese|die) (?:domain|website|webseite|internetadresse)\b[^.!\n]{0,40}(?:verkauf|kaufen|registriert|geparkt\
        |reserviert|abgelaufen)
    hier entsteht (?:eine|in kürze|demnächst)|domain-?parking
    \b(?:ce|votre|le) (?:nom de )?domaine\b[^.!\n]{0,40}(?:vendre|vente|enregistré|créé|expiré|réservé|parking)
    aucun site n'est|site en construction
    \b(?:este|el|su) (?:nombre de )?dominio\b[^.!\n]{0,40}(?:venta|vende|registrado|expirado|caducado|disponible\
        |aparcado)
    (?:<THIS>|\b<DOMAIN>)[^.!?\n]{0,40} (?:<SALE>|<RUN_OUT>)
    \b(?:buy|purchase) (?:this )?(?:premium )?domain|domain (?:is )?(?:available )?for (?:sale|purchase)|(?:域名\
        |本域名|该域名)[^。!\n]{0,12}(?:出售|转让|轉讓|联系)|ドメイン[^。\n]{0,12}(?:販売中|売り出し|購入|お譲り)
    \b(?:alan adı\w*|domain)\b[^.!?\n]{0,30}(?:satılık\w*|satın al\w*|süresi dol\w+)\
        |\bдомен\w*[^.!?\n]{0,40}(?:прода\w+|купить|ист[её]к|освобо\w+|зарегистрирован|припаркован)|\b(?:купить\
        |приобрести) (?:этот )?домен|срок регистрации домена
    """,
    DOMAIN=DOMAIN,
    THIS=THIS,
    SALE=SALE,
    RUN_OUT=RUN_OUT,
    SITE=SITE,
    GONE="(?:for sale|for purchase|parked|expired|pending|up for|registered (?:at|with|by|through))",
    IS=(
        "(?:is|has|has been|was|may be|might be|could be)"
        "(?: now| just| currently| still)?(?: listed| available| recently)?"
    ),
    KO_FIRM=KO_FIRM,
)
# What a server or a hosting plan shows that nobody has put a site on yet: the whole title, and a sentence with it.
SERVER = any_of(
    r"""
    welcome to <SERVERS>!?(?: on [\w ]{1,20})?!?
    (?:(?:apache\d?|nginx|http server|<SYSTEMS>) ){1,3}(?:default|test) page(?:: it works)?!?
    (?:(?:apache\d?|nginx|http|server) ){1,3}test page powered by .{1,20}
    test page for the .{0,20}<SERVERS>.{0,40}
    (?:domain )?default (?:web ?)?(?:site )?page
    (?:iis|microsoft internet information services).{0,20}
    it works!?
    """,
    SERVERS="(?:nginx|openresty|apache|iis|lighttpd|caddy|litespeed|tomcat|plesk|cpanel|h2o|http server)",
    SYSTEMS="(?:ubuntu|debian|centos|fedora|rocky linux|almalinux|red hat|freebsd)",
)
PLACEHOLDER = any_of(  # a title that such a page may have, and others too
    r"""
    (?:future home of|welcome to|welcome) <DOMAIN>
    (?:web ?site |site |web )?(?:coming soon|under construction|placeholder)(?: page)?
    <DOMAIN>
    """,
    DOMAIN=DOMAIN,
)
EMPTY = any_of(
    r"""
    ^it works!?$
    \bif you (?:can )?(?:see|read|are (?:seeing|reading)|have reached) this (?:page|message)
    \b(?:default|test|welcome|placeholder|parking) (?:web ?)?(?:site |welcome )?page\b
    \b(?:web ?server|apache|nginx|http server)[^.]{0,60}(?:installed|working|running|operation|powered)
    \b(?:you are|if you(?:'re| are)|are you) the (?:\w+ )?owner of (?:this|the) (?:web ?site|domain|site|account)
    \byou have (?:not )?(?:yet )?(?:put|uploaded|published) (?:any )?(?:content|files|a (?:web)?site)
    \bupload (?:your|the|some)? ?(?:web ?site|files|content|html|index)
    \bhas not (?:yet )?(?:uploaded|published|set up|configured|been (?:set up|configured|published))
    \b(?:hosting|control panel|log ?in to (?:plesk|cpanel))\b
    \b(?:placeholder|under construction|coming soon|isn't connected|not connected)\b
    (?:index|html|홈페이지|웹) ?(?:파일|폴더|문서)[^.]{0,30}(?:업로드|올려|올리)|계정이 생성
    (?:まだ|何も)[^。]{0,20}(?:アップロード|コンテンツ|設定)|ファイルをアップロード
    \bnoch (?:keine|nicht)[^.!\n]{0,30}(?:webseite|website|inhalt|hinterlegt)|aucun (?:site|contenu)\
        |ningún (?:sitio|contenido)
    """
)
TOPIC = any_of(
    r"""
    \b(?:domains?|names?|web ?sites?|sites?|hosting|registr\w+|owner|parked|expired|sale|offer|price|buy|purchase\
        |whois|dns|ip)\b
    \b(?:server|installed|default|upload\w*|renew\w*|account|provider|placeholder|advertis\w+|searches|escrow\
        |transfer)\b
    도메인|호스팅|홈페이지|사이트|업로드|기간|연장|네임서버|판매|가격
    ドメイン|サーバ|ホームページ|アップロード|域名|转让|网站
    \b(?:internetpräsenz|webseite|inhaber|verkauf|domaine|hébergement|site|dominio|venta|oferta)\b
    \b(?:domän\w*|domæn\w*|domene\w*|domein\w*|dominio|domínio|domen\w+|domén\w+|alan adı\w*|satılık\w*|satın\
        |teklif\w*|verkauf\w*|verkäufer\w*|käufer|kauf\w*|angebot\w*|preis\w*|treuhand\w*|transfer\w*|inhaber\w*\
        |vendita|acquist\w+|offerta|prezzo|koop|kopen|bod|prijs|sprzedaż\w*|kup\w*|ofert\w+|cen[ay]|salu|salg\w*\
        |pris|bud|vendre|achet\w+|offre|prix|propriétaire|venta|compr\w+|precio|venda|oferta|preço|prodej\w*\
        |nabídk\w+)\b|домен\w*|прода\w+|купить|цен[аыу]|出售|购买|购|联系|販売|購入|価格
    """
)
