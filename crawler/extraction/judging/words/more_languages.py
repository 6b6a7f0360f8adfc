"""What walls say in the languages that their own lists hold little of, a language or two a line.

For each matter: the verbs that ask ("log in", "you are not logged in", "for members alone"), then what they speak of.
"""

from __future__ import annotations

LOGIN = r"""
    (?:未|尚未|还没有?|還沒有?|沒有|没有)(?:登录|登入|登陆|登錄|注册|註冊)|(?:登录|登入|登陆|登錄|注册\
        |註冊)(?:后|後|之后|以后|即可|才)\
        |(?:会员|會員|付费|付費|订阅|訂閱|订户)(?:专享|专属|專屬|專享|专用|限定|可见|才能)|(?:没有|无|無\
        |沒有)(?:权限|權限)(?:查看|浏览|访问|阅读|閱讀|瀏覽)
    ログイン(?:後|すると|する必要|していません|されていません|してから)|会員(?:様|の方|の皆様)?(?:だけ|のみ\
        |向け|限定|専用)|(?:続き|全文|本文|閲覧)[^。\n]{0,16}(?:会員|ログイン|登録)
    (?:가입|등록|로그인|인증|구독)(?:한|하신) (?:분|사람|회원|사용자|이용자|멤버)|(?:회원|멤버|구독자|직원\
        |임직원|가입자)(?:분)?(?:만|들?에게만|에 한해|에 한하여)\
        |로그인(?:되어 있지|하지 않|상태가 아|정보가 없)|(?:회원|멤버) ?전용
    \byou(?:'re| are) not (?:currently )?(?:logged|signed)[- ]in\b|\b(?:for|to|by) (?:\w+ )?(?:members\
        |subscribers|staff|employees|students) only\
        |\bonly (?:\w+ )?(?:members|subscribers|staff|employees|students) (?:can|may|have)\b\
        |\bmust be a (?:\w+ )?(?:member|subscriber)\b
    \b(?:nicht|erst|zuerst) (?:angemeldet|eingeloggt|einloggen|anmelden)\b|\b(?:nur|ausschließlich|lediglich\
        |allein) (?:für |von )?(?:\w+ )?(?:mitglieder\w*|abonnent\w+|registrierte\w*|angemeldete\w*|mitarbeit\w+)\
        |\b(?:melden?|loggen?) (?:sie sich|dich) (?:bitte |zuerst |mit |hier )*(?:an|ein|mit)\b\
        |\bmitgliedern vorbehalten
    \bvous n'êtes pas (?:connect|identifi)é|\b(?:réserv|accessible|destin)\w* (?:uniquement |exclusivement \
        |seulement )?(?:aux|à nos) \w+|\bmerci de vous (?:connecter|identifier)\
        |\bse connecter pour|\bconnexion (?:requise|nécessaire|obligatoire)
    \b(?:no has iniciado|no ha iniciado) sesión|\b(?:identifícate|regístrate|inicia sesión|conéctate\
        |accede) (?:para|y|con)\b|\b(?:exclusiv|reservad|restringid)\w* (?:a|para) (?:los |nuestros )?(?:soci\
        |miembr|suscript|usuari|abonad)\w+\
        |\bdebes? estar (?:registrad|identificad|conectad)
    \b(?:não (?:está|iniciou) (?:ligad|autenticad|logad|a sessão|sessão))|\b(?:precisa|tem|deve|é preciso\
        |é necessário)\b[^.!?\n]{0,24}(?:registad|registrad|ligad|inscrit|conectad|cadastr)\
        |\b(?:apenas|somente|só|exclusiv\w+|restrit\w+|reservad\w+) (?:a |para |aos? |de )?(?:os )?(?:membros\
        |assinantes|sócios|associados|utilizadores|usuários)
    \bnon (?:sei|hai|è stato|hai effettuato)[^.!?\n]{0,24}(?:autenticat|conness|loggat|accesso|login)|\b(?:solo\
        |soltanto|esclusivamente) (?:per |agli |ai )?(?:gli |i )?(?:iscritti|abbonati|soci|utenti|membri)\
        |\bper (?:visualizzare|leggere|continuare|vedere|accedere)\b[^.!?\n]{0,50}(?:registr|acced|login|autentic)
    \b(?:je|u) bent niet (?:ingelogd|aangemeld)|\b(?:alleen|uitsluitend|enkel) (?:\w+ )?(?:voor\
        |door) (?:\w+ )?(?:leden|abonnees|medewerkers|gebruikers|geregistreerde)|\blog(?:t u|t)? (?:eerst \
        |hier )?in (?:om|met|voor)\b\
        |\bmoet (?:u|je) (?:eerst )?(?:zijn )?(?:ingelogd|inloggen|aangemeld|lid)
    \bnie jesteś zalogowan|\b(?:nie masz|brak)\b[^.!?\n]{0,24}uprawnień|\b(?:tylko|wyłącznie\
        |jedynie) (?:dla )?(?:\w+ )?(?:członk|użytkownik|abonent|subskrybent|zalogowan|zarejestrowan)\w+\
        |\b(?:proszę|prosimy) (?:o zalogowanie|się zalogować)
    \b(?:giriş|oturum|üye|kayıt)\w*[^.!?\n]{0,12} (?:yap|aç|ol)(?:malı|manız|manix|ın|mak|madınız|mamış)\w*\
        |\büyeler(?:e|imize|imiz|in)? (?:özel|için|açık)|\bgiriş yap\w* (?:devam|oku|gör)\w*|\b(?:sadece\
        |yalnızca) (?:\w+ )?(?:üye|abone)\w*
    \b(?:du|ni) är inte inloggad|\bdu er ikke (?:logget (?:ind|inn|på)|innlogget|pålogget)|\b(?:bara|endast\
        |enbart|kun|bare|forbeholdt|förbehålle[nt]|reserver[ae][dt]) (?:til |åt |för |for )?(?:\w+ )?(?:medlem\
        |abonnent|prenumerant|ansatt|anställd)\w*\
        |\b(?:logga in|log ind|logg inn|logg på) (?:for|för|med|først|først)\b
    \bet ole kirjautunut|\b(?:vain|ainoastaan)\b[^.!?\n]{0,24}(?:jäsenille|jäsenet|tilaajille|tilaajat\
        |rekisteröity\w+)|\b(?:edellyttää|vaatii)\b[^.!?\n]{0,20}(?:kirjautumi|jäsenyy|rekisteröi|tunnuks)\w+\
        |\bkirjaudu (?:sisään|palveluun|ensin)
    \bnejste přihlášen|\bnie ste prihlásen|\b(?:jen|pouze|iba|len|výhradně) (?:pro|pre) (?:\w+ )?(?:člen\
        |předplatitel|predplatiteľ|registrovan|přihlášen|prihlásen)\w+|\b(?:vyžaduje\
        |vyžadováno)\b[^.!?\n]{0,12}p[řr]ihl\w+|\bprihlás(?:te|iť) sa
    \bnem vagy bejelentkezve|\bcsak\b[^.!?\n]{0,24}(?:tagok|tagjai\w*|előfizető\w*|regisztrált\w*\
        |bejelentkezett\w*)|\b\w+(?:hez|hoz|höz)\b[^.!?\n]{0,30}(?:jelentkez|be kell lép|regisztrál|lépj(?:en\
        |él)? be)\w*
    \btrebuie să\b[^.!?\n]{0,24}(?:autentif|loga|loghe|conect|înregistr|membr)\w*|\b(?:autentifică-te\
        |conectează-te|logați-vă|loghează-te|autentificați-vă)|\b(?:doar|numai\
        |exclusiv)\b[^.!?\n]{0,16}(?:membri|abonați|utilizator)\w*
    (?:вы не (?:авториз|вошли|зарегистр)|ви не (?:увійшли|авториз))\w*|(?:только|лишь|исключительно|лише\
        |тільки)\b[^.!?\n]{0,20}(?:член|подписчик|участник|зарегистрир|пользовател|передплатник|учасник\
        |зареєстр)\w*|(?:увійдіть|потрібно увійти|необхідно увійти|авторизуйтес[ья])
    (?:моля|трябва)[^.!?\n]{0,24}(?:влез|впиш|регистр)\w*|само за[^.!?\n]{0,16}(?:член|абонат|регистрир)\w*\
        |\b(?:morate|trebate)\b[^.!?\n]{0,24}(?:prijav|registr)\w*|\bprijavite se\b\
        |\bsamo za\b[^.!?\n]{0,16}(?:član|pretplatnik|registr)\w*|\bpotrebna je prijava
    (?:συνδεθείτε|πρέπει να (?:συνδεθ|είστε (?:μέλος|συνδεδεμ|εγγεγραμμ)|εγγραφ))\w*|μόνο (?:για\
        |σε) (?:\w+ )?(?:μέλη|συνδρομητές|εγγεγραμμέν)\w*
    (?:bạn (?:chưa|cần|phải)|vui lòng|hãy)[^.!?\n]{0,12}đăng (?:nhập|ký)|đăng nhập để\
        |chỉ[^.!?\n]{0,16}thành viên|\b(?:khusus|hanya)\b[^.!?\n]{0,20}(?:anggota|member|pelanggan)\b\
        |\banda (?:belum|harus|perlu)\b[^.!?\n]{0,12}(?:login|masuk|log masuk|daftar)
    (?:กรุณา|โปรด|ต้อง|คุณยังไม่ได้)[^\n]{0,12}(?:เข้าสู่ระบบ|ล็อกอิน|ลงชื่อเข้าใช้|เป็นสมาชิก)|(?:เข้าสู่ระบบ\
        |ล็อกอิน)เพื่อ|เฉพาะสมาชิก|สำหรับสมาชิก
    (?:يرجى|يجب|عليك|الرجاء|قم ب)[^.!?\n]{0,20}(?:تسجيل|الدخول)|(?:للمشتركين|للأعضاء|للمسجلين)(?: فقط)?\
        |سجّ?ل الدخول|(?:יש|עליך|נא|אנא|צריך) להתחבר|(?:למנויים|לחברים|לרשומים) בלבד|התחברו? כדי
    (?:لطفا|باید)[^.!?\n]{0,20}وارد|فقط[^.!?\n]{0,12}(?:اعضا|مشترک)|लॉग ?इन (?:करें|करना)|केवल[^।\n]{0,16}सदस्य\
        |\binicieu? (?:la )?sessió|\bnomés per a\b[^.!?\n]{0,12}(?:soci|subscript|membre|usuari)\w*
"""
LOGIN_TOPIC = r"""
    会员|會員|登錄|登陆|帐号|帳號|密碼|權限|权限|订阅|訂閱|忘記|找回|自动登录|会費|閲覧|購読|회비|멤버십\
        |직원|사번|사원
    \b(?:utilizador\w*|registad\w+|registo|ligar\w*|ligad\w+|palavra-passe|termos|regras|benefíci\w+\
        |vantage[mn]s?)\b|\b(?:lidnummer|abonnee\w*|ingelogd|leden\w*)\b|\b(?:uprawnie\w+|członk\w+\
        |administrator\w*)\b
    \b(?:kjäytt\w+|jäsen\w*|tilaa\w*|tunnus\w*|tunnukset)\b|\b(?:tag(?:ok|jai\w*|ság\w*)|előfizet\w+|fiók\w*\
        |belép\w*|regisztr\w+|elfelejtett)\b|\b(?:autentific\w+|parol[aăe]\w*|abona\w+|membr\w+|cont(?:ul\
        |ului)?|înregistr\w+)\b
    \b(?:prijav\w+|lozink\w+|korisni\w+|član\w*|pretpla\w+|registrac\w+|predplat\w+|předplat\w+|člen\w*\
        |prihl\w+)\b|(?:член\w*|абонат\w*|влез\w*|увійти|увійдіть|передплат\w*|учасник\w*|зареєстр\w+|пароль\
        |обліков\w+)
    συνδε\w*|σύνδεση|μέλ[οη]ς?|εγγραφ\w*|συνδρομη\w*|κωδικ\w*|χρήστη\w*|thành viên|mật khẩu|tài khoản\
        |\b(?:anggota|akun|sandi|pelanggan|member)\b|สมาชิก|ระบบ|รหัสผ่าน|ลงชื่อ|الدخول|المشترك\w*|للمشترك\w*\
        |الأعضاء|كلمة المرور|حساب|להתחבר|התחברות|מנוי\w*|סיסמה|הרשמה
"""
LOGIN_TITLE = r"""
    (?:请先?|請先?)?(?:登录|登入|登陆|登錄)(?:会员|會員|账号|帳號|您的账号)?|(?:会员|會員)(?:登录|登入|专区\
        |專區|专享)|(?:会員|メンバー)(?:ページ|専用ページ|様専用\
        |ログイン画面)|会員の方(?:へ|のみ)|ログインしてください
    (?:회원|멤버|임직원|직원|사원) ?(?:전용|로그인|공간|인증)(?: ?(?:페이지|게시판|안내))?|로그인(?:해\
        |하여) ?주(?:세요|십시오)
    (?:nur|ausschließlich) für (?:mitglieder|abonnenten|registrierte)(?: .{1,20})?|(?:mitglieder|kunden\
        |intern\w*|geschützte[rs]?)[- ]?(?:bereich|login|zugang)|réservé aux (?:abonnés|membres|adhérents)\
        |(?:espace|accès) (?:membres?|adhérents?|abonnés?|réservé|privé)
    (?:área|zona) (?:privada|reservada|restrita|restringida|(?:de )?(?:socios|sócios|clientes|membros))|(?:solo\
        |sólo|apenas|só) (?:para )?(?:socios|sócios|miembros|membros|suscriptores|assinantes)|(?:solo\
        |riservato) (?:per |ai |agli )(?:soci|abbonati|iscritti)|area (?:riservata|soci|clienti)
    (?:alleen|uitsluitend) voor (?:leden|abonnees)|leden(?:pagina|login|gedeelte)|(?:kun|bare|endast\
        |bara) (?:for|för|til) (?:medlemm?er|medlemmar|abonnenter|prenumeranter)|medlems(?:sida|side|sider\
        |login|inloggning|område)|(?:tylko|wyłącznie) dla (?:członków|zalogowanych|abonentów)|strefa (?:członka\
        |klienta|abonenta)
    (?:üye(?:ler)?|kullanıcı) girişi|üyelere özel|(?:jen|pouze|len|iba) (?:pro|pre) (?:členy|členov\
        |předplatitele|registrované)|vain (?:jäsenille|tilaajille)|jäsen(?:sivut|alue)|csak (?:tagoknak\
        |előfizetőknek)|belépés(?: szükséges)?|autentificare|conectare|doar pentru (?:abonați|membri)
    (?:только|лише|тільки) для (?:членов|подписчиков|своих|участников|зарегистрированных|членів\
        |передплатників)(?: .{1,20})?|prijava|samo za članove|вписване|σύνδεση|μόνο για μέλη\
        |chỉ dành cho thành viên|khusus anggota|เข้าสู่ระบบ|เฉพาะสมาชิก|تسجيل الدخول|للأعضاء فقط|התחברות\
        |כניסה(?: למערכת)?|ورود|inicia sessió
"""
MACHINE = r"""
    (?:ρομπότ|άνθρωπος|ασυνήθιστ\w+ (?:κίνηση|δραστηριότητα))|\b(?:sunteți|ești) (?:om|uman|robot)\
        |\bnu (?:sunteți|ești) (?:un )?robot|\btrafic neobișnuit|\b(?:nem robot|ember(?:i felhasználó)?\
        |szokatlan (?:forgalom|tevékenység))
    \b(?:et ole robotti|olet ihminen|epätavallista liikennettä)|\b(?:niste|nisi|nie ste|nie si) robot\
        |\bneobvykl\w+ (?:provoz|aktivit|prevádzk)\w*|\bneuobičajen\w+ promet|(?:не сте робот|ви не робот\
        |ви людина|незвичн\w+ (?:трафік|активність))
    (?:ไม่ใช่(?:หุ่นยนต์|บอท|โรบอท)|เป็นมนุษย์)|(?:لست روبوت|لست برنامج|أنك إنسان|حركة مرور غير)|(?:אינך רובוט\
        |לא רובוט|אתה אנושי)|(?:ربات نیستید|रोबोट नहीं)|\bbukan (?:robot|bot)|\b(?:lalu lintas\
        |aktivitas) (?:yang )?tidak biasa
    lưu lượng (?:truy cập )?bất thường|không phải (?:là )?(?:robot|người máy)|sıra ?dışı (?:bir )?trafik\
        |robot değil|画像認証\
        |보안 ?(?:문자|인증|확인)[^.\n]{0,16}(?:입력|완료|진행)
"""
MACHINE_TITLE = r"""
    アクセス(?:の)?確認(?:を?お願いします)?|(?:本人|ご利用|人間)確認|安全(?:检查|檢查|检测)|(?:访问|訪問\
        |安全)(?:验证|驗證|确认)|보안(?:을 위한)? ?(?:확인|인증|절차)\
        |접속(?:자)? ?확인
    (?:έλεγχος|επαλήθευση)(?: ασφαλείας)?|(?:verificare|verificare de securitate|biztonsági ellenőrzés\
        |turvatarkistus|bezpečnostná kontrola|sigurnosna provjera|перевірка(?: безпеки)?|проверка за сигурност\
        |xác minh(?: bảo mật)?|verifikasi(?: keamanan)?|การตรวจสอบ(?:ความปลอดภัย)?|التحقق(?: الأمني)?\
        |אימות(?: אבטחה)?)
    (?:sikkerhedstjek|säkerhetskontroll|sikkerhetssjekk|veiligheidscontrole|güvenlik kontrolü\
        |kontrola bezpieczeństwa|contrôle de sécurité|comprobación de seguridad|controllo di sicurezza)
"""
REFUSAL_TITLE = r"""
    (?:η )?πρόσβαση(?: δεν επιτρέπεται| απορρίφθηκε| απαγορεύεται)|acces (?:interzis|refuzat|blocat|restricționat)\
        |hozzáférés megtagadva|pääsy (?:estetty|kielletty|evätty)
    pristup (?:odbijen|zabranjen|blokiran)|prístup (?:zamietnutý|odmietnutý|zakázaný)|достъпът? (?:е )?отказан\
        |доступ (?:заборонено|обмежено|закрито)|accés denegat
    (?:truy cập|quyền truy cập) (?:bị )?(?:từ chối|chặn)|akses (?:ditolak|diblokir|dibatasi)|ปฏิเสธการเข้าถึง\
        |การเข้าถึงถูกปฏิเสธ|تم (?:رفض|حظر) (?:الوصول|الدخول)|הגישה (?:נדחתה|נחסמה)|دسترسی (?:مسدود|غیرمجاز)
    .{0,40}(?:tại|ở) (?:quốc gia|khu vực|nước)(?: của)? (?:bạn|này)|.{0,40}di (?:negara|wilayah) anda\
        |.{0,40}(?:в|у) (?:вашей стране|вашем регионе|вашій країні|вашата държава)|.{0,40}στη χώρα σας\
        |.{0,40}în țara (?:dvs|dumneavoastră|ta)|.{0,40}az (?:ön|Ön) országában|.{0,40}u vašoj (?:zemlji|državi)
    .{0,40}(?:ve vaší zemi|vo vašej krajine)|.{0,40}(?:maassasi|alueellasi)|.{0,40}(?:ในประเทศของคุณ|في بلدك|במדינה שלך)
"""
REFUSAL = r"""
    \b(?:ban|block) (?:will|can|is|was) (?:be )?(?:lifted|removed|permanent|expires?)|\bbanned (?:for|from\
        |until)\b|\baccess to (?:this|the) (?:web ?)?(?:site|page|content)\b[^.!?\n]{0,80}(?:blocked|denied\
        |restricted|not allowed|disabled)
    (?:πρόσβασ|αίτημ|περιεχόμεν|διεύθυνση ip)\w*[^.!?\n]{0,60}(?:απορρίφθ|αποκλεί|απαγορ|δεν επιτρέπ|μπλοκαρ\
        |δεν είναι διαθέσιμ\w+ (?:στη|σε))\w*|\b(?:accesul|conținutul|adresa ip\
        |cererea)\b[^.!?\n]{0,60}(?:blocat|interzis|restricționat|refuzat|respins|indisponibil în)
    \b(?:hozzáférés\w*|az ön ip|a tartalom|a kérés\w*)\b[^.!?\n]{0,60}(?:megtagad|letilt|kitilt|korlátoz\
        |blokkol|nem érhető el (?:az|ebben))\w*|\bpääsy\w*[^.!?\n]{0,40}(?:estetty|evätty|rajoitettu)\
        |\b(?:sisältö|ohjelma|palvelu)\b[^.!?\n]{0,40}(?:ei ole (?:saatavilla\
        |katsottavissa)[^.!?\n]{0,20}(?:maassa|alueella|suomen))
    \b(?:pristup\w*|vaša ip|sadržaj|prístup\w*|obsah)\b[^.!?\n]{0,60}(?:odbijen|blokiran|zabranjen|onemogućen\
        |zamietnut|zablokovan|zakázan|nije dostupan u|nie je dostupn)\w*|(?:достъп\w*|доступ\w*|вміст\
        |съдържани\w+)[^.!?\n]{0,60}(?:отказан|забранен|ограничен|заборонен|обмежен|блокован|недоступн\w+ (?:у\
        |във?) ваш)\w*
    nội dung[^.!?\n]{0,40}không (?:khả dụng|có sẵn|hỗ trợ) (?:tại|ở) (?:quốc gia|khu vực|nước)\
        |chỉ xem được tại\
        |\b(?:akses|konten|permintaan|alamat ip)\b[^.!?\n]{0,40}(?:ditolak|diblokir|dibatasi|dilarang\
        |tidak tersedia di)|(?:การเข้าถึง|เนื้อหา|ไอพี)[^\n]{0,30}(?:ถูกปฏิเสธ|ถูกบล็อก|ถูกระงับ|ไม่สามารถรับชม\
        |ถูกจำกัด)
    (?:تم (?:حظر|رفض|منع)|الوصول[^.!?\n]{0,20}(?:مرفوض|محظور|ممنوع)|غير متاح في (?:بلدك|منطقتك))\
        |(?:הגישה[^.!?\n]{0,20}(?:נחסמה|נדחתה|חסומה)|אינו זמין ב(?:מדינה|אזור))|(?:دسترسی[^.!?\n]{0,20}(?:مسدود\
        |ممنوع|محدود))|पहुँच[^।\n]{0,20}(?:अस्वीकृत|अवरुद्ध)
    \b(?:l'accés|el contingut)\b[^.!?\n]{0,40}(?:denegat|bloquejat|restringit)|\b(?:şu anda )?(?:bulunduğunuz\
        |yaşadığınız) (?:ülke|bölge)\w*[^.!?\n]{0,40}\w+(?:amaz|emez|amıyor|emiyor|mamaktadır|memektedir)\w*\
        |(?:海外|境外|国外|國外)(?:からの|から|ip|访问|訪問|用户)?[^。\n]{0,20}(?:制限|禁止|限制|遮断|封锁|拒否)
"""
REFUSAL_TOPIC = r"""
    \b(?:ban|bans|spam|proxy|lifted|category|policy|policies|organi[sz]ation\w*|administrators?|web ?filter)\b\
        |πρόσβασ\w*|αίτημ\w*|ασφαλε\w*|αποκλε\w*|\b(?:acces\w*|blocat\w*|securit\w*|cerere\w*|hozzáférés\w*\
        |kitilt\w*|letilt\w*|cím\w*|biztonság\w*|pääsy\w*|estetty)\b
    \b(?:pristup\w*|blokiran\w*|zabran\w*|sigurnos\w*|prístup\w*|zablokovan\w*|akses|diblokir|ditolak|bản quyền\
        |nội dung|quốc gia|khu vực)\b|достъп\w*|забран\w*|обмежен\w*|заборон\w*|การเข้าถึง|บล็อก|الوصول|حظر\
        |محظور|הגישה|נחסמ\w*|دسترسی
"""
