# language: de
Funktionalität: Was der Bildschirm zeigt, bevor der Anrufer spricht
  Wert, Risiko, Stimmung, letzter Kontakt und Empfehlung stehen da, ehe das erste Wort fällt.

  Grundlage:
    Angenommen ein Kunde mit Name "Erika Beispiel", Monatsbeitrag 70 EUR, Vertrag monatlich, Vertragsdauer in Monaten 30 und Internetzugang Glasfaser

  Szenario: Ein zufriedener Kunde ruft an
    Angenommen der Kunde hat vor 3 Tagen dieses Ereignis: review mit stars 5
    Wenn der Anruf des Kunden ankommt
    Dann zeigt der Bildschirm den Namen "Erika Beispiel"
    Und der Bildschirm zeigt den Kundenwert als Platz von 100
    Und der Bildschirm nennt das Kündigungsrisiko niedrig, mittel oder hoch
    Und der letzte Kontakt ist "Bewertung, vor 3 Tagen"
    Und der Bildschirm zeigt eine Servicestufe und eine Empfehlung

  Szenario: Die Stimmung ist bekannt
    Wenn der Anruf des Kunden mit Stimmung verärgert ankommt
    Dann zeigt der Bildschirm die Stimmung "verärgert"

  Szenario: Ein unbekannter Anrufer ist ein klarer Fall
    Wenn der Anruf eines unbekannten Kunden ankommt
    Dann wird er als "Nicht bekannt" mit Status 404 abgelehnt
