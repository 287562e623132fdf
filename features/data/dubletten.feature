# language: de
Funktionalität: Wer doppelt gespeichert ist
  Die Suche schlägt Datensätze vor, die ein Kunde sein können, und sagt warum. Ein Mensch entscheidet; was er zusammenführt,
  lässt sich trennen, und aus jeder Entscheidung lernt die Suche. Privat- und Geschäftskunden werden nie zusammengeführt.

  Hintergrund:
    Angenommen diese Kundendatensätze
      | Nr | kind     | first-name | last-name | street       | house-number | postal-code | town  | phone            | email                  | birth-date |
      | 1  | PRIVATE  | Roswitha   | {Name}ß   | Lindenstraße | {Zahl}       | 50667       | Köln  | 0221 47{Zahl}    | roswitha@{Name}.org    | 1958-03-14 |
      | 2  | PRIVATE  | {Name}ss   | Roswitha  | Lindenstr.   | {Zahl}       | 50667       | Koeln | +49 221/47{Zahl} | roswitha@{Name}.org    | 1958-14-03 |
      | 3  | PRIVATE  | Balduin    | {Name}ß   | Lindenstraße | {Zahl}       | 50667       | Köln  | 0221 47{Zahl}    | balduin@{Name}.org     | 1955-01-02 |
      | 4  | BUSINESS | Roswitha   | {Name}ß   | Lindenstraße | {Zahl}       | 50667       | Köln  | 0221 47{Zahl}    | roswitha@{Name}.org    | 1958-03-14 |
    Wenn nach Dubletten gesucht wird

  Szenario: Dieselbe Kundin, anders geschrieben, wird mit Gründen vorgeschlagen
    Dann sind 1 und 2 wahrscheinlich ein Kunde
    Und die Gründe nennen "Dieselbe E-Mail-Adresse."
    Und die Gründe nennen "Vor- und Nachname sind einmal vertauscht."
    Und die Gründe nennen "Dasselbe Geburtsdatum, Tag und Monat vertauscht."

  Szenario: Eheleute sind zwei, auch wenn sie Haus und Telefon teilen
    Dann sind 1 und 3 nicht wahrscheinlich ein Kunde

  Szenario: Privat und geschäftlich wird nicht einmal verglichen und lässt sich nicht zusammenführen
    Dann sind 1 und 4 kein Verdacht
    Wenn 4 von Hand mit 1 zusammengeführt wird
    Dann wird es als "Privat und geschäftlich" mit Status 409 abgelehnt

  Szenario: Zusammengeführt sind sie eine Person mit allem, was geschah, und getrennt wieder zwei
    Angenommen Datensatz 2 hat seit gestern ein Ticket
    Wenn die Datenpflege 1 und 2 für denselben Kunden hält
    Dann ist 1 eine Person mit 2
    Und die nächste Entscheidung über 1 kennt 1 Ticket
    Und es ist vermerkt, wer 2 zusammengeführt hat
    Wenn die Datenpflege das zurücknimmt
    Dann ist 1 wieder für sich
    Und die nächste Entscheidung über 1 kennt 0 Tickets

  Szenario: Was verschieden genannt wurde, wird nicht wieder gefragt
    Wenn die Datenpflege 1 und 2 für verschiedene Kunden hält
    Und nach Dubletten gesucht wird
    Dann sind 1 und 2 als verschieden vermerkt
