"""Asking whether the reader is a machine."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of
from crawler.extraction.judging.words import more_languages

MACHINE = "(?:ro)?bots?|machine|script|crawler|automated \\w+"
TITLE = any_of(
    r"""
    just a moment
    one moment,? please
    attention required
    access to this page has been denied
    please wait(?: for verification)?
    pardon our interruption
    (?:are you |i'm not |i am not )?a? ?(?:robot|human|bot)(?: check| verification| or human| or not)?
    (?:robot|security|bot|browser|human|site) (?:check|verification|challenge|validation)
    (?:security|verification|vercel security) checkpoint
    verify(?:ing)? (?:that )?you(?:'re| are) (?:a )?human
    (?:checking|verifying)(?: (?:that )?(?:you(?:'re| are)?|your)(?: \w+){1,4})?(?: before accessing.{0,60})?
    verification(?: required| needed)?
    one more step
    ddos-guard
    client challenge
    making sure you(?:'re| are) not a bot
    captcha
    please verify
    (?:human|identity|security) verification
    unusual (?:traffic|activity).{0,30}
    (?:before we continue|hold on|you are being redirected)
    (?:자동 ?(?:등록|입력|가입) ?방지|보안 ?문자|로봇|캡[차챠]|매크로)(?: ?(?:확인|입력|인증|문자|방지|페이지\
        |문자 입력))*
    (?:로봇이|봇이) 아닙니다
    사람인지 확인(?:합니다|하는 중)?
    보안 (?:접속 )?(?:확인|인증|검사)(?: 중)?(?:입니다)?
    비정상적인? (?:접근|트래픽)(?:입니다| 감지| 안내)?
    잠시만 기다(?:리|려).{0,8}
    しばらくお待ちください|認証|セキュリティ(?:チェック|確認)|私はロボットではありません
    安全验证|人机验证|请稍候|验证码?|安全驗證
    nur einen moment|einen moment,? bitte|sicherheits(?:prüfung|überprüfung|abfrage)
    un instant|vérification(?: de sécurité)?|un momento|verificación(?: de seguridad)?
    (?:.{1,8})?(?:安全验证|安全驗證|人机验证|验证码|身份验证)|(?:请)?(?:完成|进行)?(?:安全|滑块|滑动|人机)验证\
        |访问验证
    (?:bitte )?(?:bestätigen|beweisen|verifizieren) sie,? dass sie (?:kein (?:ro)?bot(?:er)?|ein mensch) sind\
        |sicherheits(?:check|kontrolle|prüfung)|(?:bist du|sind sie) (?:ein )?(?:mensch|roboter).{0,20}\
        |(?:ich bin )?kein roboter
    (?:confirma|confirme|verifica|verifique|demuestra|comprueb\w+)(?:mos)? que (?:no eres|no es|eres|es|você não é\
        |é) (?:un |um )?(?:robot|robô|human[oa])|(?:verificación|comprobación|verificação|verifica) (?:de \
        |di )?(?:seguridad|segurança|sicurezza|humana)|¿?eres (?:un )?(?:robot|humano)|no soy un robot\
        |não sou um robô|non sono un robot|verifica che sei umano
    (?:confirmez|vérifi\w+|prouvez) que vous (?:êtes (?:bien )?(?:un )?humain|n'êtes pas un robot)|(?:contrôle\
        |vérification) de sécurité|je ne suis pas un robot
    (?:güvenlik |robot )(?:doğrulama\w*|kontrol\w*)|robot olmadığınızı doğrulayın|ben robot değilim\
        |(?:insan olduğunuzu|robot olmadığınızı) .{4,20}|подтвердите, что (?:вы|запросы).{0,60}|(?:проверка\
        |вы не робот|проверка безопасности|я не робот|проверка браузера|ой)|potwierdź, że (?:nie jesteś robotem\
        |jesteś człowiekiem)|nie jestem robotem|weryfikacja(?: .{0,30})?|(?:kontrola\
        |sprawdzanie) (?:bezpieczeństwa|przeglądarki)
    (?:bevestig|controleer|bewijs) dat (?:je|u) (?:geen robot|een mens) (?:bent|is)|beveiligings(?:controle\
        |verificatie)|(?:bekräfta|bekræft|bekreft) at?t? du .{4,30}|säkerhetskontroll|sikkerhed(?:s)?kontroll?\
        |ověř\w* .{0,20}(?:nejste robot|jste člověk)|bezpečnostní kontrola|xác (?:minh|nhận) (?:bạn |rằng ).{4,30}\
        |kiểm tra bảo mật|ロボットではないことを.{0,16}|(?:アクセス|画像)?認証|セキュリティ認証
    """
    + more_languages.MACHINE_TITLE
)
SENTENCE = any_of(
    r"""
    enable (?:javascript and cookies|cookies and javascript|js) (?:to continue)
    enable (?:javascript and cookies|cookies and javascript|js) (?:and (?:cookies|disable any ad blocker))
    \b(?:verify(?:ing)?|verified|confirm(?:ing)?|prove|make sure|making sure|ensure|check(?:ing)?|tell|know\
        |determine|validate)\b[^.!?\n]{0,30}\b(?:you|actually|dealing|really)\b[^.!?\n]{0,30}\b(?:human|person\
        |<MACHINE>)\b
    \b(?:you(?:'re| are)|if you(?:'re| are)) (?:a |not a |really a )?(?:human|robot|bot|real person)\b
    request is being (?:verified|checked)
    \b(?:complete|solve|finish|pass) (?:the|this|a|following) (?:\w+ ){0,2}?(?:check|captcha|challenge|puzzle\
        |verification|test)\b
    press (?:&|and) hold
    \bi(?:'| a)m not a robot
    unusual (?:traffic|activity) (?:from|has been|coming|in)
    (?:browser|connection|request)s? (?:is|are|has|was|needs?)(?: to be)? (?:being )?(?:verif|check|solv|validat)\w+
    needs to review the security of your connection
    checking (?:if the site connection is secure|your browser)
    incapsula incident id
    automated (?:access|requests|queries|tools|traffic)\b(?![^.]{0,40}(?:not |prohib|block|forbid|disallow))
    \bnot an? (?:<MACHINE>)\b
    made us think (?:that )?you|super-?human speed
    (?:type|enter) the (?:characters|letters|numbers|text|digits) (?:you )?(?:see|shown|below|in)
    slide (?:right |to |the )
    please enable (?:javascript|js) (?:to view the page content|and disable)
    this process is automatic\. your browser will redirect
    (?:powered and )?protected by (?:anubis|akamai|cloudflare|datadome|imperva|kasada|human)|protects? (?:the\
        |this) (?:server|site|service) (?:against|from) (?:\w+ ){0,8}?(?:scrap|bot|crawl)
    \b(?:aggressive|large[- ]scale|ai) (?:\w+ )?(?:crawlers|scrapers|scraping|bots)\b
    ddos protection by
    click the button below to continue
    로봇이 아닙니다
    (?:자동 ?(?:등록|입력|가입) ?방지|보안 ?문자|매크로)[^.]{0,30}(?:입력|맞|확인)
    사람(?:인지|임을) (?:확인|인증)|로봇이 아니(?:라|라는|고|신)
    (?:자동화된|비정상적인) (?:접근|요청|트래픽|프로그램|접속|활동)(?![^.]{0,40}(?:차단|제한|거부))
    봇이 아닌지|정상적인 (?:사용자|접속)(?:임|인지)
    (?:아래|그림|이미지|영수증)[^.]{0,20}(?:문자|숫자|글자)[^.]{0,12}입력
    브라우저를 (?:확인|검사)(?:하고|하는|중)|연결 보안을 검토
    ロボットでは(?:ない|ありません)|人間(?:である|か)|画像[^。]{0,20}文字[^。]{0,12}入力|接続のセキュリティ
    (?:请|需)[^。\n]{0,10}(?:完成|进行)[^。\n]{0,10}验证|拖动(?:下方)?滑块|人机验证
    \b(?:kein roboter|nicht von einem robot|ein mensch sind|keine maschine|sicherheit ihrer verbindung)\b\
        |ungewöhnlichen datenverkehr
    \b(?:pas un robot|êtes (?:bien )?humain|trafic inhabituel)\b
    \b(?:no eres un robot|eres humano|no es un robot|tráfico inusual|não é um robô)\b
    \b(?:bestätigen|beweisen|verifizieren|prüfen|sicherstellen)\b[^.!?\n]{0,40}(?:roboter|mensch\b|bot\b)\
        |\bsicherheitsüberprüfung|(?:lösen|vervollständigen|absolvieren)[^.!?\n]{0,30}(?:captcha|rätsel|prüfung\
        |puzzle)|\bungewöhnliche[nr]? (?:datenverkehr|aktivität|zugriffe|anfragen)|automatisierte (?:anfragen\
        |zugriffe)
    \b(?:confirm\w+|verific\w+|verifiqu\w+|demuestr\w+|comprob\w+|asegur\w+)\b[^.!?\n]{0,40}(?:robots?\b|robô\
        |human[oa]|una persona)|(?:complet\w+|resuelv\w+|resolv\w+)[^.!?\n]{0,40}(?:captcha|verificación\
        |verificação|comprobación|desaf[ií]o|rompecabezas|quebra-cabeça)|(?:actividad|tráfico|atividade\
        |tráfego) (?:inusual|sospechos\w|incomum|suspeit\w|anormal)|no soy un robot|não sou um robô
    \b(?:confirm\w+|vérifi\w+|prouv\w+|assur\w+)\b[^.!?\n]{0,40}(?:robots?\b|humain|une personne)|(?:résol\w+\
        |complét\w+|cochez|glissez)[^.!?\n]{0,40}(?:captcha|puzzle|énigme|vérification|case|curseur)|(?:activité\
        |trafic) (?:inhabituel\w*|suspect\w*|automatisé)|je ne suis pas un robot|\b(?:verific\w+|conferm\w+\
        |dimostr\w+)\b[^.!?\n]{0,40}(?:robot\b|uman[oa])|(?:complet\w+|risolv\w+)[^.!?\n]{0,40}(?:captcha|verifica\
        |puzzle)|(?:attività|traffico) (?:insolit\w|sospett\w|anomal\w)|non sono un robot
    robot olmad\w+|insan olduğunu\w*|güvenlik doğrulama\w*|(?:olağan ?dışı|şüpheli|alışılmadık) (?:trafik|etkinlik\
        |hareket|aktivite)\w*|(?:doğrulama\w*|captcha\w*)[^.!?\n]{0,30}(?:tamamla\w+|çöz\w+|gir\w+)
    (?:не робот|не роботом|вы человек|автоматическ\w+ запрос\w*|похожи на автоматическ\w+\
        |подозрительн\w+ (?:активност|трафик)\w*|необычн\w+ (?:активност|трафик)\w*|введите (?:символы|код\
        |текст) с (?:картинки|изображения)|пройдите проверку|провер(?:ить|яем|ка) (?:ваш )?браузер\w*|разгадайте\
        |отметьте)
    \b(?:potwierdź|zweryfikuj|sprawdzamy|upewnij|udowodnij)\w*\b[^.!?\n]{0,40}(?:robot\w*|człowiek\w*)\
        |nie jesteś robotem|nie jestem robotem|(?:nietypow|podejrzan)\w+ (?:ruch|aktywność)|(?:rozwiąż|przepisz\
        |uzupełnij)[^.!?\n]{0,40}(?:captcha|zagadk|kod|znaki|weryfikacj)
    \b(?:bevestig|controle\w+|verifieer)\w*\b[^.!?\n]{0,40}(?:robot|mens)\b|(?:ongebruikelijk\
        |verdacht)\w* (?:verkeer|activiteit)|(?:bekräfta|bekræft|bekreft|verifiera\
        |verificer)\w*\b[^.!?\n]{0,40}(?:robot|människa|menneske)|ovanlig (?:trafik|aktivitet)|(?:usædvanlig\
        |uvanlig) (?:trafikk?|aktivitet)|(?:nejste|nejsem) robot|ověř\w*[^.!?\n]{0,40}(?:robot|člověk)\
        |(?:không phải|phải) (?:là )?(?:robot|người máy|con người)|xác minh (?:bạn|rằng)
    (?:请|請|需)[^。\n]{0,16}(?:验证|驗證|滑块|拼图|拼圖)|(?:拖动|滑动|点击|按住)[^。\n]{0,12}(?:滑块|拼图|完成\
        |验证)|(?:访问|网络|操作)[^。\n]{0,8}(?:异常|異常)[^。\n]{0,16}(?:验证|驗證)?|网络不给力\
        |ロボット[^。\n]{0,10}(?:ない|ありません)|(?:不審|通常と異なる|異常)な?(?:アクセス|トラフィック|通信)\
        |チェックボックス[^。\n]{0,10}(?:オン|チェック|クリック)
    """
    + more_languages.MACHINE,
    MACHINE=MACHINE,
)
TOPIC = any_of(
    r"""
    \b(?:human|person|robots?|bots?|browser|javascript|js|cookies?|verif\w+|check\w*|secur\w+|captcha|challenge\
        |traffic|requests?|connection)\b
    \b(?:puzzle|crawlers?|scrap\w+|loading|redirect\w*|seconds?|reload\w*|wait\w*|hold|continu\w+|protect\w*\
        |unusual|cloudflare|ray)\b
    로봇|사람|문자|숫자|입력|브라우저|트래픽|접근|접속|보안|자동|이동
    ロボット|人間|文字|入力|確認|認証|验证|滑块|拼图|安全
    \b(?:robo\w*|mensch|humain|humano|sicherheit\w*|sécurité|segundos|sekunden|secondes|verbindung)\b
    \b(?:robot\w*|verific\w+|vérific\w+|verifik\w+|weryfikac\w+|bestätig\w*|prüf\w+|überprüf\w*|anfragen?\
        |datenverkehr|netzwerk\w*|seguridad|segurança|sicurezza|tráfico|tráfego|traffico|trafic|conexión|conexão\
        |connexion|connessione|navegador|navigateur|captcha\w*|casilla|case|humano?s?|automát\w+|automatis\w+\
        |automatizad\w+|requêtes?|solicitud\w*|peticion\w*)\b
    \b(?:güvenlik|doğrula\w*|tarayıcı\w*|bağlantı\w*|trafik\w*|istek\w*|przeglądark\w+|bezpieczeńst\w+|ruch\w*\
        |połączeni\w+|żąda\w+|beveilig\w+|verkeer|verbinding|verzoek\w*|säkerhet\w*|sikkerhed\w*|sikkerhet\w*\
        |prohlížeč\w*|připojení|bảo mật|trình duyệt|xác minh)\b|робот\w*|запрос\w*|проверк\w*|автоматич\w+\
        |браузер\w*|устройств\w+|символ\w*|картинк\w+|капч\w+|网络|滑动|拖动|验证|反馈|首页|异常|ロボット|チェック\
        |アクセス|続行
    """
)
