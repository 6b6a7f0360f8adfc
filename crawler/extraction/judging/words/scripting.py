"""Telling the reader that the page needs scripts, and that they do not run."""

from __future__ import annotations

from crawler.extraction.judging.wordings import any_of

SENTENCE = any_of(
    r"""
    \b(?:javascript|js|scripts?)\b[^.!?\n]{0,30}(?:is|are|being|has been|must be|needs? to be|to be\
        |seems)[^.!?\n]{0,12}\b(?:not available|unavailable|disabled|turned off|switched off|required|needed\
        |(?:not )?enabled|not supported|blocked|off|on)\b
    \b(?:enable|turn on|switch on|activate|allow|needs?|requires?|without|support(?:s\
        |ing)?)\b[^.!?\n]{0,30}\b(?:javascript|js)\b|\bjavascript[- ](?:required|disabled|needed|enabled)
    \b(?:sans|ohne|sin|sem|senza|zonder|uden|utan|uten|bez|fără|ilman|tanpa|nélkül)\b[^.!?\n]{0,16}\bjavascript\
        |\bjavascript (?:nélkül|olmadan)\b|(?<!\w)без[^.!?\n]{0,16}javascript|javascript ?(?:없이|なしでは)\
        |没有javascript
    자바 ?스크립트[^.!?\n]{0,24}(?:활성|켜|허용|필요|사용|지원|꺼)|javascript[^.!?\n]{0,16}(?:활성|켜|허용|필요\
        |사용|지원|꺼|有効|無効|必要|オン|启用|啟用|启动|禁用|打开|開啟|关闭)|ジャバスクリプト|(?:启用|啟用|开启\
        |開啟|打开|需要|使用)[^。\n]{0,10}(?:javascript|脚本)
    \bjavascript\b[^.!?\n]{0,40}(?:deaktiviert|aktivier\w+|benötigt|erforderlich|eingeschaltet|désactivé|activ\w+\
        |requis|nécessaire|(?:des|in)?habilit\w+|desativado|ativ\w+|disabilitato|abilit\w+|attiv\w+|necess\w+\
        |отключ\w+|включ\w+|wyłącz\w+|włącz\w+|gerek\w+|etkin\w*|devre dışı|kapalı|uitgeschakeld|ingeschakeld\
        |inschakel\w*|nodig|inaktiver\w+|aktiver\w*|slået fra|påkrævet|vypnut\w*|povol\w*|zapn\w*|bật|tắt|käytö\w+\
        |engedélyez\w*)
    \b(?:aktivieren|schalten|activer?z?|active|ative|habilit[ea]r?|abilit[ai]|attiva(?:re)?|włącz\w*|zapněte\
        |povolte|schakel|aktivér|aktivera|aktiver|etkinleştirin|bật|kích hoạt)\b[^.!?\n]{0,40}javascript\
        |(?:включите|разрешите)[^.!?\n]{0,30}javascript
    """
)
TOPIC = any_of(
    r"""
    \b(?:javascript|js|scripts?|browsers?|enable\w*|settings?|reload|refresh|supported|app|application|loading\
        |load\w*|navigateur|navegador|browserze|tarayıcı\w*|einstellungen|neu laden|laden|recargu\w+|chargement\
        |help center|l'activer|sans cela|scripts)\b
    자바 ?스크립트|브라우저|설정|새로고침|불러오|로딩|ブラウザ|設定|読み込|再読み込み|浏览器|瀏覽器|设置|加载\
        |браузер\w*|загруз\w+
    """
)
