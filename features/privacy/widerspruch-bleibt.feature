# language: de
Funktionalität: Ein Widerspruch überlebt die Löschung
  Wer der Werbung widersprochen hat und gelöscht wurde, bekommt auch dann keine, wenn er unter derselben Kundennummer oder
  E-Mail-Adresse wiederkommt. Dafür bleibt nur ein verschlüsselter Abdruck; er selbst ist gelöscht.

  Grundlage:
    Angenommen ein Kunde mit E-Mail-Adresse "erika@example.org", Internetzugang DSL, Sicherheitspaket nein, Monatsbeitrag 60 EUR, Vertrag monatlich und Einwilligung E-Mail ja

  Szenario: Unter derselben Kundennummer
    Wenn der Kunde der Werbung widerspricht
    Und der Kunde gelöscht wird
    Und der Kunde unter derselben Kundennummer wiederkommt
    Und der Kunde anruft mit Anrufgrund Kündigung
    Dann wird keine Werbung angeboten

  Szenario: Unter derselben E-Mail-Adresse, anders geschrieben
    Wenn der Kunde der Werbung widerspricht
    Und der Kunde gelöscht wird
    Und ein anderer Kunde mit der E-Mail-Adresse "ERIKA@example.org" geliefert wird
    Und der Kunde anruft mit Anrufgrund Kündigung
    Dann wird keine Werbung angeboten

  Szenario: Wer danach wieder einwilligt, wird beim Wort genommen
    Wenn der Kunde der Werbung widerspricht
    Und der Kunde gelöscht wird
    Und der Kunde unter derselben Kundennummer wiederkommt
    Und der Kunde in E-Mail einwilligt
    Und über E-Mail das Nächstbeste entschieden wird
    Dann wird "Sicherheitspaket" angeboten

  Szenario: Ein Widerspruch auf Zeit endet, wenn er es sagt
    Wenn der Kunde der Werbung bis in eine Stunde widerspricht
    Und über E-Mail das Nächstbeste entschieden wird
    Dann wird keine Werbung angeboten
    Wenn über E-Mail das Nächstbeste für in zwei Stunden durchgespielt wird
    Dann wird "Sicherheitspaket" angeboten
