# language: de
Funktionalität: Die Tour im eigenen Kalender
  Ein Kalender liest die Tour unter einer geheimen Adresse, ohne Anmeldung und ohne Namen von Kunden. Die Adresse lässt sich
  beenden.

  Grundlage:
    Angenommen für den nächsten Arbeitstag sind die Touren der eigenen Besuche geplant

  Szenario: Der Kalender abonniert die Tour
    Wenn der Außendienst eine Kalenderadresse anlegt
    Dann zeigt der Kalender die Besuche ohne Anmeldung und ohne Namen von Kunden

  Szenario: Wer eine neue Adresse anlegt, beendet die alte
    Wenn der Außendienst eine Kalenderadresse anlegt
    Und der Außendienst eine Kalenderadresse anlegt
    Dann zeigt die erste Adresse nichts mehr

  Szenario: Eine beendete Adresse zeigt nichts mehr
    Wenn der Außendienst eine Kalenderadresse anlegt
    Und die Kalenderadresse beendet wird
    Dann zeigt die erste Adresse nichts mehr
