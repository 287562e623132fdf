# language: de
Funktionalität: Ein Besuch kommt nach dem anderen
  Manche Besuche haben eine Reihenfolge: der Maler kommt, wenn der Elektriker fertig ist. Was gespeichert ist, wird so geplant;
  eine Reihenfolge, die es nicht geben kann, wird gar nicht erst angenommen.

  Szenario: Der Maler kommt nach dem Elektriker
    Angenommen ein Besuch "elektriker" wartet
    Und ein Besuch "maler" wartet, der nach "elektriker" kommt
    Wenn die Touren aller wartenden Besuche geplant werden
    Dann ist "elektriker" vorbei, bevor "maler" beginnt

  Szenario: Ein Besuch nach einem, den niemand kennt
    Wenn ein Besuch "maler" gespeichert wird, der nach "niemand" kommt
    Dann wird es mit Status 400 abgelehnt

  Szenario: Besuche im Kreis
    Angenommen ein Besuch "elektriker" wartet
    Und ein Besuch "maler" wartet, der nach "elektriker" kommt
    Wenn ein Besuch "elektriker" gespeichert wird, der nach "maler" kommt
    Dann wird es mit Status 400 abgelehnt

  Szenario: Ein Depot, an dem noch jemand umlädt
    Angenommen "tour" lädt am Depot "lager" um
    Wenn das Depot "lager" aufgegeben wird
    Dann wird es mit Status 409 abgelehnt
