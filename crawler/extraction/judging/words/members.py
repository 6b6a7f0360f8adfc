"""Saying that one must be let in: logging in, joining, paying, knowing a password, having a right."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of
from crawler.extraction.judging.words import more_languages

PLACE = (
    "(?:(?:content|post|page|entry|site|blog|wiki|article|story|board|forum|group|document|workspace|space"
    "|channel|file"
    "|area|repository|project|paper|issue|edition|thread|topic|community|account|profile|video|journal)s?)"
)
LOGIN = (
    "log ind|logind|logg(?:a)? in|logga in|logg inn|logg på|innlogging|inloggning|inloggen|aanmelden|accedi"
    "|accesso|area riservata"
    "|inici[ao]r? (?:de )?sesión|acceso(?: de usuarios)?|ingresar|entrar|iniciar sessão|fa(?:zer|ça) (?:o )?login"
    "|zaloguj(?: się)?"
    "|logowanie|(?:üye |kullanıcı )?giriş(?:i|i yap| yap)?|oturum aç(?:ın)?|вход(?: на сайт| в систему)?"
    "|авторизация|войти|войдите"
    "|přihlášení|přihlásit(?: se)?|prihlásenie|kirjaudu(?: sisään)?|kirjautuminen|bejelentkezés|đăng nhập|masuk"
    "|connexion|se connecter"
    "|connectez-vous|identifiez-vous|s'identifier|authentification|identification|anmelden|einloggen"
    "|login erforderlich|ingelogd"
    "|sign in|(?:用户|會員|会员|账号)?(?:登录|登入)(?:页面)?|请(?:先)?登录|会員ログイン|ログイン(?:が必要です"
    "|ページ|画面)?|вхід|увійти"
)
AT = (
    "(?:bei|auf|til|på|in|op|a|ad|en|na|sur|su|al|no|em|to|w|do|v|к|в|на|mit|hos|för|à|au|bij|konto"
    "|zum? (?=.{0,30}(?:bereich|konto|portal|net\\b|forum|dienst|system|mail|mitglied|kunde|shop)))"
)
WHO = "(?:회원|멤버|가입자|이웃|서로이웃|친구|관리자|구독자|정회원|유료 회원|후원자|작성자|본인)"
TITLE = any_of(
    r"""
    (?:please )?(?:log|sign)[ -]?(?:in|on)(?: (?:to|or|with|page|required|and|below).{0,50})?
    login(?: (?:to|page|required|form|or|-).{0,40})?
    sign[ -]?up|(?:sign up|join|register)(?: (?:to|for|now).{0,40})?
    authentication required
    members? only.{0,20}
    (?:private|protected|members-only|restricted) (?:page|post|content|site|blog|wiki|note|board|area|forum)
    password (?:protected|required)
    permission (?:error|denied|required)
    (?:restricted|no access(?: to this \w+)?)
    (?:enter|opening soon)(?: (?:the )?password)?
    protected: .{1,150}
    you (?:must|need to) (?:be logged|log|sign)(?:ged)? ?in.{0,50}
    you need (?:access|permission).{0,40}
    (?:회원 |통합 |간편 )?로그인(?: ?(?:페이지|하기|필요|안내|이 필요합니다|해 ?주세요|화면|후 이용.{0,20}))?
    (?:회원|멤버) ?(?:전용|로그인)(?: ?(?:게시판|페이지|콘텐츠|글))?
    비밀번호(?:를)? ?(?:입력|확인)(?: ?(?:해 ?주세요|하세요))?
    (?:비공개|보호된?|보호되어 있는|비밀) ?(?:글|포스트|게시물|게시글|블로그|페이지|게시판)(?:입니다| 입니다)?
    (?:접근 |읽기 |열람 )?권한이 (?:없습니다|필요합니다)
    (?:성인|본인) ?(?:확인|인증)(?: 안내)?(?:이 필요.{0,20})?
    로그인 ?[-:|] ?.{1,40}
    ログイン|会員(?:限定|専用)(?:記事|ページ)?|プライベートモード
    登录|登入|登录/注册
    anmelden|einloggen|(?:se )?connecter|connexion|identificarse|iniciar sesión|acceder|entrar|accedi
    (?:<LOGIN>)(?: <AT> .{1,40})?|(?:.{1,20} )?<AT> .{1,20} (?:anmelden|einloggen)|\S{1,15} (?:anmelden|einloggen\
        |inloggen)
    log ?in ?to .{1,40}
    """
    + more_languages.LOGIN_TITLE,
    LOGIN=LOGIN,
    AT=AT,
)
SENTENCE = any_of(
    r"""
    \byou (?:must|need to|have to|are required to|should|are not) (?:be |first )?(?:log(?:ged)?\
        |sign(?:ed)?)[- ]?(?:in|on)\b
    \bplease (?:log|sign)[- ]?in (?:to|or|with|before|below|first)
    \b(?:log|sign)[- ]?(?:in|up) (?:\w+ ){0,4}?to (?:continue|view|read|see|access|download|unlock|your|proceed)
    \b(?:log|sign)[- ]?in (?:with your|is required|before)|\byou(?:'re| are) signed out
    \b(?:register|join|subscribe|create (?:an|a free|your) (?:free )?account|become a \w+) (?:now )?(?:to\
        |and) (?:continue|view|read|see|access|unlock|keep|get access)
    (?:this|the|these) <PLACE> (?:is|are) (?:currently |marked |only )*(?:password[- ]protected|private|restricted\
        |protected|(?:only )?(?:available|visible))\b
    (?:this|the|these) <PLACE> (?:is|are) (?:for members|members[- ]only|limited to|invite[- ]only|open to invited\
        |locked)
    (?:enter|using|use) (?:store using |the |your |a )?password(?: below| to (?:view|continue|access))?$
    enter (?:the|your|a) (?:password|credentials) (?:below|to (?:view|continue|access|proceed))
    to view (?:it|this)[^.]{0,40}enter (?:your|the) password
    members only
    only (?:registered|logged[- ]in|invited|approved|confirmed) (?:users|members|readers|followers)
    (?:requires|require|need) (?:you|users|visitors|everyone) to be (?:registered|logged|signed)
    (?:don't|do not|may not) have (?:the )?(?:sufficient |necessary |enough )?(?:permission|access|privileges\
        |rights?) to (?:(?:view|access|read|see) )?(?:this|that) <PLACE>
    (?:ask|contact) (?:an?|the|your) (?:\w+ )?(?:owner|admin\w*) for (?:permission|access)
    ^(?:you )?(?:need|request) (?:permission|access)\b
    requires? (?:you to )?(?:authentication|a login|an account|log(?:ging)? ?in)
    session (?:has )?(?:expired|timed out)
    hasn't shared (?:it|this)|isn't shared with you
    로그인이 (?:필요|되어 있지)
    로그인(?:을)? ?(?:하셔야|하여야|해야|하신) ?(?:후|만|이용|볼|합|열|접)
    로그인 ?(?:후|하신 후) ?(?:에 )?(?:이용|열람|확인|보실|사용|다시|본인|성인)
    로그인 ?(?:하시기|해 주시기|하여 주시기) 바랍
    로그인(?:을)? ?(?:해|하여) ?주(?:세요|십시오|시기)
    <WHO>(?:에게|만|들만|들에게만|에게만)? ?(?:전용|만)? ?(?:이상(?:만|이어야)? )?(?:공개|열람|읽|볼 수|이용|접근\
        |보실)
    (?:등급|권한)[^.]{0,20}이상(?:이어야|만|부터|인)
    가입(?:하셔야|해야|하여야|하신|한) ?(?:만|후|하면|볼|이용|읽|회원)
    (?:나만 보기|(?<!거나 )비공개|비밀글)(?:로|으로)? ?(?:설정|전환|처리)
    (?:비공개|보호|비밀) ?(?:로 설정된|된|되어 있는|설정된)? ?(?:글|포스트|게시물|게시글|블로그|페이지)(?:입니다\
        | 입니다|이에요)
    보호되어 있는
    (?:읽을|읽기|열람|접근|조회|보기|글을 읽을|볼) ?(?:수 있는 )?권한이 (?:없|필요|있)
    비밀번호(?:를)? ?(?:입력|넣어|필요)
    권한이 없습니다
    (?:성인|본인|연령) ?(?:인증|확인)[^.]{0,12}필요
    (?:ログイン|会員登録|会員|購読)[^。]{0,20}(?:必要|ください|限定|のみ)|(?:非公開|限定公開)に(?:設定|なって)
    (?:请|需要?|必须)(?:先)?(?:登录|登入|注册)|登录后(?:才能|可)?(?:查看|继续|阅读)
    \b(?:anmelden|einloggen|registrieren), um|\bbitte (?:melden sie sich an|loggen)\
        |\bmüssen[^.!\n]{0,30}(?:angemeldet|anmelden|einloggen)
    \b(?:vous devez|veuillez|il faut)[^.!\n]{0,30}(?:connect|identifi|inscri)
    \b(?:debes?|debe|necesitas?|tiene que)\b[^.!\n]{0,30}(?:registrarse|iniciar sesión|identificar|acceder)
    \blog(?:ge)? ind for at|\bdu skal (?:\w+ )?(?:være (?:\w+ )?logget|logge) ind\
        |\bdu må (?:\w+ )?(?:være (?:logget|pålogget|innlogget)|logge)\b|\blogg (?:deg )?(?:inn|på) for å\
        |\bdu måste (?:\w+ )?(?:vara inloggad|logga in)|\blogga in för att|\b(?:kun|bare|endast) (?:for|för\
        |tilgængelig for|tilgjengelig for) (?:\w+ )?(?:medlemm?er|medlemmar|abonnenter|prenumeranter|innloggede\
        |inloggade)|kræver (?:login|medlemskab)|krever (?:innlogging|medlemskap)|kräver (?:inloggning|medlemskap)
    \b(?:je|u) (?:moet|dient)[^.!?\n]{0,30}(?:ingelogd|inloggen|aangemeld)|\blog in om|alleen (?:zichtbaar \
        |toegankelijk )?voor (?:leden|abonnees|geregistreerde|ingelogde)
    \b(?:devi|è necessario|occorre|bisogna|effettua|esegui)\b[^.!?\n]{0,30}(?:acced\w+|accesso|login|registr\w+\
        |autentic\w+)|\baccedi per|riservat\w+ (?:a|ai|agli|alle) (?:\w+ )?(?:utenti|iscritti|abbonati|soci)
    \b(?:precisa|deve|é necessário|necessário|tem de|tem que)\b[^.!?\n]{0,30}(?:logad\w|login|autentic\w+|entrar\
        |sessão)|\b(?:faça (?:o )?login|entre|inicie sessão)\b[^.!?\n]{0,12} (?:para|com)|exclusiv\w+ (?:para\
        |de) (?:assinantes|membros|sócios)|\b(?:inicia|inicie|iniciar) sesión (?:para|con)\
        |necesit\w+ (?:una cuenta|iniciar)|(?:sólo|solo) (?:para )?(?:usuarios registrados|suscriptores|socios)
    \b(?:musisz|należy|trzeba|wymaga\w*|konieczne)\b[^.!?\n]{0,40}(?:zalogow\w+|logowani\w+|rejestrac\w+)\
        |\bzaloguj się,? (?:aby|żeby|by)\b|(?:tylko|wyłącznie) dla (?:zalogowanych|zarejestrowanych|członków\
        |abonentów)
    \b(?:görmek|görebilmek|görüntülemek|görüntüleyebilmek|devam etmek|okumak|erişmek\
        |erişebilmek)\b[^.!?\n]{0,40}(?:giriş|oturum|üye)|\b(?:giriş yap|oturum aç|üye ol|kayıt ol)ma\w+\
        |(?:yalnızca|sadece) (?:kayıtlı )?(?:üyeler|kullanıcılar|aboneler)
    (?:необходимо|нужно|требуется|должны|надо)[^.!?\n]{0,40}(?:войти|авториз|регистр|вход)|(?:войдите\
        |авторизуйтесь|зарегистрируйтесь)[^.!?\n]{0,30},? (?:чтобы|для)|(?:только\
        |доступ\w*) (?:для )?(?:зарегистрированн|авторизованн|подписчик|участник)\w+|(?:увійдіть|необхідно увійти)
    \b(?:musíte|nutné|třeba|potřeba)\b[^.!?\n]{0,40}přihl\w+|\bpřihlaste se|pouze pro (?:přihlášené|členy\
        |registrované)|\b(?:phải|cần|vui lòng|hãy)\b[^.!?\n]{0,24}đăng nhập|\bkirjaudu (?:sisään )?(?:nähd\w+\
        |jatka\w+|lukea\w+)|\bsinun (?:on|täytyy|pitää) kirjau\w+|\bbe kell jelentkez\w+|\bjelentkezz(?:en|él)? be\
        |\b(?:harus|silakan|perlu)\b[^.!?\n]{0,24}(?:masuk|login)
    \bconnectez-vous (?:pour|à|avec)|\bidentifiez-vous|réservée? aux (?:membres|abonnés|inscrits)\
        |\bmelden sie sich (?:bitte )?an\b|\bnur (?:für )?(?:angemeldete|registrierte|eingeloggte)\
        |\banmeldung erforderlich|\b(?:um|aby|per|pour|para|чтобы)\b[^.!?\n]{0,60}(?:einzuloggen|anzumelden\
        |zalogować się)
    会員(?:限定|専用|のみ)|ログインして(?:ください|続行)|(?:仅|僅)(?:限)?(?:会员|會員|登录|注册\
        |好友)[^。\n]{0,10}(?:可见|可見|查看|访问)|(?:登录|登入)后?(?:即可|继续|查看|阅读)
    """
    + more_languages.LOGIN,
    PLACE=PLACE,
    WHO=WHO,
)
PUSHING = any_of(  # what any form's button may say
    r"""
    ok(?:ay)?|submit|go|continue|next|enter|confirm|send|save|close|cancel|search|yes|no|open|view|show|unlock
    확인|취소|검색|전송|보내기|등록|입력|완료|닫기|送信|確認|決定|次へ|検索|確定|确定|确认|提交|搜索|下一步|進入|进入
    weiter|senden|absenden|suchen|bestätigen|abbrechen|continuer|envoyer|valider|suivant|rechercher|annuler|aceptar\
        |continuar|enviar|siguiente|buscar|confirmar|continua|invia|conferma|avanti|cerca|verder|verzenden\
        |bevestigen|zoeken
    dalej|wyślij|szukaj|potwierdź|далее|продолжить|отправить|найти|подтвердить|надіслати|fortsätt|fortsæt|fortsett\
        |skicka|send inn|sök|søg|søk|devam|gönder|ara|onayla|pokračovat|odeslat|hledat|jatka|lähetä|tovább|küldés\
        |tiếp tục|gửi|lanjut|kirim|cari|συνέχεια|αποστολή|continuă|trimite|nastavi|pošalji
    """
)
# A publisher's wall: whose the article is, what one must do to read on, and how to become one of them.
RESERVED = any_of(
    r"""
    \b(?:this|the) <PLACE> (?:is|are|remains) (?:\w+ ){0,3}?(?:for|to|reserved for|exclusive to\
        |available to) (?:\w+ )?\
        (?:paid |paying |premium )?(?:subscribers|members|patrons|supporters|registered)
    ^(?:members?|subscribers?|premium)[- ](?:only|exclusive)(?: (?:story|post|article|content))?$
    (?:유료|프리미엄|구독|정기 ?구독)[^.!\n]{0,12}(?:회원|독자|구독자|멤버)[^.!\n]{0,12}(?:전용|만|에게만)
    (?:この|続きを|全文)[^。]{0,12}(?:会員|有料|購読者)?(?:限定|読むには)
    \b(?:nur|exklusiv) für (?:\w+ )?(?:abonnent|mitglieder|leser)
    \b(?:réservée?s?|exclusi\w+) (?:aux|à nos) (?:abonnés|membres)
    \b(?:solo|sólo|exclusiv\w+) para (?:suscriptores|socios|miembros|assinantes)
    """,
    PLACE=PLACE,
)
JOINING = any_of(
    r"""
    \b(?:subscribe|register|sign up|log in|create (?:an|a free|your) (?:free )?account|become a \w+|join)\b\
        [^.!?\n]{0,30}\bto (?:continue|unlock|keep reading\
        |(?:read|see|view|access|get access to) (?:the|this|our|full|more)\b)
    \bto (?:read|continue reading|unlock|see) (?:the )?(?:full|rest of|whole|entire|more of)
    \b(?:unlock|continue reading|keep reading|read the full) (?:this|the|your) <PLACE>
    (?:구독|가입|결제|로그인)(?:하시면|하면|하고|해야)[^.!\n]{0,12}(?:전체|전문|계속|나머지|끝까지)
    \b(?:weiterlesen|lesen) mit
    """,
    PLACE=PLACE,
)
INVITING = any_of(
    r"""
    \balready (?:have an account|(?:a |an )?(?:\w+ )?(?:subscriber|member|subscribed|registered|customer))
    \b(?:subscription options|unlimited access|free trial|per (?:month|week|year)|a (?:week|month)\b|start (?:a\
        |your) subscription|sign up with|paid subscriber)
    \b(?:create|open) (?:an|a free|your) (?:free )?account|\bfree account\b|\bcontinue in app\b
    구독하(?:기|시면)|구독 ?(?:신청|하고|상품)|로그인|회원 ?가입|결제|이용권
    ログイン|会員登録|新規登録
    \babo\b|jetzt (?:testen|abonnieren)|abonné|s'abonner|suscr[ií]b|suscripción
    """
)
TOPIC = any_of(
    r"""
    \b(?:log(?:ged)?[ -]?(?:in|on)|sign(?:ed)?[ -]?(?:in|up|out|on)|login|accounts?|passwords?|e-?mail|user ?name\
        |credentials|register\w*)\b
    \b(?:members?|subscri\w+|permission|access|private|protected|restricted|privileges|approved|followers?\
        |invite\w*|join|forgot\w*|remember me)\b
    \b(?:continue|google|facebook|apple|terms|unlock|owner|welcome|or|password:|phone|opening soon|launch)\b
    로그인|회원|비밀번호|아이디|가입|권한|등급|멤버|공개|비밀글|구독|계정|인증|성인|이웃|자동입력|임직원
    ログイン|会員|登録|非公開|パスワード|登录|注册|密码|手机
    \b(?:anmeld\w+|abo\w*|passwort|konto|connect\w+|abonné\w*|inscri\w+|suscri\w+|sesión|registr\w+|contraseña)\b
    \b(?:adgangskode\w*|kodeord\w*|passord\w*|lösenord\w*|wachtwoord\w*|senha\w*|contraseña\w*|hasł\w+|şifre\w*\
        |parola\w*|hesl\w+|salasana\w*|jelszó\w*|mật khẩu|kata sandi|mot de passe|passwor[td]\w*)\b|парол\w+
    \b(?:bruger\w*|bruker\w*|användar\w*|gebruiker\w*|utent\w+|usuári\w+|usuari\w+|użytkownik\w*|kullanıcı\w*\
        |uživatel\w*|utilisateur\w*|identifiants?|benutzer\w*|nutzername|käyttäjä\w*|felhasználó\w*|tài khoản)\b\
        |пользовател\w+|логин\w*|аккаунт\w*|профил\w+
    \b(?:log(?:ge)?[- ]?ind\w*|logg(?:e|a|et)?[- ]?(?:inn?|på)\w*|inlogg\w*|aanmeld\w*|acced\w+|accesso|iscri\w+\
        |login|logad\w|entrar|cadastr\w+|sesión|sessão|zalog\w+|logowani\w+|rejestr\w+|giriş\w*|oturum\w*|üye\w*\
        |kayıt\w*|přihl\w+|registr\w+|kirjau\w+|rekister\w+|bejelentkez\w*|đăng (?:nhập|ký)|masuk|daftar\
        |einzuloggen|angemeldet|cookies)\b|вход\w*|войти|войдите|авториз\w+|регистрац\w+
    \b(?:husk mig|husk meg|kom ihåg|onthou\w*|ricorda\w*|lembr\w+|zapamiętaj\w*|hatırla\w*|zapamat\w+|recuérd\w+\
        |recordar|se souvenir|angemeldet bleiben|glemt|glömt|vergeten|dimenticat\w*|esquec\w+|olvid\w+|oubli\w+\
        |unut\w+|zapomn\w+|vergessen|opret\w*|medlem\w*|leden|konto\w*|hesap\w*|soci\w*|abbonat\w+|assinant\w+\
        |abonent\w*)\b|запомнить|забыли
    """
    + more_languages.LOGIN_TOPIC
)
