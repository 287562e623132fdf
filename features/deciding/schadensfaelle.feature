# language: de
Funktionalität: Schadensfälle
  Die Entscheidungsmaschine weiß nicht, was ein Kunde ist: Schadensfälle und Juristen stehen genauso im Vokabular und in den
  Tabellen.

  Szenariogrundriss: Einstufung nach Betrugsverdacht und Höhe
    Angenommen ein Schadensfall mit Betrugsverdacht <Verdacht> und Schadenshöhe <Höhe>
    Wenn die Einstufung entschieden wird
    Dann ist die Einstufung "<Einstufung>"
    Und der Grund nennt die Zeile "<Zeile>"

    Beispiele:
      | Verdacht | Höhe     | Einstufung         | Zeile                    |
      | 80 %     | 200 EUR  | prüfen             | suspicious               |
      | 40 %     | 1000 EUR | Gutachter schicken | doubtful and not small   |
      | 40 %     | 999 EUR  | sofort regulieren  | small and hardly doubtful |
      | 5 %      | 2499 EUR | sofort regulieren  | small and clean          |
      | 5 %      | 2500 EUR | Gutachter schicken | large                    |

  Szenario: Den Fall bekommt, wer das Fachgebiet hat und Zeit
    Angenommen die Juristin "Ahrens" mit Fachgebiete TRAFFIC, Offene Fälle 2 und Verfügbar ja
    Und die Juristin "Behn" mit Fachgebiete TRAFFIC, Offene Fälle 19 und Verfügbar ja
    Und die Juristin "Claussen" mit Fachgebiete WATER, Offene Fälle 2 und Verfügbar ja
    Und ein Schadensfall mit Schadensart Verkehr
    Wenn die Zuordnung entschieden wird
    Dann steht "Ahrens" vor "Behn"
    Und steht "Ahrens" vor "Claussen"

  Szenario: Wer nicht da ist, bekommt keinen Fall
    Angenommen die Juristin "Dierks" mit Fachgebiete TRAFFIC, Offene Fälle 0 und Verfügbar nein
    Und ein Schadensfall mit Schadensart Verkehr
    Wenn die Zuordnung entschieden wird
    Dann wird "Dierks" wegen der Eignung nicht zugeordnet

  Szenario: Wer warten müsste, bis ein Gutachter Zeit hat, bekommt sein Geld
    Angenommen ein Schadensfall mit Betrugsverdacht 5 %, Schadenshöhe 3000 EUR und Tage bis zum nächsten Gutachter 12
    Wenn die Einstufung entschieden wird
    Dann ist die Einstufung "sofort regulieren"
    Und der Grund nennt die Zeile "clean and nobody free"

  Szenariogrundriss: Worum es geht, sagt der Text
    Angenommen ein Schadensfall mit Schadenstext "<Text>"
    Wenn die Einstufung entschieden wird
    Dann ist das Sachgebiet "<Sachgebiet>"

    Beispiele:
      | Text                                             | Sachgebiet   |
      | Nach einem Rohrbruch steht der Keller unter Wasser | Wasser       |
      | The pipe burst and the floor is flooded          | Wasser       |
      | Auffahrunfall auf der Kreuzung                   | Verkehr      |
      | Mein Hund hat die Nachbarin gebissen             | Haftpflicht  |
      | Streit um eine Klausel im Vertrag                | Vertragsrecht |
      | Der Krater im Garten                             | etwas anderes |

  Szenario: Der Name steht sofort fest, und was verstanden wurde, wird vorgelesen
    Angenommen die Juristin "Engel" mit Name "Edda Engel", Fachgebiete TRAFFIC, Offene Fälle 0 und Verfügbar ja
    Und ein Schadensfall mit Schadenstext "Auffahrunfall auf der Kreuzung" und Schadenshöhe 1800 EUR
    Wenn die Zuordnung entschieden wird
    Dann sagt die Antwort "kümmert sich um Ihren Fall. Haben wir richtig verstanden: Es geht um Verkehr, und der Schaden beträgt 1.800,00 EUR?"
