# language: de
Funktionalität: Der eine Datensatz einer Person
  Sind mehrere Datensätze eine Person, steht zu jedem Feld fest, welcher Wert gilt, von wem er ist und warum. Wer umgezogen ist,
  wohnt an der neuen Anschrift. Ein Mensch darf anders wählen, und alles lässt sich zurücknehmen.

  Hintergrund:
    Angenommen diese Kundendatensätze
      | Nr | kind    | first-name | last-name | street       | house-number | postal-code | town | email               | birth-date |
      | 1  | PRIVATE | Roswitha   | {Name}ß   | Lindenstraße | {Zahl}       | 50667       | Köln | roswitha@{Name}.org | 1958-03-14 |
    Wenn nach Dubletten gesucht wird
    Angenommen diese Kundendatensätze
      | Nr | kind    | first-name | last-name | street   | house-number | postal-code | town    | email               | birth-date |
      | 2  | PRIVATE | R.         | {Name}ss  | Neugasse | 5            | 04109       | Leipzig | roswitha@{Name}.org | 1958-14-03 |

  Szenario: Wer geliefert wird, wird mit allen verglichen
    Wenn die zuletzt Gelieferten verglichen werden
    Dann werden 1 und 2 als ein Kunde vorgeschlagen
    Und die Gründe nennen "Verschiedene Adressen: vielleicht umgezogen."
    Und die Gründe nennen "Dieselbe E-Mail-Adresse."

  Szenario: Umgezogen, mit Vornamen und Geburtstag, die es gibt
    Wenn die zuletzt Gelieferten verglichen werden
    Und die Datenpflege 1 und 2 für denselben Kunden hält
    Dann ist bei der Person street "Neugasse" von 2, weil "umgezogen"
    Und ist bei der Person postal-code "04109" von 2, weil "umgezogen"
    Und ist bei der Person first-name "Roswitha" von 1, weil "ausgeschrieben"
    Und ist bei der Person birth-date "1958-03-14" von 1, weil "Kalender"
    Und die Anschrift von 1 gilt als veraltet

  Szenario: Ein Mensch wählt anders, nimmt es zurück, und getrennt hat jeder wieder das Seine
    Wenn die zuletzt Gelieferten verglichen werden
    Und die Datenpflege 1 und 2 für denselben Kunden hält
    Und die Datenpflege für street den Wert von 1 wählt
    Dann ist bei der Person street "Lindenstraße" von 1, weil "gewählt"
    Wenn die Datenpflege für street die Regeln entscheiden lässt
    Dann ist bei der Person street "Neugasse" von 2, weil "umgezogen"
    Wenn die Datenpflege das zurücknimmt
    Dann ist bei der Person street "Lindenstraße" von 1, weil "Nur"
