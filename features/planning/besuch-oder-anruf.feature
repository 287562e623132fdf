# language: de
Funktionalität: Besuch oder Anruf
  Entscheidungen und Planung teilen sich die Stunden des Außendienstes. Was eine weitere Stunde der Planung wert wäre, kostet
  sie auch die Entscheidung: werden Stunden knapp, wandern Kunden, die wenig bringen, vom Besuch ans Telefon.

  Szenario: Knappe Stunden gehen an die Kunden, bei denen sie am meisten bringen
    Angenommen ein Geschäftskunde "klein" mit einem Auftragspotenzial von 3000 EUR, der besucht und angerufen werden darf
    Und ein Geschäftskunde "groß" mit einem Auftragspotenzial von 60000 EUR, der besucht und angerufen werden darf
    Wenn alle offenen Besuche an einem einzigen Tag zu machen sind
    Dann kostet eine Stunde des Außendienstes etwas, und zwar laut Planung
    Und der Kunde "klein" wird angerufen
    Und der Kunde "groß" wird besucht
    Wenn sich die offenen Besuche auf zwei Wochen verteilen
    Dann kostet eine Stunde des Außendienstes weniger
    Und der Kunde "klein" wird besucht
