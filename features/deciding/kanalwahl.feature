# language: de
Funktionalität: Kanalwahl
  Je mehr Potenzial ein Kunde hat, desto mehr darf die Ansprache kosten. Wer einen Kanal ablehnt, wird auf ihm nicht
  angesprochen, und jede Wahl nennt die Zeile der Tabelle, aus der sie folgt.

  Szenario: Wenig Potenzial wird nicht besucht
    Angenommen ein Kunde mit Lead-Score 0,4
    Wenn der Kanal entschieden wird
    Dann ist der Kanal "E-Mail"
    Und der Grund nennt die Zeile "newsletter only"

  Szenario: Hohes Potenzial wird besucht
    Angenommen ein Kunde mit Lead-Score 3
    Wenn der Kanal entschieden wird
    Dann ist der Kanal "Außendienst"
    Und der Grund nennt die Zeile "rep for high potential"

  Szenariogrundriss: Die Grenzen 1 und 3 gelten genau
    Angenommen ein Kunde mit Lead-Score <Punkte>
    Wenn der Kanal entschieden wird
    Dann ist der Kanal "<Kanal>"

    Beispiele:
      | Punkte | Kanal       |
      | 0,99   | E-Mail      |
      | 1      | Brief       |
      | 2,99   | Brief       |
      | 3      | Außendienst |

  Szenario: Mit Einwilligung wird telefoniert
    Angenommen ein Kunde mit Lead-Score 2 und Einwilligung Telefon ja
    Wenn der Kanal entschieden wird
    Dann ist der Kanal "Telefon"
    Und der Grund nennt die Zeile "phone if allowed"

  Szenario: Wer keine Besuche möchte, wird auch mit hohem Potenzial nicht besucht
    Angenommen ein Kunde mit Lead-Score 4, Einwilligung Besuch nein und Einwilligung Telefon ja
    Wenn der Kanal entschieden wird
    Dann ist der Kanal "Telefon"
    Und der Grund nennt die Zeile "visits refused but phone allowed"

  Szenario: Ein geschlossener Kanal wird nie gewählt
    Angenommen ein Kunde mit Lead-Score 0,4 und Einwilligung E-Mail nein
    Wenn der Kanal entschieden wird
    Dann ist der Kanal "Web"
    Und der Grund nennt die Zeile "no e-mail wanted"

  Szenario: Der Wunsch des Kunden zählt
    Angenommen ein Kunde mit Lead-Score 2, Bevorzugter Kanal E-Mail, Einwilligung E-Mail ja und Einwilligung Telefon ja
    Wenn der Kanal entschieden wird
    Dann ist der Kanal "E-Mail"
    Und der Grund nennt die Zeile "writes rather than talks"
