"""Asking whether the reader is a machine."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of

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
    """
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
    javascript is (?:required|disabled|needed)
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
    """,
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
    """
)
