# Ce qui se dit quand beaucoup de numéros sont traités à la fois.

approved-last-release = Vous avez approuvé { $hold }. { $count ->
    [one] Le numéro est en cours de libération.
   *[other] Les { $count } numéros sont en cours de libération.
}
withdrawn-release = Vous avez retiré votre demande { $hold }. Rien n’est libéré.
verdict-ran-out-release = Votre demande { $hold } de libérer { $numbers } a pris fin à { $time } : personne n’avait décidé. Rien n’est libéré.
request-ran-out-release = { $hold } a pris fin à { $time } : personne n’avait décidé.
cannot-ask-here-release = Il faut l’approbation d’un collègue, et personne ne verrait la demande dans vos messages directs. Libérez dans un canal, ou demandez à un administrateur de choisir un canal pour les avis avec `{ $command } settings`.
request-was-approved-release = { $hold } est clos : la libération demandée par { $asker } a été approuvée par { $by } à { $time }.
verdict-approved-release = Votre demande de libérer *{ $numbers }* ({ $hold }) est approuvée par { $by } :
verdict-declined-release = { $by } a refusé votre demande de libérer { $numbers } ({ $hold }) ; tout reste à nous. Motif : { $reason }
decline-intro-release = { $asker } demande à libérer { $numbers } ({ $hold }). Si vous refusez, tout reste à nous.
home-request-release = { $asker } demande à libérer *{ $numbers }* · *{ $hold }* · { $given } sur { $needed } approbations
line-asked-release = { $asker } demande à libérer { $count ->
    [one] le numéro.
   *[other] { $count } numéros.
} { $needed ->
    [one] Il faut { $needed } approbation.
   *[other] Il faut { $needed } approbations.
}
line-declined-release = { $by } a refusé { $hold }. { $count ->
    [one] Le numéro reste à nous.
   *[other] Les { $count } numéros restent à nous.
} Motif : { $reason }
line-withdrawn-release = { $by } a retiré la demande. Rien n’est libéré.
line-request-ended = { $asker } Personne n’a décidé en { $days ->
    [one] un jour
   *[other] { $days } jours
}, la demande a donc pris fin. Rien n’est libéré.
refused-said-before = { $number } figure déjà dans la liste.
no-such-batch = Il n’y a pas de lot { $batch } ici.
batch-too-many = La liste est trop longue : { $most } lignes au plus. Divisez-la.
batch-no-numbers = Il n’y a aucun numéro dans la liste. Écrivez-en un par ligne, ou donnez un fichier CSV.
batch-half-a-service = Un service a besoin des deux : un type et un nom.
batch-list = Numéros
batch-file = Ou un fichier CSV
batch-file-hint = CSV de 1 Mo au plus, avec une colonne de numéros que son titre nomme ou qui est la seule. Les colonnes de pays, de premiers et derniers numéros et, pour les services, celles de l’export (service_kind, service, default) sont lues aussi. L’aperçu montre comment il a été compris.
batch-kept = Lignes du fichier
batch-keep = { $count ->
    [one] Garder la ligne venue d’un fichier
   *[other] Garder les { $count } lignes venues d’un fichier
}
batch-kept-hint = Un autre fichier prend leur place.
button-preview = Aperçu
button-see = Voir ce qui se passerait
button-lines = Afficher les lignes
batch-reading = La liste est en cours de lecture. Ce qui se passerait s’affiche ici dans un instant.
batch-read = { $count ->
    [one] Votre liste est lue : { $count } ligne.
   *[other] Votre liste est lue : { $count } lignes.
} Rien n’a encore été fait.
batch-the-file = Le fichier
batch-file-no-list = Le fichier n’a pas pu servir : il n’a aucune colonne de numéros.
batch-file-too-long = Le fichier n’a pas pu servir : avec la liste, cela fait plus de 1 000 lignes. Divisez-le.
batch-rests = Ce qui est libéré repose jusqu’à { $time }, puis retourne dans le stock, où chacun peut le prendre. D’ici là, on peut le récupérer. Ce qu’un opérateur a donné se paie d’ici là, et y est ensuite résilié pour de bon.
batch-paid = { $count ->
    [one] Un numéro venu d’un opérateur coûte { $costs } entre-temps.
   *[other] { $count } numéros venus d’opérateurs coûtent ensemble { $costs } entre-temps.
}
batch-at-once = Ce qui est libéré retourne aussitôt dans le stock, où chacun peut le prendre, et ne peut pas être récupéré. Ce qu’un opérateur a donné y est aussitôt résilié pour de bon.
batch-needs = { $needed ->
    [one] Un collègue doit d’abord approuver.
   *[other] { $needed } collègues doivent d’abord approuver.
}
batch-unread = « { $said } » : { $why }
batch-cell = « { $said } » → { $number }
batch-line-restored = { $number }, récupéré depuis
batch-lines-title = Lignes de { $batch }
batch-begun-already = { $batch } est déjà en route : sa fiche montre où il en est.
batch-nothing-to-do = Rien de cela ne peut plus être fait, donc rien n’a été modifié.
batch-awaits = { $batch } attend une approbation : voyez sa fiche { $channel ->
    [none] dans vos messages avec le guichet
   *[other] dans { $channel }
}.
batch-under-way = { $batch } est en route : sa fiche { $channel ->
    [none] dans vos messages avec le guichet
   *[other] dans { $channel }
} montre où il en est.
batch-card-asked = { $asker } demande à libérer *{ $numbers }* · *{ $batch }*
batch-card-declined = { $by } a refusé ce que { $asker } demandait : libérer *{ $numbers }* · *{ $batch }*
batch-card-withdrawn = { $asker } demandait à libérer *{ $numbers }*, puis y a renoncé · *{ $batch }*
batch-card-ran-out = { $asker } a demandé à libérer *{ $numbers }*, et personne n’a décidé à temps · *{ $batch }*
batch-progress = { $bar } { $decided } sur { $size }
batch-refused = { $count ->
    [one] Une ligne n’a pas pu être faite : *Afficher les lignes* dit pourquoi.
   *[other] { $count } lignes n’ont pas pu être faites : *Afficher les lignes* dit pourquoi.
}
batch-back = { $source ->
    [carriers] De retour dans le stock ; ce qu’un opérateur a donné y est résilié
   *[other] De retour dans le stock
}
batch-rest = { $source ->
    [carriers] Repose jusqu’à { $time } ; ensuite de retour dans le stock, ou résilié chez l’opérateur qui l’a donné
   *[other] De retour dans le stock à { $time }
}
batch-rest-ended = { $source ->
    [carriers] De retour dans le stock depuis { $time }, ou résilié chez l’opérateur qui l’a donné
   *[other] De retour dans le stock depuis { $time }
}
batch-restored = { $count ->
    [one] { $count } récupéré
   *[other] { $count } récupérés
}
batch-all-restored = Récupéré : de nouveau à nous
line-restored = { $by } a récupéré { $numbers }.
line-rest-ended = Le repos de ce que { $batch } a libéré a pris fin : { $source ->
    [carriers] { $numbers } qu’on ne peut plus récupérer. Ce qu’un opérateur a donné y est résilié.
   *[other] { $numbers } de retour dans le stock.
}
log-release_asked = a demandé à libérer { $numbers }
log-request_ended = a mis fin à une demande de libération que personne n’avait décidée en { $days } jours
log-batch_begun = a commencé à { $verb ->
    [assign] attribuer
    [unassign] retirer
    [release] libérer
   *[other] traiter
} { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros à la fois
}
log-batch_done = a { $verb ->
    [assign] attribué
    [unassign] retiré
    [release] libéré
   *[other] traité
} { $done } sur { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}
log-batch_restored = a récupéré { $numbers }
log-rest_ended = a remis dans le stock { $count ->
    [one] { $count } numéro libéré
   *[other] { $count } numéros libérés
}
