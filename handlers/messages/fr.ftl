### Ce que lisent les membres, en français. Le mrkdwn de Slack ; <@…>, <#…> et les heures arrivent prêts à afficher.

## Mots employés partout

numbers-of-kind = { $kind ->
    [toll] { $count ->
        [one] { $count } numéro payant
       *[other] { $count } numéros payants
    }
   *[toll_free] { $count ->
        [one] { $count } numéro gratuit
       *[other] { $count } numéros gratuits
    }
}
kind-toll = Numéros payants
kind-toll_free = Numéros gratuits (verts)
anywhere = (tous lieux confondus)
purpose-audio_conferencing = Audioconférence
purpose-auto_attendant = Standard automatique
purpose-call_queue = File d’attente d’appels
purpose-not_yet = Pas encore décidé
and-more = et { $count } de plus
quota-left = { $kind ->
    [toll] Reste du quota de numéros payants : { $left } sur { $quota }
   *[toll_free] Reste du quota de numéros gratuits : { $left } sur { $quota }
}
try-this = Vous pourriez saisir :
try-one-of = Laquelle de ces commandes ?
button-show = Afficher les numéros
button-acquire = Acquérir des numéros
button-release = Libérer
button-again = Réserver à nouveau
button-reserve-these = Réserver ceux-ci
button-next-page = Page suivante
button-close = Fermer
button-cancel = Annuler
button-save = Enregistrer
note-title = Guichet des numéros

## Quand quelque chose ne va pas

failed = Une erreur s’est produite de notre côté et rien n’a été modifié. Veuillez réessayer ; si cela se reproduit, prévenez la personne qui gère le guichet.
failed-busy = Le guichet est très sollicité en ce moment et rien n’a été modifié. Veuillez réessayer dans un instant.
slack-silent = Slack n’a pas communiqué au guichet ce qu’il doit savoir, donc rien n’a été modifié. Veuillez réessayer.
not-opened = Slack n’a pas ouvert la fenêtre attendue. Veuillez réessayer.
stale-button = Ceci se rapporte à quelque chose que le guichet ne connaît plus, donc rien n’a été modifié. Saisissez `{ $command }` pour voir ce que l’on peut faire.
bad-verb = Je ne connais pas « { $said } ».
bad-topic = Il n’y a pas d’aide sur « { $said } ».
bad-kind = Un numéro est payant (`toll`) ou gratuit (`toll-free`) ; je ne connais pas le type « { $said } ».
bad-quantity = « { $said } » n’est pas une quantité : il faut un nombre entier de 1 à { $most }.
bad-page = « { $said } » n’est pas une page : il faut un nombre entier à partir de 1.
bad-place = Je ne connais pas le lieu « { $said } ».
which-place = « { $said } » peut désigner plusieurs lieux.
bad-hold = « { $said } » n’est pas le nom d’une réservation ; ces noms ressemblent à H-12.
missing-hold = Quelle réservation ? Son nom figure sur sa fiche et ressemble à H-12.
missing-place = Où ? Indiquez un pays et, si vous voulez, une région et une ville.
missing-quantity = Combien de numéros ? Indiquez un nombre entier.
bad-extra = Je n’attendais pas « { $said } » à cet endroit.
no-such-hold = Il n’y a pas de réservation { $hold } dans cet espace de travail.

## Refus

refused-guest = Les invités ne peuvent pas utiliser le guichet des numéros. Adressez-vous à un membre à part entière de cet espace de travail.
refused-stranger = Le guichet des numéros appartient à l’espace de travail qui l’a installé ; les membres d’autres espaces de travail ne peuvent pas l’utiliser ici.
refused-unknown = Slack n’a pas indiqué ce que vous avez le droit de faire, donc rien n’a été modifié. Veuillez réessayer.
refused-admins-only = Seuls les administrateurs de cet espace de travail peuvent voir et modifier les réglages. Adressez-vous à l’un d’eux.
refused-no-licence = Cet espace de travail n’a aucune licence donnant droit à des numéros de service. Il en faut au moins une parmi : Entreprise E5, le module complémentaire Système téléphonique, le module complémentaire Audioconférence. Quand il y en aura une, un administrateur l’indiquera avec `{ $command } settings`.
refused-no-credits = Les numéros gratuits exigent des crédits de communication, et ceux-ci ne sont pas configurés. Quand ils le seront, un administrateur l’indiquera avec `{ $command } settings`. Les numéros payants n’en ont pas besoin.
refused-over-quota = { $left ->
    [0] Le quota de { $quota } pour ce type est épuisé.
   *[other] C’est plus que le quota ne le permet : il reste { $left } sur { $quota } pour ce type.
} Libérez une réservation ou faites enregistrer davantage de licences. Pour dépasser ce que donnent les licences, contactez le support des produits professionnels.
refused-not-offered = { $offer ->
    [toll] { $country } : il n’y a pas de numéros de service gratuits, mais il y a des numéros payants.
    [toll_free] { $country } : il n’y a pas de numéros de service payants, mais il y a des numéros gratuits.
   *[none] { $country } : il n’y a aucun numéro de service.
}
refused-on-request = { $country } : les numéros ne sont pas dans le stock. Ils se commandent au moyen d’un formulaire, auprès du support des produits professionnels.
refused-not-the-holder = Seul { $holder }, à qui appartient la réservation { $hold }, ou un administrateur peut faire cela.
hold-was-acquired = { $hold } est close : { $by } a acquis { $count } de ses numéros à { $time }.
hold-was-released = { $hold } a été libérée par { $by } à { $time }.
hold-ran-out = { $hold } a pris fin à { $time }, et tout est retourné dans le stock.
hold-is-live = { $hold } est encore valable jusqu’à { $time }, il n’y a donc rien à réserver à nouveau.
hold-was-held-again = { $by } a été plus rapide : la nouvelle réservation est { $again }.

## Aide

help-intro = *Numberdesk* trouve et conserve des numéros de téléphone de service pour votre organisation. Cherchez, réservez-en quelques-uns, puis choisissez dans les dix minutes ; ce que vous n’acquérez pas retourne dans le stock.
help-search = *Rechercher* – combien sont disponibles, et les dix premiers
    `{ $command } search US Washington Seattle`
    `{ $command } search GB type:toll-free qty:5`
help-reserve = *Réserver* – en garder quelques-uns le temps de choisir
    `{ $command } reserve 3 US Washington Seattle`
    `{ $command } reserve 5 FR Paris`
help-show = *Afficher* – une réservation avec tous ses numéros
    `{ $command } show H-12`
help-release = *Libérer* – rendre aussitôt les numéros d’une réservation
    `{ $command } release H-12`
help-quota = *Quota* – licences, numéros acquis, réservés, restants
    `{ $command } quota`
help-settings = *Réglages* (administrateurs) – licences, crédits, langue, avis, durée d’une réservation en minutes
    `{ $command } settings`
help-help = *Aide* – tout ceci, ou un seul sujet
    `{ $command } help search`
help-hint = Les mots peuvent venir dans n’importe quel ordre. Les lieux se donnent par nom ou par code : `US`, `WA`, `"New York"`. Ajoutez `type:toll-free` pour des numéros gratuits (verts) ; sinon, ils sont payants.
help-button-search = Rechercher
help-button-quota = Quota
help-button-settings = Réglages
help-text = Ce que sait faire le guichet des numéros

## Recherche

search-found = Disponibles { $place } : *{ $numbers }*.
search-enough = Vous en avez demandé { $quantity }.
search-too-few = Vous en avez demandé { $quantity } : il n’y en a pas autant.
search-none = { $kind ->
    [toll] Aucun numéro payant n’est disponible en ce moment { $place }.
   *[toll_free] Aucun numéro gratuit n’est disponible en ce moment { $place }.
}
search-past-the-end = Il n’y a pas de page { $page }. Disponibles { $place } : { $numbers }.
search-elsewhere = Il y en a ailleurs dans le pays ({ $country }).
search-shown = { $first }–{ $last } sur { $total }
in-place = ({ $place })

## Réservation

reserved = Vous avez réservé *{ $numbers }* { $place } jusqu’à { $time } : *{ $hold }*.
reserved-fewer = Vous en aviez demandé { $wanted }, mais { $count ->
    [one] { $count } seul était disponible.
   *[other] { $count } seulement étaient disponibles.
}
reserved-others = { $count ->
    [one] L’un des numéros affichés avait été pris ; un autre semblable est donc réservé à sa place.
   *[other] { $count } des numéros affichés avaient été pris ; d’autres semblables sont donc réservés à leur place.
}
reserved-card-elsewhere = Le guichet ne peut pas publier ici ; la fiche se trouve donc dans { $channel }.
reserved-none = { $kind ->
    [toll] Aucun numéro payant n’est disponible en ce moment { $place }, donc rien n’est réservé.
   *[toll_free] Aucun numéro gratuit n’est disponible en ce moment { $place }, donc rien n’est réservé.
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

card-live = { $holder } a réservé *{ $numbers }* { $place } · *{ $hold }*
card-until = Réservation valable jusqu’à { $time }
card-acquired = { $by } a acquis *{ $count } sur { $numbers }* { $place } · *{ $hold }*
card-purpose = Usage : { $purpose }
card-note = Note : { $note }
card-back = { $count ->
    [one] { $count } numéro est retourné dans le stock.
   *[other] { $count } numéros sont retournés dans le stock.
}
card-released = { $by } a libéré *{ $numbers }* { $place } · *{ $hold }*
card-ran-out = La réservation de { $holder } portant sur *{ $numbers }* { $place } a pris fin à { $time } · *{ $hold }*
card-again = Réservé à nouveau par { $by } : *{ $again }*
confirm-release-title = Libérer { $hold } ?
confirm-release = { $count ->
    [one] Son numéro retourne aussitôt dans le stock, où chacun peut le prendre.
   *[other] Ses { $count } numéros retournent aussitôt dans le stock, où chacun peut les prendre.
}
released = Vous avez libéré { $hold }. { $count ->
    [one] Son numéro est de retour dans le stock.
   *[other] Ses { $count } numéros sont de retour dans le stock.
}

## Sous la fiche

line-acquired = { $size ->
    [one] { $by } a acquis le numéro.
   *[other] { $by } a acquis { $count } des { $size } numéros. { $back ->
        [0] Aucun n’est retourné dans le stock.
        [one] Un seul est retourné dans le stock.
       *[other] { $back } sont retournés dans le stock.
    }
}
line-released = { $by } a libéré { $hold }. { $count ->
    [one] Son numéro est retourné dans le stock.
   *[other] Ses { $count } numéros sont retournés dans le stock.
}
line-held-again = Réservé à nouveau par { $by } : { $again }.
warning = { $holder } : { $hold } prend fin à { $time }. { $count ->
    [one] Acquérez son numéro d’ici là, sinon il retournera dans le stock.
   *[other] Acquérez d’ici là ce que vous voulez de ses { $count } numéros ; les autres retourneront dans le stock.
}
ended = La réservation { $hold } de { $holder } a pris fin. { $count ->
    [one] Son numéro est retourné dans le stock.
   *[other] Ses { $count } numéros sont retournés dans le stock.
}
ended-many = { $holds } réservations ont pris fin, et { $count } numéros sont retournés dans le stock :
ended-item = • { $hold } de { $holder } : { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}
lost-channel = Le guichet n’a pas pu publier la fiche de { $hold } dans { $channel } ; elle se trouve maintenant ailleurs : voir { $where }.

## Choix

numbers-title = Numéros de { $hold }
acquire-title = Acquérir des numéros
acquire-intro = { $hold } garde { $numbers } jusqu’à { $time }. Ce que vous ne choisissez pas retourne aussitôt dans le stock.
acquire-numbers = Numéros
acquire-numbers-hint = Tous sont choisis ; retirez ceux que vous ne voulez pas.
acquire-which = Quels numéros ?
acquire-all = Tous ({ $count })
acquire-only = Seulement ceux-ci
acquire-except = Tous sauf ceux-ci
acquire-find = Trouver des numéros
acquire-find-placeholder = Saisissez quelques chiffres
acquire-ranges = Ou des plages de numéros
acquire-ranges-hint = Par exemple +1 206 555 0100-0149, +1 206 555 0160
acquire-purpose = Pour quel usage ?
acquire-note = Note
acquire-note-placeholder = Pour vos collègues
acquire-none = Choisissez au moins un numéro, ou fermez cette fenêtre et appuyez sur Libérer.
acquire-which-none = Indiquez lesquels : trouvez-les dans la liste ou écrivez des plages.
acquire-all-but-some = Vous avez indiqué des numéros ci-dessous ; choisissez « Seulement ceux-ci » ou « Tous sauf ceux-ci », ou effacez-les.
acquire-bad-range = « { $said } » n’est pas un numéro ni une plage de numéros de cette réservation.
acquire-too-long = La note peut compter { $most } caractères au plus.

## Quota

quota-title = *Numéros de service de cet espace de travail*
quota-licences = Licences : { $e5 } Entreprise E5, { $phone } Système téléphonique, { $audio } Audioconférence
quota-kind = *{ $kind }* { $bar } reste { $left } sur { $quota } · acquis : { $acquired }, réservés : { $held }
quota-no-credits = Les numéros gratuits attendent que les crédits de communication soient configurés.
quota-credits-low = Il y a des numéros gratuits, la recharge automatique est désactivée et le solde des crédits de communication est faible ou inconnu. À zéro, les appels entrants gratuits s’arrêtent.
quota-more = Il vous en faut plus ? Le quota suit les licences : demandez à un administrateur d’en enregistrer davantage avec `{ $command } settings`. Pour dépasser ce que donnent les licences, contactez le support des produits professionnels.

## Réglages

settings-title = Réglages du guichet
settings-licences = Licences
settings-e5 = Entreprise E5
settings-e5-hint = Une E5 comprend les deux modules complémentaires ; elle compte donc double dans le quota.
settings-phone = Système téléphonique
settings-audio = Audioconférence
settings-credits = Crédits de communication
settings-credits-set-up = Configurés
settings-credits-recharge = La recharge automatique est activée
settings-balance = Solde, s’il est connu
settings-balance-hint = Les crédits non utilisés douze mois après l’achat sont perdus.
settings-language = Langue dans les canaux
settings-language-en = English
settings-language-fr = Français
settings-notices = Canal pour les avis
settings-notices-hint = Les fiches vont là quand le guichet ne peut pas publier ailleurs.
settings-minutes = Durée d’une réservation, en minutes
settings-saved = Réglages enregistrés.
settings-not-a-count = Un nombre entier de 0 à { $most }.
settings-not-a-balance = Un montant tel que 120 ou 120,50.
settings-not-minutes = Un nombre entier de 1 à 60.
settings-cannot-post = Le guichet ne peut pas publier là. Invitez-le d’abord avec /invite @numberdesk.
