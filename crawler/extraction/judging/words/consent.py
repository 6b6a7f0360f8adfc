"""Asking the reader to accept cookies or advertising before the page is shown."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of

TITLE = any_of(
    r"""
    before you continue(?: to .{1,60})?
    (?:we (?:value|respect|care about) )?your (?:data )?privacy(?: (?:choices?|settings?|matters|preferences\
        |options)| is important.{0,20})?
    (?:cookies?|privacy|data|tracking)(?: (?:and|&) \w+)? (?:consent|settings?|preferences|notice|choices?|gate\
        |wall|policy consent|options)(?: .{1,30})?
    (?:manage |your |about |accept |we use )?(?:cookies?|consent)(?: (?:required|needed|and privacy|on .{1,40}\
        |to continue.{0,20}))?
    .{1,40} (?:is part of|ist teil|fait partie|forma parte|fa parte|maakt deel uit|jest częścią|faz parte) .{1,60}
    (?:continue|read|subscribe|accept)(?: reading| on)? (?:with (?:ads|advertising|cookies)|without ads\
        |or subscribe).{0,60}
    bevor (?:sie|du|es) .{0,60}(?:weiter|fortfahren|fortfährst|geht).{0,40}|(?:ihre|deine) (?:privatsphäre\
        |datenschutz)[\w-]*(?: .{1,40})?|(?:datenschutz|cookie|privatsphäre)[\w-]*(?:einstellungen|hinweise?\
        |einwilligung)
    (?:einwilligung|zustimmung)(?: .{1,60})?|wir (?:respektieren|schätzen) ihre privatsphäre\
        |weiterlesen mit werbung.{0,60}|.{0,40}(?:mit|ohne) werbung(?: und .{1,30})?(?: lesen| weiterlesen\
        | nutzen)?(?: oder .{1,40})?
    avant (?:de|d')[ ]?(?:continuer|poursuivre|accéder).{0,60}|(?:nous respectons )?votre (?:vie privée\
        |confidentialité)(?: .{1,40})?|(?:gestion|paramètres|consentement)(?: des| de| aux)? (?:cookies?\
        |confidentialité|consentement)|(?:vos choix|le respect de votre vie privée).{0,60}
    antes de (?:continuar|acceder|seguir).{0,60}|(?:tu|su|a sua|valoramos (?:tu|su)) privaci(?:dad|dade).{0,40}\
        |(?:configuración|política|aviso|uso) de cookies|a sua privacidade.{0,40}|consentimiento.{0,40}
    prima di (?:continuare|proseguire|accedere).{0,60}|(?:la tua|il rispetto della tua) privacy.{0,60}|(?:consenso\
        |informativa|impostazioni)(?: .{1,40})?|(?:leggi|continua) (?:gratis|senza|con|accettando).{0,60}
    voordat (?:je|u) .{0,60}|(?:jouw|je|uw) (?:privacy|cookie)[\w-]*(?: .{1,40})?|(?:cookie\
        |privacy)[ -]?(?:instellingen|voorkeuren|toestemming)|wij (?:respecteren|waarderen) .{0,30}privacy
    zanim (?:przejdziesz|przejdziecie|zaczniesz|przejdziemy).{0,60}|(?:twoja|szanujemy twoją|dbamy o twoją\
        |cenimy) prywatność.{0,40}|ustawienia (?:prywatności|plików cookies?)
    innan du fortsätter.{0,60}|før du fortsætter.{0,60}|før du fortsetter.{0,60}|(?:din|dit|vi (?:värdesätter\
        |respekterer|værner om) din[e]?) (?:integritet|privatliv|personvern|data).{0,40}
    než budete pokračovat.{0,60}|(?:vaše|vážíme si vašeho) soukromí.{0,40}|прежде чем (?:перейти\
        |продолжить).{0,60}|devam etmeden önce.{0,60}|gizliliğin.{0,40}|ennen kuin jatkat.{0,60}\
        |mielőtt (?:továbblép|folytat).{0,60}
    (?:.{1,40})?(?:にアクセスする前に|に進む前に|続行する前に)|(?:プライバシー|cookie)(?:設定|の設定\
        |に関する.{1,20})|(?:.{1,40})?(?:계속하기|이동하기|시작하기) 전에|(?:개인정보|쿠키)(?: ?(?:보호|설정|동의\
        |수집))+(?: ?안내)?|(?:继续之前|在继续|繼續前往|前往).{0,40}(?:之前)?|(?:隐私|隱私|cookie)(?:设置|設定\
        |偏好|同意)
    samtyc?ke?.{0,20}|datenschutz|privacy|consenso|toestemming|zgoda.{0,30}|souhlas.{0,30}
    """
)
SENTENCE = any_of(
    r"""
    \b(?:we|us|our|partners?|vendors?|sites?|companies|which)\b[^.!?\n]{0,80}\b(?:us(?:e|es|ing)|stor(?:e|es|ing)\
        |process|place|set|collect)\b[^.!?\n]{0,80}\b(?:cookies?|personal data|devices?|similar technolog|tracking)
    \bstor(?:e|age) (?:and/or|and|or) (?:gain )?access(?:ing)?(?: to)? information|^we use cookies\
        |\bour (?:\d[\d,. ]* )?(?:partners|vendors)\b
    \bif you (?:choose|click|select|agree|accept|do not|don't)\b[^.!?\n]{0,80}(?:cookies?|data|consent|purposes\
        |accept|advertis)
    \b(?:accept|consent to|agree to|allow|reject)\b[^.!?\n]{0,60}(?:cookies|tracking|personali[sz]ed (?:ads\
        |advertising)|processing of|use of your)
    \b(?:subscribe|pay|subscription)\b[^.!?\n]{0,60}(?:without (?:ads|advertising|tracking)|ad[- ]free)\
        |\bwith (?:ads|advertising) and (?:tracking|cookies)
    \b(?:wir|unsere|uns|partnern?)\b[^.!?\n]{0,90}(?:verwenden|nutzen|setzen|speichern|verarbeiten\
        |einsatz)[^.!?\n]{0,90}|(?:verwenden|nutzen|setzen) wir[^.!?\n]{0,60}(?:cookies?|daten|technologien)\
        |(?:mit|ohne) (?:werbung|werbetracking)|\bpur-abo|alle (?:akzeptieren|annehmen|ablehnen)|\beinwillig\
        |(?:cookies|datenverarbeitung)[^.!?\n]{0,40}zustimm
    \b(?:nous|nos|partenaires)\b[^.!?\n]{0,90}(?:utilis\w+|stock\w+|trait\w+|dépos\w+)[^.!?\n]{0,80}(?:cookies?\
        |traceurs|données|informations|technologies)|\b(?:accept|refus|consent|continu)\w*[^.!?\n]{0,60}(?:cookies\
        |traceurs|publicité|sans accepter)|votre consentement
    \b(?:utilizamos|usamos|utilizan|nuestros socios|nosotros|nós|nossos parceiros\
        |socios)\b[^.!?\n]{0,90}(?:cookies|datos|dados|información|informações|tecnologías)|\b(?:acept|rechaz\
        |consent|aceit|rejeit)\w*[^.!?\n]{0,60}(?:cookies|publicidad|publicidade|consent|suscr)
    \b(?:utilizziamo|usiamo|noi|nostri partner|partner|terze parti)\b[^.!?\n]{0,90}(?:cookie|dati|informazioni\
        |tecnologie)|\b(?:accett|rifiut|consens|acconsent)\w*[^.!?\n]{0,60}(?:cookie|pubblicità|profilazione\
        |tracci|abbon)
    \b(?:wij|we|onze|partners)\b[^.!?\n]{0,90}(?:gebruik\w*|plaats\w*|verwerk\w*|sla\w*)[^.!?\n]{0,80}(?:cookies?\
        |gegevens|technieken|technologie)|gebruiken (?:wij|we)[^.!?\n]{0,60}cookies|toestemming\
        |\bcookies (?:accepteren|weigeren)
    \b(?:my|nasi|my i nasi|partnerzy|używamy|wykorzystujemy|przechowujemy)\b[^.!?\n]{0,90}(?:cookies?|dan(?:e|ych)\
        |informacj\w+|technologi\w+)|wyraż\w+ zgod|(?:zaakceptuj|zgod[ęay])\b[^.!?\n]{0,60}
    \b(?:vi|våra|vores|våre|partner\w*)\b[^.!?\n]{0,90}(?:använd\w*|bruge?r|anvender\
        |lagra?r)[^.!?\n]{0,80}(?:cookies?|kakor|data|informasjon\w*|uppgifter|oplysninger|informasjonskapsler\
        |teknologi\w*)|\bsamtyc?k\w+
    \b(?:my|naši|partneři|používáme)\b[^.!?\n]{0,90}(?:cookies?|údaj\w+|informac\w+)|\bsouhlas\w*\
        |используе[мт][^.!?\n]{0,60}(?:cookie|куки|данны)|(?:соглас\w+|принять)[^.!?\n]{0,40}(?:cookie|куки\
        |обработк)|çerez\w*[^.!?\n]{0,60}(?:kullan|kabul|onay)|\b(?:evästei|käytämme|cookie-kat|sütiket)\w*
    (?:cookie|クッキー)[^。\n]{0,40}(?:使用|利用|同意)|(?:クッキー|データ)[^。\n]{0,20}(?:使用|利用)し\
        |쿠키[^.\n]{0,40}(?:사용|이용|동의|수락)|(?:개인정보|데이터)[^.\n]{0,30}(?:사용하여|처리|수집)[^.\n]{0,30}\
        |(?:使用|接受|同意)[^。\n]{0,16}(?:cookie|数据|數據)|cookie[^。\n]{0,20}(?:使用|同意|接受)
    """
)
TOPIC = any_of(
    r"""
    \b(?:cookies?|consent|privacy|partners?|vendors?|purposes?|advertis\w+|ads|personali[sz]\w+|tracking|data\
        |accept\w*|reject\w*|agree|settings?|preferences|services?|audience|measure\w*|spam|fraud|content\
        |subscri\w+|technolog\w+|identifiers?|withdraw|legitimate interests?|manage|language|age-appropriate)\b
    \b(?:cookies?|datenschutz\w*|einwillig\w*|zustimm\w*|partner\w*|werb\w+|tracking|daten\w*|einstellung\w*\
        |widerruf\w*|abo\w*|zwecke?n?|inhalte?n?|dienste?n?|akzeptier\w*|ablehn\w*|impressum|kündbar|monat\w*)\b
    \b(?:consent\w*|cookies?|vie privée|partenaires|publicit\w+|données|finalités|paramétr\w+|accept\w+|refus\w+\
        |abonn\w+|contenus?|confidentialité|traceurs)\b
    \b(?:privacidad\w*|socios|parceiros|publicid\w+|datos|dados|finalidad\w*|acept\w+|aceit\w+|rechaz\w+|rejeit\w+\
        |configur\w+|conteúdo\w*|contenid\w+|servicios?|serviços?|suscri\w+|consent\w+|terceros|anuncios)\b
    \b(?:consenso|pubblicit\w+|dati|finalità|accett\w+|rifiut\w+|preferenze|contenut\w+|servizi|abbon\w+|profil\w+\
        |toestemming|advertenties|gegevens|voorkeuren|instellen|akkoord|weiger\w+|diensten|abonn\w+)\b
    \b(?:prywatnoś\w+|zgod\w+|reklam\w*|dan(?:e|ych)|cel\w*|partner\w*|ustawieni\w+|treści|usług\w*|samtyc?k\w+\
        |annons\w*|annonce\w*|indhold|innehåll|innhold|inställning\w*|indstilling\w*|soukromí|souhlas\w*|obsah\w*\
        |çerez\w*|gizlilik|onay\w*|реклам\w+|данны\w+|соглас\w+)\b
    クッキー|データ|広告|同意|プライバシー|サービス|쿠키|광고|동의|개인정보|데이터|서비스|맞춤|设置|数据|數據|广告\
        |廣告|隐私|隱私|同意|服务
    \b(?:tracker|tags?|tools?|webseite|marketing|funktional|essenziell|statisti\w+|notwendig\w*|spår\w*|köp\w*\
        |månad\w*|partners?|leverantör\w*|leverandør\w*|welcome|välkommen|velkommen|willkommen|bienvenue\
        |bienvenid[oa]s?|benvenut[oi]|bem-vindo|witamy|welkom|vítejte)\b|добро пожаловать|환영|ようこそ|欢迎
    """
)
ACCEPTING = any_of(
    r"""
    (?:yes,? )?(?:i )?(?:accept|agree|allow|consent|got it|ok(?:ay)?)(?:,? (?:all|and|&|to|i|cookies|continue\
        |close|proceed|selected).{0,40})?|(?:accept|agree|continue|read|proceed)(?: .{1,20})? (?:with|and) (?:ads\
        |cookies|continue|advertising).{0,20}
    (?:alle[s]? |cookies )*(?:akzeptieren|zulassen|annehmen|zustimmen|erlauben).{0,30}|(?:ich bin )?einverstanden\
        |zustimmen .{1,30}|akzeptieren .{1,30}|ich stimme zu
    (?:tout |j')?accepte[rz]?.{0,40}|(?:tout )?autoriser|ok pour moi|(?:accepter|continuer) (?:et|sans) .{1,30}\
        |aceptar?.{0,30}|aceitar?.{0,30}|(?:concordo|permitir)(?: .{1,20})?|accett[ao].{0,40}|acconsento\
        |acetto.{0,20}
    (?:alles |alle )?(?:accepteren|akkoord|toestaan|accepteer).{0,20}|ja,? (?:ik ga )?akkoord\
        |(?:za)?akceptuj\w*.{0,30}|zgadzam się.{0,30}|przejdź do serwisu|godkänn.{0,30}|acceptera.{0,20}|(?:godta\
        |godkend|accepter|tillad) ?(?:alle?)?.{0,20}|(?:souhlasím|přijmout|povolit).{0,30}
    принять.{0,20}|соглас(?:ен|иться).{0,20}|(?:tümünü )?kabul.{0,20}|hyväksy.{0,20}|elfogad.{0,20}|(?:すべて\
        |全て)?(?:に)?(?:同意|許可|承諾)(?:する|して.{1,10})?|(?:全部|我)?(?:接受|同意|允许)(?:全部|所有|并继续)?\
        |(?:모두 )?(?:수락|동의|허용)(?:하고 .{1,10}|함|합니다|하기)?|chấp nhận.{0,20}
    """
)
