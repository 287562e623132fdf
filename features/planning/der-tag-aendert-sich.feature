# language: de
Funktionalität: Der Tag ändert sich
  Was zugesagt ist, bleibt. Alles andere ordnet sich neu, wenn ein Termin dazukommt, jemand krank wird oder ein Kunde nicht da
  ist, und jede Änderung nennt ihren Preis.

  Grundlage:
    Angenommen eine Tagesplanung für den 2026-11-23
    Und der Außendienst "Anna" von 08:00 bis 17:00 ab Kiel mit Können Glasfaser
    Und der Außendienst "Ben" von 08:00 bis 17:00 ab Neumünster mit Können Glasfaser
    Und der Besuch "Bäcker" in Kiel von 09:00 bis 15:00 mit 45 Minuten
    Und der Besuch "Schmied" in Neumünster von 09:00 bis 16:00 mit 60 Minuten
    Und die Touren geplant werden

  Szenario: Am Telefon wird ein Termin angeboten und zugesagt
    Wenn für einen Besuch in Plön mit 45 Minuten freie Zeiten gesucht werden
    Dann werden höchstens 5 Zeiten angeboten, die günstigste zuerst
    Wenn die erste angebotene Zeit zugesagt wird
    Dann beginnt "Plön" zur zugesagten Zeit beim zugesagten Außendienst

  Szenario: Wer krank wird, wird vertreten, und Zusagen anderer bleiben
    Wenn für einen Besuch in Plön mit 45 Minuten freie Zeiten gesucht werden
    Und die erste angebotene Zeit zugesagt wird
    Und der andere Außendienst ab 08:00 krank ist
    Dann beginnt "Plön" zur zugesagten Zeit beim zugesagten Außendienst
    Und die Änderung nennt ihren Preis und was sich verschoben hat

  Szenario: Eine Zusage, die eine andere bräche, wird abgelehnt
    Wenn für einen Besuch in Plön mit 45 Minuten freie Zeiten gesucht werden
    Und die erste angebotene Zeit zugesagt wird
    Und derselben Person zur selben Zeit ein Besuch in Kiel zugesagt wird
    Dann wird sie mit Status 400 abgelehnt
    Und die Ablehnung nennt "Plön"

  Szenario: Ein Kunde ist nicht da
    Wenn der Besuch "Bäcker" nicht stattfinden kann
    Dann steht "Bäcker" in keiner Tour
