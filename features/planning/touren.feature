# language: de
Funktionalität: Touren für den Außendienst
  Der Tag wird so gefahren, dass zugesagte Zeiten gehalten werden. Was keinen Platz findet, wird mit einem Grund in Worten
  genannt, statt stillschweigend zu fehlen.

  Grundlage:
    Angenommen eine Tagesplanung für den 2026-11-23
    Und der Außendienst "Anna" von 08:00 bis 17:00 ab Kiel mit Können Glasfaser
    Und der Besuch "Bäcker" in Kiel von 09:00 bis 11:00 mit 45 Minuten
    Und der Besuch "Schmied" in Neumünster von 10:00 bis 16:00 mit 60 Minuten

  Szenario: Alle Besuche haben Platz
    Wenn die Touren geplant werden
    Dann hat "Anna" die Besuche "Bäcker, Schmied"
    Und jeder Besuch beginnt in seinem Zeitfenster
    Und kein Besuch ist ausgelassen

  Szenario: Ein Besuch, für den niemand das Können hat
    Angenommen der Besuch "Optiker" in Kiel von 09:00 bis 16:00 mit 30 Minuten und Können Richtfunk
    Wenn die Touren geplant werden
    Dann ist "Optiker" ausgelassen mit dem Grund NO_REP_HAS_SKILLS
    Und der Grund sagt in Worten "Richtfunk"
    Und hat "Anna" die Besuche "Bäcker, Schmied"

  Szenario: Ein Zeitfenster außerhalb jeder Schicht
    Angenommen der Besuch "Nachtwächter" in Kiel von 20:00 bis 22:00 mit 30 Minuten
    Wenn die Touren geplant werden
    Dann ist "Nachtwächter" ausgelassen mit dem Grund WINDOW_OUTSIDE_SHIFTS

  Szenario: Eine unmögliche Aufgabe wird benannt, ehe gerechnet wird
    Angenommen der Besuch "Irrläufer" in Atlantis von 09:00 bis 16:00 mit 30 Minuten
    Wenn die Touren geplant werden
    Dann wird sie mit Status 400 abgelehnt
    Und die Ablehnung nennt "Atlantis"

  Szenario: Ein Lieferwagen, der nicht alles auf einmal fasst, lädt unterwegs nach
    Angenommen der Lieferwagen "Carl" von 08:00 bis 17:00 ab Kiel mit Platz für 10 Kisten, der in Kiel nachlädt
    Und die Lieferung "Markt" nach Neumünster von 08:00 bis 17:00 mit 8 Kisten
    Und die Lieferung "Schule" nach Neumünster von 08:00 bis 17:00 mit 7 Kisten
    Wenn die Touren geplant werden
    Dann lädt "Carl" 1 Mal in Kiel nach
    Und kein Besuch ist ausgelassen

  Szenario: Besuche bleiben im Gebiet, wenn das nicht zu weit ist
    Angenommen der Außendienst "Ben" von 08:00 bis 17:00 ab Neumünster mit Können Glasfaser
    Und "Anna" betreut das Gebiet 245
    Und "Ben" betreut das Gebiet 241
    Und der Besuch "Schmied" liegt im Gebiet 24534
    Und der Besuch "Bäcker" liegt im Gebiet 24103
    Wenn die Touren geplant werden
    Dann hat "Anna" die Besuche "Schmied"
    Und hat "Ben" die Besuche "Bäcker"
