# language: de
Funktionalität: Ein neuer Begriff braucht keine Programmierung
  Das Marketing erklärt einen Begriff im Vokabular und benutzt ihn: in einer Tabelle, in der Schnittstelle, in diesem Text.

  Szenario: Ein neues Merkmal, eine neue Tabelle, eine neue Entscheidung
    Wenn Marketing im Vokabular diese Begriffe für Kunden erklärt
      """
      garden:     {title: {en: Has a garden, de: Hat einen Garten}, type: yes-no, from: attribute, purposes: [service, marketing]}
      router-tip: {title: {en: Router tip, de: {title: Routertipp, article: der}}, type: choice, from: rules, purposes: [service, marketing],
                   values: {OUTDOOR: {en: weatherproof, de: wetterfest}, INDOOR: {en: for the living room, de: fürs Wohnzimmer}}}
      """
    Und Marketing im Vokabular diese Entscheidung erklärt
      """
      router-tip: {subject: customer, kind: rules, outputs: [router-tip]}
      """
    Und Marketing diese Tabelle "tables/router-tip.csv" dazulegt
      """
      Tabelle;router-tip;Trefferregel;erste;Gegenstand;Kunde;Sprache;de
      Name;Hat einen Garten ist;=> Routertipp
      wer draußen sitzt;ja;wetterfest
      alle anderen;;fürs Wohnzimmer
      """
    Und der Entwurf von Marketing eingereicht, von anderen genehmigt und aktiviert wird
    Angenommen ein Kunde mit Hat einen Garten ja
    Wenn der Routertipp entschieden wird
    Dann ist der Routertipp "wetterfest"
    Und der Grund nennt die Zeile "wer draußen sitzt"
