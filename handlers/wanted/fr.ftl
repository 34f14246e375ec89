# Ce qui se dit des numéros demandés.

button-wanted-take = Je m’en occupe
button-wanted-decline = Refuser
button-wanted-withdraw = Retirer
button-wanted-reserve = Réserver

wanted-summary = { $asker } demande *{ $numbers }* { $place } · *{ $name }*
wanted-open = Ouverte : un administrateur peut s’en occuper. { $by } sera prévenu dès qu’il y en aura assez.
wanted-taken = { $by } s’en occupe.
wanted-in-stock = En stock depuis { $time }.
wanted-declined = { $by } l’a refusée à { $time }. Motif : { $reason }
wanted-withdrawn = Retirée par { $by } à { $time }.

line-wanted-asked = { $by } en a fait la demande.
line-wanted-taken = { $by } s’en occupe.
line-wanted-in-stock = Il y en a assez maintenant ; la personne qui a demandé est prévenue.
line-wanted-declined = { $by } l’a refusée. Motif : { $reason }
line-wanted-withdrawn = { $by } l’a retirée.

wanted-news-in-stock = Les *{ $numbers }* { $place } que vous aviez demandés sont disponibles ({ $name }). Ils ne vous sont pas encore réservés.
wanted-news-declined = { $by } a refusé votre demande de *{ $numbers }* { $place } ({ $name }). Motif : { $reason }

wanted-from = Une demande attend le stock. Ce qu’un opérateur propose n’a pas à être demandé : `search` le montre avec `{ $said }`, et il se réserve aussitôt.
wanted-asked = Vous avez demandé *{ $numbers }* { $place } : *{ $name }*, dont la fiche est dans { $channel }. Vous serez prévenu dès qu’ils seront disponibles.
wanted-some = { $count ->
    [one] L’un d’eux est disponible maintenant.
   *[other] { $count } d’entre eux sont disponibles maintenant.
}
wanted-can-be-had = Il y a *{ $numbers }* { $place } en ce moment : inutile de les demander.
wanted-asked-already = Vous avez déjà demandé { $numbers } { $place } : *{ $name }*. Retirez d’abord cette demande pour en demander un autre nombre.
wanted-is-withdrawn = { $name } est retirée.
wanted-cannot-post = Rien n’a été demandé : la fiche ne pourrait figurer nulle part. Invitez le bureau dans ce canal, ou faites choisir par un administrateur un canal pour les avis avec `{ $command } settings`.
wanted-none = Personne ne demande de numéros en ce moment. `{ $command } request 5 GB London` en demande.
wanted-count = { $count ->
    [one] Une demande attend.
   *[other] { $count } demandes attendent.
}

wanted-decline-title = Refuser
wanted-reason = Pourquoi ?
wanted-no-reason = Dites pourquoi, afin que votre collègue le sache.
wanted-reason-too-long = Le motif peut compter { $most } caractères au plus.

refused-wanted-admins-only = Seuls les administrateurs décident de ce qui est demandé ({ $name }).
refused-wanted-not-the-asker = Seul { $asker }, qui a fait la demande, peut retirer { $name }.
refused-wanted-over = { $name } est déjà close.
refused-wanted-taken = { $by } s’occupe déjà de { $name }.

log-wanted_asked = a demandé { $count } numéros : { $what }
log-wanted_taken = s’occupe de la demande
log-wanted_in_stock = a constaté qu’il y en a assez maintenant
log-wanted_declined = a refusé la demande : { $reason }
log-wanted_withdrawn = a retiré la demande

help-request = *Demander* – ce qui n’est pas disponible en ce moment : un administrateur s’en occupe ou dit pourquoi non, et vous êtes averti une fois quand c’est là
    `{ $command } request 5 GB London`
    `{ $command } request 2 GB type:toll-free`
    `{ $command } request 3 Seattle ends:00` – des numéros de cette forme ; aussi `starts:` et `contains:`, et `easy` ou `near:+1 …` pour dire lesquels viennent en premier
    `{ $command } request Seattle consecutive:10` – dix à la suite
    `{ $command } requests` – ce que tous demandent ; vos propres demandes s’y retirent
