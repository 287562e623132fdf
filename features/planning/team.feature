# language: de
Funktionalität: Das Team, für das geplant wird
  Wer anruft, was jemand kann und mit wem Kunden gern sprechen, ist gespeichert und zählt bei der Planung.

  Szenario: Jeder Kunde wird von jemandem angerufen, der passt
    Angenommen der Kunde "meier" spricht am liebsten mit "ben"
    Und der Kunde "kunze" spricht am liebsten mit "anna"
    Und für den Kunden "olsen" muss man "norwegisch" können
    Und für den Kunden "quint" muss man "dänisch" können
    Wenn ihre Anrufe für "anna", die "norwegisch" kann, und "ben", der "dänisch" kann, geplant werden
    Dann wird "meier" von "ben" angerufen
    Und wird "kunze" von "anna" angerufen
    Und wird "olsen" von "anna" angerufen
    Und wird "quint" von "ben" angerufen

  Szenario: Jemand kommt ins Team und geht wieder
    Wenn "nachtwache" ins Team kommt, von 03:00 bis 04:00, am liebsten mit Kunden aus "DE-HH"
    Dann gehört "nachtwache" zum Team und mag "DE-HH"
    Wenn "nachtwache" das Team verlässt
    Dann gehört "nachtwache" nicht zum Team

  Szenario: Ein Dienst, der endet, bevor er beginnt
    Wenn "nachtwache" ins Team kommt, von 17:00 bis 09:00, am liebsten mit Kunden aus "DE-HH"
    Dann wird es mit Status 400 abgelehnt
