# Ce qui se dit des numéros disponibles.

button-reserve-these = Réserver ceux-ci
search-why-starts = commence par *{ $digits }*
search-why-contains = contient *{ $digits }*
search-why-ends = finit par *{ $digits }*
search-why-easy = facile : *{ $digits }*
search-why-near = à *{ $count }* près
search-title = Chercher des numéros
search-country = Pays
search-region = État ou région
search-city = Ville
search-kind = Qui paie l’appel ?
search-quantity = Combien ?
search-digits = À quoi ils ressemblent
search-digits-hint = { $words }. Une étoile vaut un chiffre quelconque, une lettre sa touche.
search-list-placeholder = Tapez pour trouver
search-found-more = Disponibles { $place } : plus de *{ $numbers }*.
search-found-at-least = Disponibles { $place } : au moins *{ $numbers }*.
search-runs = Suites d’au moins { $run } numéros disponibles { $place } :
search-run = { $first } – { $last } · { $count } à la suite
search-any-digits = Tous les chiffres
search-gave-up = Seuls les { $count } premiers numéros ont été examinés : il peut y en avoir d’autres.
search-shown-of-more = { $first }–{ $last } sur plus de { $total }
search-shown-of-at-least = { $first }–{ $last } sur au moins { $total }
search-none-like-it = { $kind ->
    [toll] Aucun numéro payant de cette forme n’est disponible en ce moment { $place }.
    [toll_free] Aucun numéro gratuit de cette forme n’est disponible en ce moment { $place }.
   *[other] Aucun numéro de ce type n’est disponible en ce moment { $place }.
}
search-found = Disponibles { $place } : *{ $numbers }*.
search-enough = Vous en avez demandé { $quantity }.
search-too-few = Vous en avez demandé { $quantity } : il n’y en a pas autant.
search-none = { $kind ->
    [toll] Aucun numéro payant n’est disponible en ce moment { $place }.
    [toll_free] Aucun numéro gratuit n’est disponible en ce moment { $place }.
   *[other] Aucun numéro de ce type n’est disponible en ce moment { $place }.
}
search-past-the-end = Il n’y a pas de page { $page }. Disponibles { $place } : { $numbers }.
search-elsewhere = Il y en a ailleurs dans le pays ({ $country }).
help-short-search = `{ $command } search GB London` – ce qui est disponible
help-search = *Rechercher* – combien sont disponibles, et les dix premiers
    `{ $command } search US Washington Seattle`
    `{ $command } search GB type:toll-free qty:5`
    `{ $command } search Seattle ends:00 contains:55*5` – `*` vaut un chiffre quelconque, une lettre sa touche : `ends:TAXI` ; aussi `starts:206`
    `{ $command } search Seattle easy` – les plus faciles à retenir d’abord ; `near:+12065550142` – les plus proches d’abord
    `{ $command } search Seattle consecutive:10` – dix et plus à la suite
    `{ $command } search Seattle from:telnyx` – ce qu’un opérateur propose ; `from:stock` – notre propre stock seul
    `{ $command } search` – choisir dans des listes

# Ce que les opérateurs proposent.

button-reserve-these-at = Réserver ceux-ci chez { $carrier }
button-more-of = Plus chez { $carrier }
button-other-numbers = D’autres numéros
button-look-again = Regarder à nouveau
search-from = D’où viennent-ils ?
search-from-all = Notre stock, puis les opérateurs
search-from-stock = Notre stock seul
search-not-in-stock = { $kind ->
    [toll] Notre stock n’a aucun numéro payant de ce type en ce moment { $place }.
    [toll_free] Notre stock n’a aucun numéro gratuit de ce type en ce moment { $place }.
   *[other] Notre stock n’a aucun numéro de ce type en ce moment { $place }.
}
search-carrier = { $carrier } propose { $numbers } :
search-carrier-more = { $carrier } propose { $numbers } et d’autres :
search-carrier-none = { $carrier } ne propose aucun numéro de ce type { $place }.
search-carrier-shown = { $first }–{ $last }
search-carrier-no-more = { $carrier } ne propose pas d’autre numéro de ce genre { $place }.
search-carrier-looked-at = { $carrier } ne se laisse pas interroger aussi précisément : { $count ->
    [one] un de ses numéros a été examiné ici.
   *[other] { $count } de ses numéros ont été examinés ici.
}
search-carrier-sample = { $carrier } montre un échantillon au hasard de ce qu’il a.
search-carrier-agree = Avant que soit acquis un numéro venu de chez { $carrier }, un administrateur doit s’engager à ne pas le revendre : `{ $command } settings carriers`.
