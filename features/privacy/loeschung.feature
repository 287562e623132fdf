# language: de
Funktionalität: Löschung auf Verlangen
  Wer gelöscht werden will, ist gelöscht: seine Daten, und was in Entscheidungen über ihn steht. Dass entschieden wurde,
  bleibt als Tatsache ohne Person.

  Grundlage:
    Angenommen ein Kunde mit Name "Erika Beispiel", Vertrag monatlich und Monatsbeitrag 50 EUR

  Szenario: Ein gelöschter Kunde ist nicht mehr bekannt
    Wenn der Kunde gelöscht wird
    Und der Anruf des Kunden nicht mehr zugeordnet werden kann
    Dann wird er als "Nicht bekannt" mit Status 404 abgelehnt

  Szenario: Seine Entscheidungen zeigen nichts mehr von ihm
    Wenn der Kunde anruft mit Anrufgrund Frage
    Und der Kunde gelöscht wird
    Und die frühere Entscheidung angesehen wird
    Dann wird sie als "Gelöscht" mit Status 410 abgelehnt
    Und die Wiederholung der Entscheidung ergibt "ERASED"

  Szenario: Die Löschung bricht kein Siegel
    Wenn der Kunde anruft mit Anrufgrund Frage
    Und der Kunde gelöscht wird
    Und die Siegel aller Entscheidungen geprüft werden
    Dann sind sie unversehrt

  Szenario: Nur wer für den Datenschutz zuständig ist, darf löschen
    Wenn der Innendienst den Kunden löschen will
    Dann wird sie als "Nicht erlaubt" mit Status 403 abgelehnt
    Und die Ablehnung nennt "privacy"
