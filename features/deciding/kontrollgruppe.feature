# language: de
Funktionalität: Kontrollgruppe
  Ein kleiner Teil der Menschen bekommt eine Zeit lang keine Werbung. Nur so lässt sich messen, was Werbung bewirkt. Wer dazu
  gehört, bleibt es; der Service ist für alle derselbe.

  Szenario: Die Kontrollgruppe bekommt keine Werbung, aber denselben Service
    Angenommen ein Kunde der Kontrollgruppe mit Internetzugang DSL, Sicherheitspaket nein, Monatsbeitrag 60 EUR, Vertrag monatlich und Einwilligung E-Mail ja
    Wenn der Kunde anruft mit Anrufgrund Kündigung
    Dann wird keine Werbung angeboten
    Und wird "Passender Tarif" angeboten
    Und die Erklärung sagt, dass die Person zur Kontrollgruppe gehört

  Szenario: Was die Kontrollgruppe sonst bekommen hätte, wird vermerkt
    Angenommen ein Kunde der Kontrollgruppe mit Internetzugang DSL, Sicherheitspaket nein, Monatsbeitrag 60 EUR, Vertrag monatlich und Einwilligung E-Mail ja
    Wenn über E-Mail das Nächstbeste entschieden wird
    Dann wird keine Werbung angeboten
    Und die Erklärung nennt, was sonst zuerst angeboten worden wäre

  Szenario: Wer nicht dazu gehört, bekommt Werbung
    Angenommen ein Kunde mit Internetzugang DSL, Sicherheitspaket nein, Monatsbeitrag 60 EUR, Vertrag monatlich und Einwilligung E-Mail ja
    Wenn über E-Mail das Nächstbeste entschieden wird
    Dann wird "Sicherheitspaket" angeboten
