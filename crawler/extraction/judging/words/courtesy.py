"""What a notice says beside its news, whatever that is: apologies, thanks, and what to do now."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of

COURTESY = any_of(
    r"""
    \b(?:sorry|apolog|unfortunately|oops|uh[- ]oh|whoops|please|thank|contact|inform|let us know|support|help\
        |administrator)
    \b(?:webmaster|site owner|owner of this|home ?page|front page|main page|go (?:back|to)|return to|take me\
        |head back)
    \b(?:click|try again|try |refresh|reload|why (?:am|did|do|have) |what (?:happened|can i|should i)|learn more)
    \b(?:check (?:the|your|that|out)|make sure|instead|meanwhile|you (?:can|could|may|might|will) )
    ^if (?:you|this|the problem)\b|\bif you (?:are|were|think|believe|typed|clicked|feel)\b
    \b(?:reference|incident|request|support|ray|event|error)[ -]?(?:id|number|code|#)\b
    죄송|불편|감사|고맙|문의|이용해 ?주|확인|바랍니다|주세요|주십시오|돌아가|홈으로|메인|고객센터|관리자|안내|다시
    申し訳|ありがとう|お問い合わせ|ください|確認|トップ|戻る
    抱歉|对不起|请|返回|联系|客服
    \b(?:bitte|leider|danke|entschuldig|zurück|startseite|wenden sie sich|kontakt|hilfe)
    \b(?:désolé|merci|veuillez|retour|accueil|contacte|nous vous|cliquez)
    \b(?:lo sentimos|perdón|gracias|por favor|volver|inicio|contacte|desculpe|obrigad|voltar|scusa|grazie|torna)
    \b(?:disculp\w+|inténtal\w+|intente|compruebe|verifi\w+|revis[ae]|página principal|haz clic|haga clic\
        |toda la información|se trata de un error|lamentamos|tente|página inicial|ci dispiace|spiacent\w+\
        |controlla|prova a|essayez|vérifi\w+|page d'accueil|toutes nos excuses|versuchen sie|prüfen sie|überprüfen\
        |klicken)\b
    \b(?:üzgünüz|lütfen|özür|ana ?sayfa\w*|dönmek|tıklay\w+|iletişim|tekrar|geri dön\w*|teşekkür\w*|przepraszamy\
        |prosimy|proszę|wróć|powrót|stron\w+ główn\w+|kontakt\w*|spróbuj\w*|sprawdź\w*|dziękujemy)\b
    \b(?:beklager|desværre|dessverre|venligst|vennligst|tak|takk|tilbage|tilbake|forsiden?|prøv|hjælp|hjelp\
        |undskyld|tyvärr|ursäkta|vänligen|tack|startsidan?|försök|klicka?|hjälp|helaas|excuses|alstublieft|bedankt\
        |terug|startpagina|controleer|probeer|klik)\b
    извин\w+|к сожалению|приносим|пожалуйста|спасибо|верн\w+|на главную|главн\w+ страниц\w*|проверьте|попробуйте\
        |свяжитесь|обратитесь|вибач\w+|будь ласка|поверн\w+|головн\w+
    \b(?:omlouváme|bohužel|prosím|děkujeme|zpět|úvodní|zkuste|zkontrolujte|valitettavasti|pahoittelemme|etusivu\w*\
        |sajnáljuk|kérjük|vissza|főoldal\w*|xin lỗi|rất tiếc|vui lòng|cảm ơn|quay lại|trang chủ|liên hệ|thử lại\
        |maaf|silakan|kembali|beranda|coba)\b|عذر|نأسف|يرجى|العودة|الرئيسية|ขออภัย|กรุณา
    \b(?:palun|vabandame|proovige|atsiprašome|prašome|bandykite|lūdzu|atvainojiet|mēģiniet|ju lutem|provoni|molimo\
        |žao nam je|pokušajte|prosimo|oprostite|poskusite|žal|prepáčte|skúste|ľutujeme|kontaktujte|informujte|zkuste\
        |disculpeu|si us plau|torneu|proveu|desculpa|vă rugăm|va rugam|ne pare rău|reveniți|încercați|barkatu|mesedez)\b
    (?<!\w)(?:молимо|извините|опитайте|моля|покушајте|жао нам|обратете|спробуйте|завітайте|зверніться\
        |перепрошуємо)(?!\w)
    λυπούμαστε|παρακαλ\w+|δοκιμάστε|επιστροφή|συγγνώμη|אנא|נסו|סליחה|מצטערים|לחץ|חזור|متاسف|لطفا|لطفاً|دوباره|बाद में|कृपया
    \b(?:(?:réessay|riprov|reinten|vuelva|volte|tente|gelieve|försök|prøv|spróbuj|zaprasz|zajrzyj|titta tillbaka)\w*\
        |(?:erstellen|anlegen|créer|crear|criar|creare|crearlo|skapa|opret\w*|opprette|luoda|vytvoř\w*|utworzyć|oluştur\w*\
        |создать|створити)\b)|後ほど|お試し|稍后|稍後|重試|重试|잠시 ?후|시도
    """
)
BARE_NAME = any_of(  # a title or a heading that may stand over any notice
    r"""
    (?:system |server )?(?:information|info|notice|message|error|warning|sorry|oops!?|uh[- ]?oh|whoops|whoa.{0,12}\
        |hmm.{0,8}|attention)(?: page| message)?
    (?:an |this )?error(?: has)? occurred|something went wrong|we(?:'re| are) sorry|sorry.{0,20}
    (?:서비스|오류|이용|접속|페이지|시스템|에러)? ?(?:종료|중단|제한|오류|에러)? ?(?:알림|공지|안내)(?: ?(?:페이지\
        |사항))?|알림|오류|에러
    (?:サービス)?(?:終了の)?(?:お知らせ|ご案内|エラー)|提示|提示信息|系统提示
    hinweis|fehler|meldung|erreur|information|información|mensaje|aviso
    (?:nicht|not|currently not) (?:verfügbar|available)|unavailable|indisponible|no disponible|non disponibile\
        |niet beschikbaar|niedostępn[ey]|недоступно
    """
)
STANDING = any_of(  # what stands on every page of a site
    r"""
    ©|ⓒ|\bcopyright\b|all rights reserved|powered by|cookies? (?:to|policy|settings)|privacy policy
    사업자 ?등록|통신판매|대표전화|무단 ?전재|개인정보
    """
)
