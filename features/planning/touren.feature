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
