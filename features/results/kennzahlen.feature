# language: de
Funktionalität: Was erreicht wird
  Höchstens drei Kennzahlen je Rolle, jede einmal bestimmt, mit Einheit, Quelle und Intervall, gegen einen festgehaltenen
  Ausgangswert. Wer zu wenig weiß, sagt es.

  Szenariogrundriss: Jede Rolle sieht höchstens drei Kennzahlen, und überall dieselbe Zahl
    Wenn die Analyse die Ergebnisse für "<Rolle>" ansieht
    Dann sind es höchstens drei Kennzahlen, jede mit Einheit und Quelle
    Und jede Zahl steht unter ihrem Namen noch einmal genauso

    Beispiele:
      | Rolle      |
      | management |
      | department |
      | team-lead  |

  Szenario: Zufriedenere Kunden als im Ausgangsjahr
    Angenommen in einem früheren Jahr gaben 60 Kunden zwischen 3 und 4 Sterne
    Und im Jahr darauf gaben 60 Kunden zwischen 4 und 5 Sterne
    Wenn die Analyse das frühere Jahr als Ausgangswert der Zufriedenheit festhält
    Dann ist die Zufriedenheit im Jahr darauf besser, mit Intervall in Prozent, und das Ziel erreicht
    Und die Ausgangswerte davor sind noch vermerkt

  Szenario: Ein Unterschied, der Zufall sein kann, ist keiner
    Angenommen in einem früheren Jahr gaben 60 Kunden zwischen 3 und 5 Sterne
    Und im Jahr darauf gaben 60 Kunden zwischen 3 und 5 Sterne
    Wenn die Analyse das frühere Jahr als Ausgangswert der Zufriedenheit festhält
    Dann ist bei der Zufriedenheit im Jahr darauf keine Änderung nachweisbar

  Szenario: Wenige sagen nichts, wie oft sie sich auch melden
    Angenommen in einem früheren Jahr gaben 10 Kunden je 6-mal zwischen 1 und 2 Sterne
    Dann sagt die Zufriedenheit dieses Jahres, dass 10 Personen zu wenige sind
    Wenn die Analyse das frühere Jahr als Ausgangswert der Zufriedenheit festhält
    Dann wird es mit Status 400 abgelehnt

  Szenario: Was eine Investition bringt
    Wenn 150000 EUR 80000 EUR, 120000 EUR und 60000 EUR bringen
    Dann ist die Rendite 73 Prozent
    Wenn 45000 EUR 156000 EUR, 198000 EUR und 87000 EUR bringen
    Dann ist die Rendite 880 Prozent

  Szenario: Der nächste Schritt mit den eigenen Daten
    Wenn ein Unternehmen sagt, dass es bei "awareness" bei "ANALYSIS" steht
    Dann muss es als Nächstes "DESCRIPTIVE" angehen
    Und die Karte der Demofirma nennt je Phase Stand, Belege und nächsten Schritt
