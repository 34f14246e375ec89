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
button-approve = Approuver
button-decline = Refuser
button-take-back = Retirer mon approbation
button-withdraw = Retirer la demande
button-older = Entrées plus anciennes
button-later = Plus tard
button-first-steps = Premiers pas
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
bad-member = Je ne connais pas le membre « { $said } ». Choisissez-le dans la liste qui s’ouvre quand vous saisissez @.
bad-since = « { $said } » n’est ni une durée ni un jour : indiquez `since:7d` pour sept jours (`h` pour des heures, `w` pour des semaines) ou un jour tel que `since:2026-11-01`.
bad-subject = Je peux afficher le journal d’une réservation telle que H-12 ou d’un numéro écrit comme +1 206 555 0100, pas de « { $said } ».
bad-export = Je ne sais pas exporter « { $said } ».
missing-export = Exporter quoi ? Pour l’instant, seul le journal s’exporte.
missing-hold = Quelle réservation ? Son nom figure sur sa fiche et ressemble à H-12.
missing-place = Où ? Indiquez un pays et, si vous voulez, une région et une ville.
missing-quantity = Combien de numéros ? Indiquez un nombre entier.
bad-extra = Je n’attendais pas « { $said } » à cet endroit.
no-such-hold = Il n’y a pas de réservation { $hold } dans cet espace de travail.

## Refus

refused-guest = Les invités ne peuvent pas utiliser le guichet des numéros. Adressez-vous à un membre à part entière de cet espace de travail.
refused-stranger = Le guichet des numéros appartient à l’espace de travail qui l’a installé ; les membres d’autres espaces de travail ne peuvent pas l’utiliser ici.
refused-unknown = Slack n’a pas indiqué ce que vous avez le droit de faire, donc rien n’a été modifié. Veuillez réessayer.
refused-admins-only = Seuls les administrateurs de cet espace de travail peuvent exporter tout le journal. Adressez-vous à l’un d’eux.
refused-settings = Seuls les { $who } peuvent voir et modifier les réglages. Adressez-vous à l’un d’eux.
refused-search = Seuls les { $who } peuvent chercher ici. Adressez-vous à un administrateur si vous devriez en être.
refused-reserve = Seuls les { $who } peuvent réserver des numéros ici. Adressez-vous à un administrateur si vous devriez en être.
refused-release = Seuls { $holder }, à qui appartient la réservation { $hold }, et les { $who } peuvent la libérer.
refused-not-here = Le guichet des numéros ne s’utilise pas dans ce canal. Allez dans { $channels }.
refused-own-request = Vous avez vous-même fait la demande pour { $hold } ; quelqu’un d’autre doit donc décider. Vous pouvez retirer votre demande.
refused-not-an-approver = Seules ces personnes peuvent décider de { $hold } : { $who }.
refused-not-the-asker = Seul { $asker }, qui a fait la demande pour { $hold }, peut la retirer.
who-anyone = membres de cet espace de travail
who-channel = membres de ce canal
who-admins = administrateurs de cet espace de travail
who-group = membres de { $group }
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
help-settings = *Réglages* – licences, crédits, approbations, droits de chacun, langue, avis, durée d’une réservation en minutes
    `{ $command } settings`
help-help = *Aide* – tout ceci, ou un seul sujet
    `{ $command } help search`
help-hint = Les mots peuvent venir dans n’importe quel ordre. Les lieux se donnent par nom ou par code : `US`, `WA`, `"New York"`. Ajoutez `type:toll-free` pour des numéros gratuits (verts) ; sinon, ils sont payants.
help-button-search = Rechercher
help-button-quota = Quota
help-button-settings = Réglages
help-log = *Journal* – qui a fait quoi et quand : tout, ou d’une réservation, d’un numéro, d’un membre
    `{ $command } log since:7d`
    `{ $command } log H-12`
help-export = *Exporter* (administrateurs) – tout le journal dans un fichier pour tableurs
    `{ $command } export log`
help-button-log = Journal
help-button-help = Aide
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

card-asked = { $asker } demande à acquérir *{ $count } sur { $numbers }* { $place } · *{ $hold }*
card-approvals = Approbations : *{ $given } sur { $needed }* · { $who }, selon la règle en vigueur lors de la demande
card-approved-by = Approuvé par { $by }
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
card-reason = Motif : { $reason }
card-not-approved = La demande de { $asker } n’a pas été approuvée à temps ({ $given } sur { $needed }).
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
line-asked = { $asker } demande à acquérir { $size ->
    [one] le numéro.
   *[other] { $count } des { $size } numéros.
} { $needed ->
    [one] Il faut { $needed } approbation.
   *[other] Il faut { $needed } approbations.
}
line-approved = { $by } a approuvé : { $given } sur { $needed }.
line-taken-back = { $by } a retiré une approbation : { $given } sur { $needed }.
line-lapsed = L’approbation de { $who } ne compte plus (droit d’approuver perdu) : { $given } sur { $needed }.
line-declined = { $by } a refusé { $hold }. { $count ->
    [one] Son numéro est retourné dans le stock.
   *[other] Ses { $count } numéros sont retournés dans le stock.
} Motif : { $reason }
line-withdrawn = { $by } a retiré la demande. Les numéros restent réservés jusqu’à { $time }.
warning-asked = { $hold } prend fin à { $time }, et il manque encore { $missing ->
    [one] { $missing } approbation.
   *[other] { $missing } approbations.
} Ce qui n’est pas approuvé d’ici là retourne dans le stock.
ended-unapproved = La demande de { $asker } n’a pas été approuvée à temps ({ $given } sur { $needed }).
moved = { $hold } attend une approbation ; sa fiche se trouve donc dans { $channel }.
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

## Approbations

approvers-anyone = tout membre de ce canal peut approuver
approvers-group = les membres d’un groupe d’utilisateurs peuvent approuver
approvers-named = certains membres peuvent approuver
approvers-admins = les administrateurs peuvent approuver
approved = Vous avez approuvé { $hold } : { $given } sur { $needed } approbations obtenues.
approved-last = Vous avez approuvé { $hold }. { $count ->
    [one] Le numéro est acquis.
   *[other] Les { $count } numéros sont acquis.
}
approved-already = Vous avez déjà approuvé { $hold } à { $time }. { $missing ->
    [one] Il manque encore { $missing } approbation.
   *[other] Il manque encore { $missing } approbations.
}
taken-back = Vous avez retiré votre approbation de { $hold } : { $given } sur { $needed } approbations obtenues.
nothing-to-take-back = Vous n’avez pas approuvé { $hold }, il n’y a donc rien à retirer.
withdrawn = Vous avez retiré votre demande. { $hold } reste réservée : choisissez à nouveau ou libérez-la.
asked-already = { $asker } a déjà demandé l’approbation de { $hold }. La demande doit d’abord être tranchée ou retirée.
cannot-ask-here = Il faut l’approbation d’un collègue, et personne ne verrait la demande dans vos messages directs. Réservez dans un canal, ou demandez à un administrateur de choisir un canal pour les avis avec `{ $command } settings`.
request-was-approved = { $hold } est close : demande de { $asker } approuvée par { $by }, numéros acquis à { $time }.
request-was-declined = { $hold } est close : { $by } a refusé la demande à { $time }. Motif : { $reason }
request-was-withdrawn = { $by } a retiré cette demande pour { $hold } à { $time }.
request-ran-out = { $hold } a pris fin à { $time }, et la demande avec elle.
request-repeated = Vos collègues sont de nouveau sollicités.
request-needless = Plus aucune approbation n’est nécessaire ; les numéros sont donc acquis.
request-numbers-gone = Les numéros demandés ne sont pas tous disponibles ; personne n’est donc sollicité pour l’instant : appuyez sur Acquérir des numéros.
request-not-repeated = La demande n’a pas pu être répétée : appuyez sur Acquérir des numéros.
verdict-approved = Votre demande est approuvée par { $by } ; vous avez *{ $numbers }* ({ $hold }) :
verdict-declined = { $by } a refusé votre demande de { $numbers } ({ $hold }) ; tout est retourné dans le stock. Motif : { $reason }
verdict-released = { $by } a libéré { $hold }, ce qui met fin à votre demande de { $numbers }.
verdict-ran-out = { $hold } a pris fin à { $time } avant que votre demande de { $numbers } soit approuvée. Tout est retourné dans le stock ; la fiche propose de réserver à nouveau.
decline-title = Refuser
decline-intro = { $asker } demande à acquérir { $numbers } ({ $hold }). Si vous refusez, tous les numéros de la réservation retournent dans le stock.
decline-reason = Pourquoi ?
decline-no-reason = Dites pourquoi, afin que votre collègue sache quoi changer.
decline-too-long = Le motif peut compter { $most } caractères au plus.

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
settings-policy = Approbations
settings-approvals = Combien de collègues doivent approuver
settings-approvals-hint = De 0 à 5. Personne n’approuve sa propre demande.
settings-approvers = Qui peut approuver
settings-named = Membres désignés
settings-named-hint = Ne compte que si « Membres désignés » est choisi ci-dessus. Désignez une personne de plus qu’il n’en faut : nul n’approuve sa propre demande.
settings-toll-free = Combien pour les numéros gratuits
settings-toll-free-hint = Laissez vide pour en exiger autant que pour les numéros payants.
settings-from = Nombre de numéros à partir duquel il faut une approbation
settings-from-hint = En dessous, ils sont acquis aussitôt.
settings-extension = Prolongation d’une réservation en attente d’approbation, en minutes
settings-extension-hint = Une fois par réservation. 0 : elle prend fin comme prévu.
settings-roles = Qui peut faire quoi
settings-role-search = Chercher et lire le journal
settings-role-reserve = Réserver
settings-role-release = Libérer ce que d’autres ont réservé
settings-role-settings = Modifier les réglages
settings-channels = Canaux où le guichet peut être utilisé
settings-channels-hint = Laissez vide pour les autoriser tous. Le canal pour les avis en fait toujours partie.
settings-people = Personnes
settings-groups = Groupes d’utilisateurs
settings-not-approvals = Un nombre entier de 0 à { $most }.
settings-not-a-quantity = Un nombre entier de 1 à { $most }.
settings-not-an-extension = Un nombre entier de 0 à { $most }.
settings-too-many-approvers = On peut désigner { $most } membres au plus.
settings-too-few-approvers = Nombre minimal de personnes qui peuvent approuver : { $needed }.
settings-not-a-choice = Choisissez à nouveau : ce choix n’existe plus.
circle-anyone = Tout membre
circle-approvers = Tout membre du canal
circle-named = Membres désignés
circle-admins = Administrateurs seulement
settings-saved = Réglages enregistrés.
settings-not-a-count = Un nombre entier de 0 à { $most }.
settings-not-a-balance = Un montant tel que 120 ou 120,50.
settings-not-minutes = Un nombre entier de 1 à 60.
settings-cannot-post = Le guichet ne peut pas publier là. Invitez-le d’abord avec /invite @numberdesk.

## Le journal

log-empty = Le journal ne contient rien de tel.
log-past-the-end = Le journal n’a pas de page { $page }.
log-the-clock = L’horloge
log-reserved = a réservé { $numbers }
log-held_again = a réservé à nouveau les numéros : { $again }
log-acquired = { $asker ->
    [none] a acquis { $numbers }
   *[other] a acquis { $numbers } pour { $asker }
}
log-released = a libéré { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}
log-ran_out = a mis fin à une réservation de { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}
log-asked = a demandé à acquérir { $numbers }
log-approved = a approuvé ({ $given } sur { $needed })
log-taken_back = a retiré une approbation ({ $given } sur { $needed })
log-lapsed = a constaté que l’approbation de { $whose } ne compte plus ({ $given } sur { $needed })
log-declined = a refusé : { $reason }
log-withdrawn = a retiré la demande
log-settings_changed = a modifié les réglages ({ $changes })
log-exported = a exporté le journal
export-on-its-way = Le journal vous est envoyé : un fichier dans vos messages avec le guichet.
export-here = Voici le journal que vous avez demandé. `python -m bot audit verify`, sur la machine du guichet, indique s’il est tel qu’il a été écrit.

## L’onglet Accueil

home-first-steps = Premiers pas
home-not-set-up = Ce guichet n’est pas encore configuré. Un administrateur peut s’en charger ici, ou avec `{ $command } settings`.
home-waiting = En attente de votre approbation
home-nothing-waits = Rien n’attend votre approbation. Quand un collègue demande des numéros, vous pouvez décider ici.
home-request = { $asker } demande *{ $numbers }* { $place } jusqu’à { $time } · *{ $hold }* · { $given } sur { $needed } approbations
home-holds = Vos réservations
home-no-holds = Vous n’avez réservé aucun numéro. Cherchez ci-dessous, ou saisissez `{ $command } reserve 3 US Washington Seattle` dans un canal.
home-hold = *{ $numbers }* { $place } jusqu’à { $time } · *{ $hold }* { $channel ->
    [none] dans vos messages directs
   *[other] dans { $channel }
}
home-awaits = Approbation attendue : { $given } sur { $needed }.
home-quota = Quota
home-acquired = Acquis récemment
home-none-acquired = Rien pour l’instant. Les numéros que vous et vos collègues acquérez s’affichent ici.
home-kept = { $by } · { $day } · { $purpose }

## Premiers pas

first-steps-title = Premiers pas
first-steps-intro = Le guichet doit connaître quatre choses avant que l’on puisse obtenir des numéros : vos licences, vos crédits de communication, qui approuve et le canal pour les avis. Tout pourra être modifié plus tard.

## La lettre d’autorisation : un PDF, donc sans mrkdwn

letter-title = Lettre d’autorisation
letter-subject = Portabilité de numéros de téléphone de service · Demande { $order }
letter-page = Page { $page } sur { $pages }
letter-authorises = { $count ->
    [one] L’organisation désignée ci-dessous est titulaire de { $count } numéro de téléphone, indiqué dans cette lettre. Elle autorise son nouvel opérateur, et quiconque agit pour lui, à faire transférer ce numéro depuis l’opérateur cédant, à traiter en son nom avec l’opérateur cédant de tout ce qui touche à ce transfert et à recevoir les informations du compte qui y sont nécessaires. L’opérateur cédant est prié de maintenir le numéro en service jusqu’à la fin du transfert.
   *[other] L’organisation désignée ci-dessous est titulaire des { $count } numéros de téléphone énumérés dans cette lettre. Elle autorise son nouvel opérateur, et quiconque agit pour lui, à faire transférer ces numéros depuis l’opérateur cédant, à traiter en son nom avec l’opérateur cédant de tout ce qui touche à ce transfert et à recevoir les informations du compte qui y sont nécessaires. L’opérateur cédant est prié de maintenir les numéros en service jusqu’à la fin du transfert.
}
letter-organisation = Organisation
letter-company = Nom
letter-domain = Domaine
letter-service-address = Adresse du service
letter-street = Rue
letter-city = Ville
letter-region = État ou région
letter-postcode = Code postal
letter-country = Pays
letter-account-part = Compte chez l’opérateur cédant
letter-carrier = Opérateur cédant
letter-account = Numéro de compte
letter-btn = Numéro de facturation (BTN)
letter-pin = Code PIN
letter-transfer = Transfert
letter-scope = Numéros à transférer
letter-full = Tous les numéros du compte, BTN compris
letter-partial = Seulement les numéros énumérés ; le BTN reste
letter-kind = Type de numéros de service
letter-toll = Numéros de service vocal (pas d’utilisateur) : payants
letter-toll-free = Numéros de service vocal (pas d’utilisateur) : gratuits
letter-wanted = Date et heure souhaitées
letter-signatory = Signataire autorisé
letter-name = Nom
letter-job = Fonction
letter-phone = Téléphone
letter-email = E-mail
letter-confirms = En signant, je confirme être en droit d’agir pour l’organisation en cette matière, et que le contenu de cette lettre est exact et complet.
letter-signature = Signature
letter-date = Date
letter-numbers = Numéros à transférer
letter-numbers-here = { $count ->
    [one] { $count } numéro en tout
   *[other] Numéros { $first } à { $last } sur { $count }
}
