# Ce qui se dit des numéros disponibles.

button-reserve-these = Réserver ceux-ci
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
