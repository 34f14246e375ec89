# Ce qui se dit des réservations.

## Boutons, et à quoi servent les numéros

purpose-audio_conferencing = Audioconférence
purpose-auto_attendant = Standard automatique
purpose-call_queue = File d’attente d’appels
purpose-not_yet = Pas encore décidé
button-show = Afficher les numéros
button-acquire = Acquérir des numéros
button-release = Libérer
button-again = Réserver à nouveau

## Quand quelque chose ne va pas

bad-hold = « { $said } » n’est pas le nom d’une réservation ; ces noms ressemblent à H-12.
missing-hold = Quelle réservation ? Son nom figure sur sa fiche et ressemble à H-12.
missing-place = Où ? Indiquez un pays et, si vous voulez, une région et une ville.
missing-quantity = Combien de numéros ? Indiquez un nombre entier.
no-such-hold = Il n’y a pas de réservation { $hold } dans cet espace de travail.

## Refus

refused-release = Seuls { $holder }, à qui appartient la réservation { $hold }, et les { $who } peuvent la libérer.
refused-not-offered = { $offer ->
    [toll] { $country } : il n’y a pas de numéros de service gratuits, mais il y a des numéros payants.
    [toll_free] { $country } : il n’y a pas de numéros de service payants, mais il y a des numéros gratuits.
    [none] { $country } : il n’y a aucun numéro de service.
   *[other] { $country } : il n’y a pas de numéros de service de ce type.
}
refused-on-request = { $country } : les numéros ne sont pas dans le stock. Ils se commandent au moyen d’un formulaire, auprès du support des produits professionnels. Pour les demander à un administrateur d’ici : `{ $command } request`, combien et où.
refused-no-agreement = { $carrier } ne vend des numéros qu’à qui s’engage à ne pas les revendre. Un administrateur le fait dans `{ $command } settings carriers` ; d’ici là ces numéros sont réservés, pas acquis.
refused-not-the-holder = Seul { $holder }, à qui appartient la réservation { $hold }, ou un administrateur peut faire cela.
hold-was-acquired = { $hold } est close : { $by } a acquis { $count } de ses numéros à { $time }.
hold-was-released = { $hold } a été libérée par { $by } à { $time }.
hold-ran-out = { $hold } a pris fin à { $time }{ $source ->
    [carriers] { "" } : ses numéros ne sont plus réservés ici.
   *[other] , et tout est retourné dans le stock.
}
hold-was-gone = { $hold } a pris fin à { $time } : ses numéros n’ont pu être obtenus chez leur opérateur.
hold-is-live = { $hold } est encore valable jusqu’à { $time }, il n’y a donc rien à réserver à nouveau.
hold-was-held-again = { $by } a été plus rapide : la nouvelle réservation est { $again }.

## Réservation

reserved = Vous avez réservé *{ $numbers }* { $place } jusqu’à { $time } : *{ $hold }*.
reserved-fewer = Vous en aviez demandé { $wanted }, mais { $count ->
    [one] { $count } seul était disponible.
   *[other] { $count } seulement étaient disponibles.
}
reserved-at-carriers = { $part ->
    [all] Ils sont en cours de réservation chez { $carriers } : la fiche montre dans un instant s’ils étaient encore libres.
    [one] Il est en cours de réservation chez { $carriers } : la fiche montre dans un instant s’il était encore libre.
   *[other] { $count ->
        [one] L’un d’eux est en cours de réservation chez { $carriers } : la fiche montre dans un instant s’il était encore libre.
       *[other] { $count } d’entre eux sont en cours de réservation chez { $carriers } : la fiche montre dans un instant s’ils étaient encore libres.
    }
}
reserved-others = { $count ->
    [one] L’un des numéros affichés avait été pris ; un autre semblable est donc réservé à sa place.
   *[other] { $count } des numéros affichés avaient été pris ; d’autres semblables sont donc réservés à leur place.
}
reserved-card-elsewhere = Le guichet ne peut pas publier ici ; la fiche se trouve donc dans { $channel }.
offered-elsewhere = Les numéros payants ({ $country }) sont proposés à { $cities }, et pas à { $place }.
offered-in-no-city = Les numéros payants ({ $country }) ne sont d’aucune ville.
run-or-nothing = Une suite est réservée en entier : vous avez demandé { $said } numéros, et { $run } à la suite.
reserved-none-like-it = { $kind ->
    [toll] Aucun numéro payant de cette forme n’est disponible en ce moment { $place }, donc rien n’est réservé.
    [toll_free] Aucun numéro gratuit de cette forme n’est disponible en ce moment { $place }, donc rien n’est réservé.
   *[other] Aucun numéro de ce type n’est disponible en ce moment { $place }, donc rien n’est réservé.
}
reserved-none = { $kind ->
    [toll] Aucun numéro payant n’est disponible en ce moment { $place }, donc rien n’est réservé.
    [toll_free] Aucun numéro gratuit n’est disponible en ce moment { $place }, donc rien n’est réservé.
   *[other] Aucun numéro de ce type n’est disponible en ce moment { $place }, donc rien n’est réservé.
}
cannot-post = Le guichet ne peut pas publier dans ce canal et n’a pas de canal pour les avis, donc rien n’est réservé. Invitez-le avec `/invite @numberdesk` et réessayez, ou demandez à un administrateur de choisir un canal pour les avis avec `{ $command } settings`.
again-same = Vous avez réservé de nouveau, à l’identique, *{ $numbers }* { $place } jusqu’à { $time } : *{ $hold }*.
again-others = { $count ->
    [one] Vous avez réservé de nouveau { $count } numéro jusqu’à { $time } : *{ $hold }*.
   *[other] Vous avez réservé de nouveau { $count } numéros jusqu’à { $time } : *{ $hold }*.
} { $same ->
    [0] Ce que vous aviez auparavant avait été pris ; d’autres numéros semblables sont donc réservés à la place.
    [one] Un seul est le même qu’auparavant ; les autres avaient été pris, donc des numéros semblables sont réservés à leur place.
   *[other] { $same } sont les mêmes qu’auparavant ; les autres avaient été pris, donc des numéros semblables sont réservés à leur place.
}

## La fiche

card-asked = { $asker } demande à acquérir *{ $count } sur { $numbers }* { $place } · *{ $hold }*
card-was-extended = { $minutes ->
    [one] { $minutes } minute de plus, car l’approbation était attendue
   *[other] { $minutes } minutes de plus, car l’approbation était attendue
}
numbers-asked = { $count ->
    [one] ✓ indique le numéro que demande { $asker }.
   *[other] ✓ indique les { $count } numéros que demande { $asker }.
}
card-extended = { $minutes ->
    [one] { $minutes } minute de plus
   *[other] { $minutes } minutes de plus
} tant que l’approbation est attendue
card-declined = { $by } a refusé la demande de { $asker } : *{ $numbers }* { $place } · *{ $hold }*
card-not-approved = La demande de { $asker } n’a pas été approuvée à temps ({ $given } sur { $needed }).
card-live = { $holder } a réservé *{ $numbers }* { $place } · *{ $hold }*
card-until = Réservation valable jusqu’à { $time }
card-acquired = { $by } a acquis *{ $count } sur { $numbers }* { $place } · *{ $hold }*
card-ordered = { $by } a commandé *{ $count } sur { $numbers }* { $place } · *{ $hold }*
card-not-given = { $by } a commandé *{ $numbers }* { $place }, sans en obtenir aucun · *{ $hold }*
card-purpose = Usage : { $purpose }
card-note = Note : { $note }
card-back = { $count ->
    [one] { $count } numéro est retourné dans le stock.
   *[other] { $count } numéros sont retournés dans le stock.
}
card-let-go = { $count ->
    [one] { $count } numéro n’est plus réservé ici.
   *[other] { $count } numéros ne sont plus réservés ici.
}
card-released = { $by } a libéré *{ $numbers }* { $place } · *{ $hold }*
card-gone = La réservation de { $holder } est finie, faute d’obtenir *{ $numbers }* { $place } · *{ $hold }*
card-ran-out = La réservation de { $holder } portant sur *{ $numbers }* { $place } a pris fin à { $time } · *{ $hold }*
card-again = Réservé à nouveau par { $by } : *{ $again }*
confirm-release-title = Libérer { $hold } ?
confirm-release = { $fate ->
    [pool] { $count ->
        [one] Son numéro retourne aussitôt dans le stock, où chacun peut le prendre.
       *[other] Ses { $count } numéros retournent aussitôt dans le stock, où chacun peut les prendre.
    }
   *[other] Ses numéros ne seront plus réservés ici : { $fate }.
}
released = { $fate ->
    [pool] Vous avez libéré { $hold }. { $count ->
        [one] Son numéro est de retour dans le stock.
       *[other] Ses { $count } numéros sont de retour dans le stock.
    }
   *[other] Vous avez libéré { $hold } : { $fate }.
}

## Sous la fiche

line-acquired = { $size ->
    [one] { $by } a acquis le numéro.
   *[other] { $by } a acquis { $count } des { $size } numéros. { $fate ->
        [pool] { $back ->
            [0] Aucun n’est retourné dans le stock.
            [one] Un seul est retourné dans le stock.
           *[other] { $back } sont retournés dans le stock.
        }
       *[other] Les autres ne sont plus réservés ici : { $fate }.
    }
}
line-ordered = { $by } acquiert { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
} sur { $size } ; { $ordered ->
    [one] un est commandé chez son opérateur.
   *[other] { $ordered } sont commandés chez leur opérateur.
}
line-released = { $fate ->
    [pool] { $by } a libéré { $hold }. { $count ->
        [one] Son numéro est retourné dans le stock.
       *[other] Ses { $count } numéros sont retournés dans le stock.
    }
   *[other] { $by } a libéré { $hold } : { $fate }.
}
line-held-again = Réservé à nouveau par { $by } : { $again }.
warning = { $holder } : { $hold } prend fin à { $time }. { $fate ->
    [pool] { $count ->
        [one] Acquérez son numéro d’ici là, sinon il retournera dans le stock.
       *[other] Acquérez d’ici là ce que vous voulez de ses { $count } numéros ; les autres retourneront dans le stock.
    }
   *[other] Acquérez d’ici là ce que vous en voulez. Ensuite : { $fate }.
}
ended = La réservation { $hold } de { $holder } a pris fin{ $fate ->
    [pool] . { $count ->
        [one] Son numéro est retourné dans le stock.
       *[other] Ses { $count } numéros sont retournés dans le stock.
    }
   *[other] { "" } : { $fate }.
}
ended-many = { $holds } réservations ont pris fin, et { $count } numéros { $source ->
    [carriers] ne sont plus réservés ici :
   *[other] sont retournés dans le stock :
}
ended-item = • { $hold } de { $holder } : { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}{ $fate ->
    [pool] { "" }
   *[other] { "" } ; { $fate }
}
line-asked = { $asker } demande à acquérir { $size ->
    [one] le numéro.
   *[other] { $count } des { $size } numéros.
} { $needed ->
    [one] Il faut { $needed } approbation.
   *[other] Il faut { $needed } approbations.
}
line-declined = { $by } a refusé { $hold }. { $source ->
    [carriers] Ses numéros ne sont plus réservés ici.
   *[other] { $count ->
        [one] Son numéro est retourné dans le stock.
       *[other] Ses { $count } numéros sont retournés dans le stock.
    }
} Motif : { $reason }
line-withdrawn = { $by } a retiré la demande. Les numéros restent réservés jusqu’à { $time }.
warning-asked = { $hold } prend fin à { $time }, et il manque encore { $missing ->
    [one] { $missing } approbation.
   *[other] { $missing } approbations.
} { $fate ->
    [pool] Ce qui n’est pas approuvé d’ici là retourne dans le stock.
   *[other] Ensuite : { $fate }.
}
ended-unapproved = La demande de { $asker } n’a pas été approuvée à temps ({ $given } sur { $needed }).

## Choix

numbers-title = Numéros de { $hold }
acquire-title = Acquérir des numéros
acquire-intro = { $hold } garde { $numbers } jusqu’à { $time }. { $fate ->
    [pool] Ce que vous ne choisissez pas retourne aussitôt dans le stock.
   *[other] Ce que vous ne choisissez pas n’est plus réservé ici : { $fate }.
}
acquire-numbers = Numéros
acquire-numbers-hint = Tous sont choisis ; retirez ceux que vous ne voulez pas.
acquire-which = Quels numéros ?
acquire-all = Tous ({ $count })
acquire-only = Seulement ceux-ci
acquire-except = Tous sauf ceux-ci
acquire-find = Trouver des numéros
acquire-ranges = Ou des plages de numéros
acquire-ranges-hint = Par exemple +1 206 555 0100-0149, +1 206 555 0160
acquire-look = *Rien n’a encore été fait.* Vos plages ont été comprises ainsi, et { $count ->
    [one] un numéro sur { $size } est acquis.
   *[other] { $count } numéros sur { $size } sont acquis.
} Appuyez encore une fois sur « { button-acquire } » si c’est juste.
acquire-purpose = Pour quel usage ?
acquire-note = Note
acquire-note-placeholder = Pour vos collègues
acquire-waits = { $count ->
    [one] Le numéro est encore en cours de réservation chez son opérateur ; cela prend quelques secondes. Réessayez dans un instant.
   *[other] Les numéros sont encore en cours de réservation chez leur opérateur ; cela prend quelques secondes. Réessayez dans un instant.
}
acquire-none = Choisissez au moins un numéro, ou fermez cette fenêtre et appuyez sur Libérer.
acquire-which-none = Indiquez lesquels : trouvez-les dans la liste ou écrivez des plages.
acquire-all-but-some = Vous avez indiqué des numéros ci-dessous ; choisissez « Seulement ceux-ci » ou « Tous sauf ceux-ci », ou effacez-les.
acquire-bad-range = « { $said } » n’est pas un numéro ni une plage de numéros de cette réservation.
acquire-too-long = La note peut compter { $most } caractères au plus.

## Approbations

approved-last = Vous avez approuvé { $hold }. { $source ->
    [carriers] Ce que des opérateurs en ont est commandé ; la fiche montre quand c’est à nous.
   *[other] { $count ->
        [one] Le numéro est acquis.
       *[other] Les { $count } numéros sont acquis.
    }
}
request-ran-out = { $hold } a pris fin à { $time }, et la demande avec elle.
verdict-ran-out = { $hold } a pris fin à { $time } avant que votre demande de { $numbers } soit approuvée. { $source ->
    [carriers] Rien n’en est plus réservé ici
   *[other] Tout est retourné dans le stock
} ; la fiche propose de réserver à nouveau.
withdrawn = Vous avez retiré votre demande. { $hold } reste réservée : choisissez à nouveau ou libérez-la.
cannot-ask-here = Il faut l’approbation d’un collègue, et personne ne verrait la demande dans vos messages directs. Réservez dans un canal, ou demandez à un administrateur de choisir un canal pour les avis avec `{ $command } settings`.
request-was-approved = { $hold } est close : demande de { $asker } approuvée par { $by }, numéros { $source ->
    [carriers] acquis ou commandés
   *[other] acquis
} à { $time }.
request-repeated = Vos collègues sont de nouveau sollicités.
request-needless = Plus aucune approbation n’est nécessaire ; les numéros sont donc acquis.
request-numbers-gone = Les numéros demandés ne sont pas tous disponibles ; personne n’est donc sollicité pour l’instant : appuyez sur Acquérir des numéros.
request-not-repeated = La demande n’a pas pu être répétée : appuyez sur Acquérir des numéros.
verdict-approved = Votre demande est approuvée par { $by } ; { $source ->
    [carriers] ce que des opérateurs ont de ces *{ $numbers }* est commandé ({ $hold } ; la fiche montre quand c’est à nous) :
   *[other] vous avez *{ $numbers }* ({ $hold }) :
}
verdict-declined = { $by } a refusé votre demande de { $numbers } ({ $hold }) ; { $source ->
    [carriers] rien n’en est plus réservé ici
   *[other] tout est retourné dans le stock
}. Motif : { $reason }
decline-intro = { $asker } demande à acquérir { $numbers } ({ $hold }). { $source ->
    [carriers] Si vous refusez, plus aucun numéro n’en est réservé ici ; la fiche montre lesquels un opérateur nous garde encore.
   *[other] Si vous refusez, tous les numéros de la réservation retournent dans le stock.
}

## Le journal

log-reserved = a réservé { $numbers }
log-held_again = a réservé à nouveau les numéros : { $again }
log-acquired = { $asker ->
    [none] a acquis { $numbers }
   *[other] a acquis { $numbers } pour { $asker }
}{ $ordered ->
    [0] { "" }
    [one] { "" } ; un est commandé chez son opérateur
   *[other] { "" } ; { $ordered } sont commandés chez leur opérateur
}
log-released = a libéré { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}
log-ran_out = a mis fin à une réservation de { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}

## L’onglet Accueil

home-request = { $asker } demande *{ $numbers }* { $place } jusqu’à { $time } · *{ $hold }* · { $given } sur { $needed } approbations
help-short-reserve = `{ $command } reserve 3 US Washington Seattle` – garder et choisir
help-reserve = *Réserver* – en garder quelques-uns le temps de choisir ; sur la fiche, *Acquérir des numéros* garde ceux que vous voulez
    `{ $command } reserve 3 US Washington Seattle`
    `{ $command } reserve 5 FR Paris`
help-short-show = `{ $command } show H-12` – tous ses numéros
help-show = *Afficher* – une réservation avec tous ses numéros
    `{ $command } show H-12`
    `{ $command } show B-3`
help-short-release = `{ $command } release H-12` – les rendre
help-release = *Libérer* – rendre aussitôt les numéros d’une réservation, ou céder des numéros acquis
    `{ $command } release H-12`
    `{ $command } release +1 206 555 0100`
    `{ $command } release many`

## Réglages

settings-minutes = Durée d’une réservation, en minutes
settings-section-holds = Réservations et repos
settings-typed-holds = réservations, réservation, durée, repos
settings-rest = Jours de repos d’un numéro libéré
settings-rest-hint = D’ici là il peut être récupéré ; ensuite il est de retour dans le stock.
