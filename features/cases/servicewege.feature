# language: de
Funktionalität: Servicewege
  Ein wertvoller Kunde mit technischem Problem kommt ohne Umweg zur erfahrenen Technik; die übrigen treffen zuerst den Bot und
  kommen von selbst weiter, wenn er nicht hilft. Was für Kunden gilt, ist über den Verweis auf den Anrufer lesbar.

  Szenario: VIP mit technischem Problem
    Angenommen der Kunde "Vera" mit Monatsbeitrag 990 EUR
    Und der Servicefall "F1" mit Falltext "Mein Internet geht nicht"
    Und sein Verweis caller führt zu "Vera"
    Wenn das Service-Routing entschieden wird
    Dann ist das Thema "technisches Problem"
    Und ist die Nächste Station "erfahrene Technik"
    Und der Grund nennt die Zeile "VIP with a technical problem"

  Szenario: VIP mit anderem Anliegen
    Angenommen der Kunde "Viktor" mit Monatsbeitrag 990 EUR
    Und der Servicefall "F2" mit Falltext "Frage zur Rechnung"
    Und sein Verweis caller führt zu "Viktor"
    Wenn das Service-Routing entschieden wird
    Dann ist die Nächste Station "erfahrene Beratung"

  Szenario: Zuerst der Bot, dann von selbst ein Mensch
    Angenommen der Kunde "Sven" mit Kundenart privat
    Und der Servicefall "F3" mit Falltext "Mein Internet geht nicht"
    Und sein Verweis caller führt zu "Sven"
    Wenn das Service-Routing entschieden wird
    Dann ist die Nächste Station "Bot"
    Und ist das Eskaliert "nein"
    Angenommen der Fall hat vor 0 Tagen dieses Ereignis: bot-answer mit solved false
    Und der Fall hat vor 0 Tagen dieses Ereignis: bot-answer mit solved false
    Wenn das Service-Routing entschieden wird
    Dann ist die Nächste Station "Standardservice"
    Und ist das Eskaliert "ja"
    Und der Grund nennt die Zeile "the bot could not help"
