# language: de
Funktionalität: Auskunft über die eigenen Daten
  Wer fragt, erfährt alles: was über ihn gespeichert ist und woher, was vorhergesagt wird, was entschieden wurde, warum, und was
  das geändert hätte. Wer die Auskunft abruft, wird vermerkt.

  Grundlage:
    Angenommen ein Kunde mit Name "Erika Beispiel", Internetzugang DSL, Sicherheitspaket nein, Monatsbeitrag 60 EUR, Vertrag monatlich und Einwilligung E-Mail ja

  Szenario: Die Auskunft nennt Daten, Zwecke und Rechtsgrundlagen
    Wenn die Auskunft über den Kunden abgerufen wird
    Dann nennt die Auskunft "Name" mit dem Wert "Erika Beispiel"
    Und nennt die Auskunft den Zweck "MARKETING" mit der Rechtsgrundlage "consent" und der Frist "2y"
    Und nennt die Auskunft den Zweck "SERVICE" mit der Rechtsgrundlage "contract" und der Frist "3y"
    Und nennt die Auskunft eine Vorhersage mit ihrem Modell und dessen Version
    Und nennt die Auskunft, wer sie abgerufen hat

  Szenario: Zu jeder Entscheidung steht, warum sie fiel und was sie geändert hätte
    Wenn der Kunde anruft mit Anrufgrund Kündigung
    Und die Auskunft über den Kunden abgerufen wird
    Dann nennt die Auskunft diese Entscheidung mit ihren Gründen
    Und steht dort zu jeder anderen Aktion, was ihr im Weg stand

  Szenario: Jeder Kontakt nennt die Einwilligung, die ihn erlaubt hat
    Wenn über E-Mail das Nächstbeste entschieden wird
    Und der vorgemerkte Kontakt erfolgt ist
    Und die Auskunft über den Kunden abgerufen wird
    Dann nennt die Auskunft diesen Kontakt mit der Einwilligung, die ihn erlaubt hat, fünf Jahre lang

  Szenario: Nur wer für den Datenschutz zuständig ist, darf sie abrufen
    Wenn der Innendienst die Auskunft über den Kunden abrufen will
    Dann wird sie als "Nicht erlaubt" mit Status 403 abgelehnt

  Szenario: Was seine Frist überschritten hat, wird gezählt, bevor es gelöscht wird
    Wenn die überschrittenen Fristen abgefragt werden
    Dann werden sie je Art gezählt
