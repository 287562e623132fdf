# language: de
Funktionalität: Einwilligung und Widerspruch
  Was ein Kunde erlaubt oder ablehnt, gilt ab der nächsten Entscheidung. Werbung ohne Einwilligung gibt es nicht, auch nicht
  einmal aus Versehen.

  Grundlage:
    Angenommen ein Kunde mit Internetzugang DSL, Sicherheitspaket nein, Monatsbeitrag 60 EUR, Vertrag monatlich und Einwilligung E-Mail ja

  Szenario: Mit Einwilligung darf geworben werden
    Wenn über E-Mail das Nächstbeste entschieden wird
    Dann wird "Sicherheitspaket" angeboten

  Szenario: Eine widerrufene Einwilligung wirkt auf die nächste Entscheidung
    Wenn der Kunde die Einwilligung für E-Mail widerruft
    Und über E-Mail das Nächstbeste entschieden wird
    Dann wird "Sicherheitspaket" wegen der Einwilligung nicht angeboten
    Und wird keine Werbung angeboten

  Szenario: Ein Widerspruch gegen Werbung wirkt auf die nächste Entscheidung
    Wenn der Kunde der Werbung widerspricht
    Und über E-Mail das Nächstbeste entschieden wird
    Dann wird "Sicherheitspaket" wegen der Einwilligung nicht angeboten
    Und wird keine Werbung angeboten

  Szenario: Wer widersprochen hat, hört Werbung auch nicht, wenn er selbst anruft
    Wenn der Kunde der Werbung widerspricht
    Und der Kunde anruft mit Anrufgrund Kündigung
    Dann wird keine Werbung angeboten

  Szenario: Ohne Einwilligung wird nicht geworben
    Angenommen ein Kunde mit Internetzugang DSL, Sicherheitspaket nein, Monatsbeitrag 60 EUR und Vertrag monatlich
    Wenn über E-Mail das Nächstbeste entschieden wird
    Dann wird keine Werbung angeboten

  Szenario: Niemand kann eine Einwilligung in einer Anfrage behaupten
    Wenn eine Anfrage behauptet, Einwilligung Telefon sei ja
    Dann wird sie als "Nicht in der Anfrage zu setzen" mit Status 403 abgelehnt
    Und die Ablehnung nennt "phone-consent" und den Ausweg "/consents"
