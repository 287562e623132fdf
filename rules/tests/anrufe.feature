# language: de
Funktionalität: Wer anruft, bekommt das Richtige

  Szenario: Wer eine Beschwerde offen hat, bekommt nichts verkauft
    Angenommen ein Kunde mit Offene Beschwerden 1, Kündigungen 0, Kundenwert-Perzentil 50, Internetzugang DSL, Glasfaser verfügbar ja, Sicherheitspaket nein und Fernsehpaket nein, Monatsbeitrag 90
    Wenn der Kunde anruft mit Anrufgrund Frage und Stimmung verärgert
    Dann wird "upsell-fibre" nicht angeboten
    Und wird "cross-sell-security" nicht angeboten
    Und wird "cross-sell-tv" nicht angeboten
    Und ist der Tonfall "beruhigend"
    Und ist die Weiterleitung "Beschwerdeteam"

  Szenario: Ohne Beschwerde schon
    Angenommen ein Kunde mit Offene Beschwerden 0, Kündigungen 0, Kundenwert-Perzentil 50, Internetzugang DSL, Glasfaser verfügbar ja, Sicherheitspaket nein und Fernsehpaket nein, Monatsbeitrag 90
    Wenn der Kunde anruft mit Anrufgrund Frage und Stimmung freundlich
    Dann wird "upsell-fibre" angeboten
    Und wird "cross-sell-tv" angeboten
    Und der Grund nennt die Zeile "fibre reaches the house"
    Und der Grund nennt die Zeile "needs an internet line"

  Szenario: Werbung nach einem Widerspruch
    Angenommen ein Kunde mit Kündigungen 0, Internetzugang DSL, Glasfaser verfügbar ja, Monatsbeitrag 90
    Und der Kunde hat der Werbung widersprochen
    Wenn der Kunde anruft mit Anrufgrund Frage
    Dann wird "upsell-fibre" nicht angeboten

  Szenariogrundriss: Geschäftskunden werden förmlich angesprochen, freundliche Privatkunden locker
    Angenommen ein Kunde mit Kundenart <Art>
    Wenn der Kunde anruft mit Stimmung <Stimmung>
    Dann ist der Tonfall "<Tonfall>"

    Beispiele:
      | Art          | Stimmung   | Tonfall    |
      | geschäftlich | neutral    | förmlich   |
      | geschäftlich | verärgert  | beruhigend |
      | privat       | freundlich | locker     |
