"""The names of months, in the languages of the pages that notes cite."""

from __future__ import annotations

# One line a language, January first; after a slash the short forms, where they are not the first three letters.
NAMES = """
january february march april may june july august september/sept october november december
januar februar märz/mär april mai juni juli august september oktober/okt november dezember/dez
jänner feber märz/mrz april mai juni juli august september oktober november dezember
janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre/sept octobre novembre décembre/déc
enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre octubre noviembre diciembre/dic
janeiro fevereiro/fev março/mar abril/abr maio junho julho agosto setembro/set outubro/out novembro dezembro/dez
gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre
januari februari maart/mrt april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november december
stycznia/sty lutego/lut marca kwietnia/kwi maja czerwca/cze lipca/lip sierpnia/sie września/wrz października/paź \
listopada/lis grudnia/gru
января/янв февраля/фев марта/мар апреля/апр мая июня/июн июля/июл августа/авг сентября/сен октября/окт ноября/ноя \
декабря/дек
січня/січ лютого/лют березня/бер квітня/кві травня/тра червня/чер липня/лип серпня/сер вересня/вер жовтня/жов \
листопада/лис грудня/гру
januari februari maret april mei juni juli agustus/agu september oktober/okt november desember/des
ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara
ledna/led února/úno března/bře dubna/dub května/kvě června/čvn července/čvc srpna/srp září/zář října/říj \
listopadu/lis prosince/pro
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta \
marraskuuta joulukuuta
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
január/jan február/feb március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept \
október/okt november december
ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαϊ ιουνίου/ιουν ιουλίου/ιουλ αυγούστου/αυγ \
σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ
يناير فبراير مارس أبريل/ابريل مايو يونيو/يونيه يوليو/يوليه أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر
בינואר/ינואר בפברואר/פברואר במרץ/מרץ באפריל/אפריל במאי/מאי ביוני/יוני ביולי/יולי באוגוסט/אוגוסט בספטמבר/ספטמבר \
באוקטובר/אוקטובר בנובמבר/נובמבר בדצמבר/דצמבר
जनवरी फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर
"""


def _numbers() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in NAMES.strip().replace("\\\n", "").splitlines():
        for number, names in enumerate(line.split(), 1):
            full, *short = names.split("/")
            for name in (full, full[:3] if not short else full, *short):
                found.setdefault(name.casefold(), number)
    return found


MONTHS = _numbers()


def month_of(name: str) -> int | None:
    """Return 1 to 12 for a month's name or short form in any of the languages, None for another word."""
    return MONTHS.get(name.casefold().rstrip("."))
