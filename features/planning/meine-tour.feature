# language: de
Funktionalität: Die eigene Tour
  Wer im Außendienst fährt, sieht die eigene Tour des Tages und nicht die der anderen.

  Szenario: Die Tour des Tages
    Angenommen für den nächsten Arbeitstag sind die Touren der eigenen Besuche geplant
    Wenn der Außendienst seine Tour ansieht
    Dann hat die Tour Besuche mit Ort, Ankunft und Dauer
    Und die Tour gibt es als Kalender ohne Namen von Kunden

  Szenario: Fremde Touren bleiben fremd
    Wenn der Außendienst die Tour eines anderen ansieht
    Dann wird sie als "Nicht erlaubt" mit Status 403 abgelehnt
