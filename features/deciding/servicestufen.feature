# language: de
Funktionalität: Servicestufen
  Die wertvollsten 10 % sind VIP, die nächsten 20 % Premium, die nächsten 60 % Standard, die letzten 10 % Basis. Auf beiden
  Seiten jeder Grenze gilt genau das, was in der Tabelle steht.

  Szenariogrundriss: Die Grenzen bei 10, 30 und 90 %
    Angenommen ein Kunde mit Kundenwert-Perzentil <Perzentil>
    Wenn die Servicestufe entschieden wird
    Dann ist die Servicestufe "<Stufe>"
    Und ist die Antwort binnen Stunden "<Stunden>"

    Beispiele:
      | Perzentil | Stufe    | Stunden |
      | 100       | VIP      | 2       |
      | 90        | VIP      | 2       |
      | 89,9      | Premium  | 8       |
      | 70        | Premium  | 8       |
      | 69,9      | Standard | 24      |
      | 10        | Standard | 24      |
      | 9,9       | Basis    | 48      |
      | 0         | Basis    | 48      |

  Szenario: Ein VIP mit einer Störung kommt ohne Umweg zur erfahrenen Beratung
    Angenommen ein Kunde mit Kundenwert-Perzentil 95 und Anrufgrund Störung
    Wenn die Servicestufe entschieden wird
    Dann ist die Weiterleitung "erfahrene Beratung"
    Und der Grund nennt die Zeile "VIP sofort zur erfahrenen Beratung"

  Szenario: Wer wertvoll und gefährdet ist, wartet nicht
    Angenommen ein Kunde mit Kundenwert-Perzentil 80 und Kündigungsrisiko 60 %
    Wenn die Servicestufe entschieden wird
    Dann ist die Weiterleitung "erfahrene Beratung"
    Und der Grund nennt die Zeile "wertvoll und gefährdet"

  Szenario: Eine einfache Frage beantwortet zuerst der Bot
    Angenommen ein Kunde mit Kundenwert-Perzentil 50 und Anrufgrund Frage
    Wenn die Servicestufe entschieden wird
    Dann ist die Weiterleitung "Selbstbedienung und Bot"

  Szenario: Die Begründung ist deutsch
    Angenommen ein Kunde mit Kundenwert-Perzentil 95
    Wenn die Servicestufe entschieden wird
    Dann sagt der Grund "Servicestufe folgt aus Regel"
    Und sagt der Grund "Kundenwert-Perzentil ist 95"
