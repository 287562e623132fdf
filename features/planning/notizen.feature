# language: de
Funktionalität: Aus der Notiz werden Angaben und Aufgaben
  Nach dem Besuch schreibt der Außendienst eine Notiz. Was darin steht, wird als Angabe oder Aufgabe vorgeschlagen und gilt erst,
  wenn jemand es mit einem Tippen bestätigt hat.

  Grundlage:
    Angenommen ein besuchter Kunde
    Und die Notiz vom 2026-04-05
      """
      Besuch bei Mosel (Herr Meier). Mosel arbeitet auf der Baustelle am Flughafen.
      Neue Bohrerserie gezeigt, interessiert, aber derzeit kein Bedarf.
      Akutes Interesse an Akkugeräten (Stromausfälle; Sorge um Leistung und Akkulaufzeit).
      Hauser ist auf derselben Baustelle.
      Angebot für Akkuschrauber und Akkubohrer (drei Mann, Treppengeländer).
      """

  Szenario: Was gesagt wurde, wird vorgeschlagen
    Dann wird "ACUTE_INTEREST" zu "Akkugeräten" vorgeschlagen
    Und wird "NO_NEED_NOW" zu "Bohrerserie" vorgeschlagen
    Und wird "CONCERN" zu "Leistung und Akkulaufzeit" vorgeschlagen
    Und wird "SEND_INFORMATION" zu "Akkugeräten" vorgeschlagen
    Und wird "MAKE_OFFER" zu "Akkuschrauber" vorgeschlagen
    Und wird "CONTACT" zu "Hauser" vorgeschlagen
    Und wird "ASK_AGAIN" zu "Bohrerserie" bis 2026-07-05 vorgeschlagen
    Aber "NO_NEED_NOW" zu "Akku" wird nicht vorgeschlagen

  Szenario: Eine bestätigte Angabe gehört zur Geschichte des Kunden
    Wenn "ACUTE_INTEREST" bestätigt wird
    Dann steht die Angabe "ACUTE_INTEREST" zu "Akkugeräten" beim Kunden
    Und die Angabe "NO_NEED_NOW" steht nicht beim Kunden

  Szenario: Eine bestätigte Aufgabe steht auf der Liste, bis sie erledigt ist
    Wenn "MAKE_OFFER" bestätigt wird
    Dann steht "MAKE_OFFER" auf der Aufgabenliste
    Wenn "MAKE_OFFER" erledigt wird
    Dann steht "MAKE_OFFER" nicht auf der Aufgabenliste

  Szenario: Wer fragt, was über ihn gespeichert ist, bekommt auch die Notiz, Wort für Wort
    Wenn die Auskunft über den Kunden abgerufen wird
    Dann steht die Notiz wörtlich in der Auskunft, mit dem, was herausgelesen wurde

  Szenario: Mit dem Kunden wird die Notiz gelöscht
    Wenn der Kunde gelöscht wird
    Dann gibt es die Notiz nicht mehr
