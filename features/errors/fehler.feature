# language: de
Funktionalität: Fehlermeldungen auf Deutsch
  Wer deutsch fragt, bekommt deutsche Antworten; die Kennungen bleiben gleich, damit Programme sie verstehen.

  Szenario: Ein unbekannter Kunde
    Wenn für den Kunden "niemand-42" entschieden wird
    Dann wird sie als "Nicht bekannt" mit Status 404 abgelehnt
    Und die Ablehnung nennt "niemand-42" und den Ausweg "PUT /v1/subjects/customer/niemand-42"

  Szenario: Ein Wert vom falschen Typ
    Angenommen ein Kunde mit Vertrag monatlich
    Wenn der Kunde mit "tenure" gleich "\"zwölf\"" geliefert wird
    Dann wird sie als "Die Anfrage ist nicht gültig" mit Status 400 abgelehnt
    Und die Ablehnung nennt "zwölf"
    Und der Kunde ist unverändert gespeichert

  Szenario: Kein Recht
    Wenn der Innendienst ein Modell trainieren will
    Dann wird sie als "Nicht erlaubt" mit Status 403 abgelehnt
    Und die Ablehnung nennt "models"
