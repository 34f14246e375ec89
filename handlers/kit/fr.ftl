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
    `{ $command } show B-3`
help-release = *Libérer* – rendre aussitôt les numéros d’une réservation, ou céder des numéros acquis
    `{ $command } release H-12`
    `{ $command } release +1 206 555 0100`
    `{ $command } release many`
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
settings-too-many-approvers = On peut désigner { $most } membres au plus.
settings-too-few-approvers = Nombre minimal de personnes qui peuvent approuver : { $needed }.
settings-not-a-choice = Choisissez à nouveau : ce choix n’existe plus.
circle-anyone = Tout membre
circle-approvers = Tout membre du canal
circle-named = Membres désignés
circle-admins = Administrateurs seulement
settings-saved = Réglages enregistrés.
settings-not-a-balance = Un montant tel que 120 ou 120,50.
settings-cannot-post = Le guichet ne peut pas publier là. Invitez-le d’abord avec /invite @numberdesk.
settings-section-licences = Licences et crédits
settings-section-holds = Réservations et repos
settings-section-desk = Canaux et langue
settings-typed-licences = licences, licence, crédits, quota
settings-typed-approvals = approbations, approbation, validations, validation, approbateurs
settings-typed-holds = réservations, réservation, durée, repos
settings-typed-ports = portages, portage, ordres, pays
settings-typed-desk = canaux, canal, langue, avis, guichet
settings-typed-roles = rôles, rôle, droits, qui
settings-no-section = Les réglages n’ont pas de rubrique « { $said } ».
button-change = Modifier
button-change-section = Modifier : { $section }
settings-line = { $label } : *{ $value }*
settings-unchanged = Rien n’a été modifié.
settings-not-whole = Un nombre entier de { $least } à { $most }.
settings-not-whole-or-nothing = Un nombre entier de { $least } à { $most }, ou rien.
settings-off = non
settings-balance-empty = inconnu
settings-notices-empty = aucun
settings-channels-empty = tous
settings-toll-free-empty = autant que pour les numéros payants
settings-lead-empty = 10 pour tous
settings-silent-empty = les délais habituels
settings-meanwhile = *Rien n’est encore enregistré.* Quelqu’un a modifié les mêmes réglages entre-temps. Votre saisie figure toujours ci-dessous : appuyez encore une fois sur *Enregistrer* pour la garder, ou fermez cette fenêtre pour laisser la sienne.
settings-meanwhile-field = { $who } a entre-temps choisi *{ $now }* ici. Vous avez saisi *{ $yours }* :
settings-meanwhile-somebody = Quelqu’un

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

## Ordres de portage : apporter des numéros existants

bad-port = Je ne sais pas faire « { $said } » avec des ordres de portage : c’est `new`, `list` ou le nom d’un ordre tel que PO-7.
bad-state = Je ne connais pas l’état « { $said } ».
bad-number = « { $said } » n’est pas un numéro avec l’indicatif de son pays, tel que +44 20 7946 0000.
missing-number = Quel numéro ? Écrivez-le avec l’indicatif de son pays, tel que +44 20 7946 0000.
port-cannot-post = Le guichet ne peut pas publier dans ce canal et n’a pas de canal pour les avis, donc la fiche de l’ordre n’a pas de place. Invitez-le avec `/invite @numberdesk` et réessayez, ou demandez à un administrateur de choisir un canal pour les avis avec `{ $command } settings`.
no-such-order = Il n’y a pas d’ordre de portage { $order } dans cet espace de travail.
refused-port = Seuls les { $who } peuvent rédiger, envoyer et annuler des ordres de portage ici. Adressez-vous à un administrateur si vous devriez en être.
refused-letters = Seuls les { $who } peuvent se faire remettre les lettres signées. Adressez-vous à l’un d’eux.
refused-move = Seuls les administrateurs de cet espace de travail peuvent indiquer ce que les opérateurs font des ordres de portage. Adressez-vous à l’un d’eux.
refused-no-such-move = { $order } est à l’état « { $state } », et ne peut pas passer de là à « { $to } ».
refused-no-foc = { $order } ne peut pas passer à « { $to } » sans la date et l’heure, à venir, convenues par l’opérateur cédant.
refused-no-reason = { $order } ne peut pas passer à « { $to } » sans le motif de l’opérateur cédant.
refused-numbers-taken = { $order } ne peut pas passer à « { $to } » : certains de ses numéros sont réservés ou déjà à nous. Voyez `{ $command } status` pour chacun.
refused-not-editable = { $order } est à l’état « { $state } » : seuls les brouillons et les ordres refusés se modifient.
refused-nothing-new = { $order } est à l’état « { $state } », et vous n’avez rien à y changer.

port-state-draft = Brouillon
port-state-processing = En traitement
port-state-contacting_carrier = Opérateur contacté
port-state-transfer_approved = Transfert approuvé
port-state-transfer_pending = Transfert imminent
port-state-error = Refusé par l’opérateur cédant
port-state-completed = Terminé
port-state-cancelled = Annulé

port-from = { $numbers }, de { $carrier }
port-numbers-mixed = { $count ->
    [0] aucun numéro pour l’instant
    [one] { $count } numéro
   *[other] { $count } numéros de plusieurs types ou pays
}
port-nothing = –
port-standing = *{ $state }* depuis { $since }
port-is-now = L’ordre est à l’état *{ $state }* depuis { $since }.
port-foc = Transfert (FOC) : { $time }
port-comment-said = « { $comment } »
port-open-points = *Points à régler*
port-requested-by = Demandé par { $by }
port-followers = Suivi par { $who }
port-wanted = Souhaité pour le { $day }
port-letter-is-there = Lettre signée du { $time }, remise par { $by }
port-see = La fiche de l’ordre se trouve dans { $channel }.
port-comments = *Derniers commentaires*

port-button-new = Nouvel ordre de portage
port-button-next = Suivant
button-back = Retour
port-button-save = Enregistrer
port-button-continue = Continuer
port-button-edit = Modifier
port-button-letter = Établir la lettre
port-button-signed = Ajouter la lettre signée
port-button-signer = Indiquer le signataire
port-button-send = Envoyer l’ordre
port-button-send-again = Envoyer à nouveau
port-button-take-out = Retirer des numéros
port-button-update = Mettre à jour l’état
port-button-capacity = Capacité confirmée
port-button-follow = Suivre
port-button-unfollow = Ne plus suivre
port-button-fetch = Lettre signée
port-button-cancel = Annuler l’ordre
port-button-keep = Le garder
port-confirm-cancel-title = Annuler { $order } ?
port-confirm-cancel = Ses numéros restent où ils sont. Ce qui a été écrit et dit reste au journal.

## Rédiger un ordre de portage

port-title = Ordre de portage
port-step = Étape { $at } sur { $of }
port-step-numbers = Numéros
port-step-account = Compte
port-step-address = Adresse de service
port-step-signer = Signataire
port-step-date = Date et personnes
port-step-review = Récapitulatif
port-not-kept-yet = conservé dès le premier « Suivant »
port-numbers-intro = Quels numéros de service viennent ici d’un autre opérateur ? Un ordre vaut pour un seul type, un seul pays et un seul compte d’un seul opérateur cédant ; ce qui doit être scindé l’est pour vous avant tout envoi.
port-list = Numéros
port-list-hint = Les uns sous les autres ou séparés par des virgules, écrits comme vous voulez ; des plages telles que +1 206 555 0100-0149.
port-file = Ou un fichier CSV
port-file-hint = La colonne contenant le plus de numéros est lue, jusqu’à 1 Mo.
port-keep-label = Numéros d’un fichier
port-keep = { $count ->
    [one] Garder { $count } numéro venu d’un fichier
   *[other] Garder { $count } numéros venus d’un fichier
}
port-read = *{ $numbers }*
port-doubled = { $count ->
    [one] { $count } numéro figurait deux fois et compte une fois.
   *[other] { $count } numéros figuraient deux fois et comptent une fois.
}
port-file-awaited = Votre fichier est en cours de lecture ; le résultat vous est communiqué, et figure sous la fiche de l’ordre.
port-left-out = { $count ->
    [one] { $count } a été écarté :
   *[other] { $count } ont été écartés :
}
port-left-out-item = { $said } : { $why }
port-bad-not-a-number = ce n’est pas un numéro
port-bad-not-valid = ce numéro n’existe pas
port-bad-freephone-800 = les numéros gratuits internationaux universels (+800) ne se portent pas
port-bad-gb-special = les numéros britanniques en 0843, 0844, 0845, 0870, 0871 et 0872 ne se portent pas
port-bad-mobile = les numéros mobiles ne se portent qu’aux États-Unis et à Porto Rico
port-bad-not-service = ce numéro n’est ni payant ni gratuit
port-bad-range = cette plage finit avant de commencer, ou compte plus de 10 000 numéros
port-bad-ours = ce numéro est déjà à nous
port-bad-on-hold = ce numéro est réservé
port-bad-taken = ce numéro n’est pas libre
port-bad-in-order = ce numéro figure dans l’ordre ouvert { $order }
port-no-number = Il n’y a ici aucun numéro qui puisse être porté.
port-too-long = Ce champ peut compter { $most } caractères au plus.
port-address-intro = L’adresse de *service* : là où les numéros sont utilisés, pas là où vont les factures. Une adresse erronée est le motif de refus le plus courant.
port-signer-intro = Qui peut signer pour le compte chez l’opérateur cédant. La lettre d’autorisation doit être signée par cette personne même.
port-field-carrier = Opérateur cédant
port-field-account = Numéro de compte
port-field-btn = Numéro de facturation (BTN)
port-hint-btn = Le numéro principal du compte. Avec l’indicatif de son pays, ou tel qu’on le compose dans le pays de l’espace de travail.
port-field-pin = Code PIN
port-hint-pin = Là où l’opérateur cédant en exige un.
port-field-company = Nom de l’organisation
port-hint-company = Tel que l’opérateur cédant le connaît. 25 caractères sont transmis.
port-field-domain = Domaine de l’organisation
port-field-street = Rue et numéro
port-hint-street = L’adresse de service, pas celle de facturation.
port-field-city = Ville
port-field-region = État ou région
port-field-postcode = Code postal
port-field-authorised = Personne autorisée
port-hint-authorised = Qui signe la lettre. 15 caractères sont transmis.
port-field-title = Fonction
port-field-phone = Téléphone
port-field-email = E-mail
port-field-wanted_date = Date souhaitée
port-hint-wanted_date = Un jour ouvré, assez éloigné pour les opérateurs.
port-field-wanted_time = Heure souhaitée
port-hint-wanted_time = À l’heure de l’adresse de service.
port-field-language = Langue de la lettre
port-field-scope = portage total ou partiel
port-field-numbers = numéros
port-field-followers = personnes averties
port-scope = Quels numéros du compte ?
port-scope-full = Tous, le BTN compris : portage total
port-scope-partial = Seulement ceux-ci, le BTN reste : portage partiel
port-notify = Qui d’autre est averti
port-notify-hint = Comme vous, ces personnes apprennent chaque changement dans leurs messages directs.
port-not-a-telephone = « { $said } » n’est pas un numéro de téléphone possible.
port-not-an-email = « { $said } » n’est pas une adresse e-mail.
port-no-date = Choisissez la date à laquelle les numéros doivent arriver.
port-wrong-date = Les opérateurs ont besoin de { $days } jours ouvrés, et la date doit en être un. La prochaine possible : { $first }.
port-split = *Il en résulte { $count } ordres*, car un ordre vaut pour un seul type et un seul pays, avec 999 numéros au plus. Chacun a sa fiche et sa lettre, et s’envoie séparément.
port-new-order = un nouvel ordre

port-point-no-numbers = Il n’y a pas encore de numéros.
port-point-to-be-split = Les numéros sont de plusieurs types ou pays, ou plus de 999 : appuyez sur Continuer et enregistrez, et l’ordre sera scindé.
port-point-fields = Il manque : { $fields }
port-point-btn-is-missing = Un portage total comprend le BTN, et { $btn } n’est pas parmi les numéros.
port-point-btn-is-there = Un portage partiel laisse le BTN, et { $btn } est parmi les numéros.
port-point-btn-is-missing-here = Un portage total comprend le BTN, et celui-ci n’est pas parmi les numéros. Ajoutez-le, ou choisissez un portage partiel.
port-point-btn-is-there-here = Un portage partiel laisse le BTN, et celui-ci est parmi les numéros. Retirez-le, ou choisissez un portage total.
port-point-date = La date souhaitée est désormais trop proche, ou n’est pas un jour ouvré : choisissez-en une autre.
port-point-no-letter = La lettre d’autorisation signée n’est pas encore là.
port-point-old-letter = La lettre signée dit autre chose que l’ordre actuel : établissez-la à nouveau et faites-la signer.
port-point-no-signer = Personne n’a encore indiqué qui a signé la lettre.
port-point-wrong-signer = La lettre est signée par { $signer }, et la personne autorisée est { $authorised }.
port-point-capacity = Le support n’a pas encore confirmé la capacité élevée d’appels simultanés des numéros de service.
port-warning-company = Le nom de l’organisation dépasse les { $most } caractères transmis. Les opérateurs lisent « { $kept } ».
port-warning-authorised = Le nom de la personne autorisée dépasse les { $most } caractères transmis. Les opérateurs lisent « { $kept } ».
port-warning-gaps = Les blocs géographiques britanniques devraient être sans lacune et en service, sinon l’ordre peut être refusé.

## Lettre, envoi, et la suite

port-no-letter-yet = La lettre pour { $order } ne peut pas encore être établie.
port-letter-on-its-way = La lettre pour { $order } arrive : un fichier dans vos messages avec le guichet, à faire signer par { $who }.
port-here-is-the-letter = Voici la lettre d’autorisation pour { $order }. Faites-la signer par { $who }, puis remettez-la avec le bouton de la fiche de l’ordre ou en la déposant dans le fil de la fiche.
port-signed-title = Lettre signée
port-signed-intro = La lettre d’autorisation pour { $order }, signée par *{ $who }*. Elle est conservée chiffrée, et seul qui en a le droit peut se la faire remettre.
port-signed-file = La lettre signée
port-signed-file-hint = Un PDF, PNG ou JPEG de 10 Mo au plus.
port-signer = Qui l’a signée
port-signer-hint = Le nom tel qu’il figure sous la lettre.
port-other-signer = La lettre doit être signée par { $authorised }, la personne autorisée de l’ordre.
port-no-file = Ajoutez la lettre signée.
port-letter-fetched = Merci. La lettre pour { $order } est en cours de vérification ; la fiche de l’ordre l’indiquera.
port-no-letter-there = Il n’y a pas de lettre signée pour { $order }.
port-signed-on-its-way = La lettre signée pour { $order } arrive : un fichier dans vos messages avec le guichet.
port-here-is-the-signed = Voici la lettre signée pour { $order }.
port-file-too-late = { $file } n’a pas pu servir : l’ordre n’est plus un brouillon.
port-file-not-had = { $file } n’a pas pu servir : le fichier n’est plus là, n’est pas à vous ou est trop gros. Une lettre peut faire 10 Mo, une liste 1 Mo.
port-file-no-list = { $file } n’a pas pu servir : il n’y a pas de colonne de numéros.
port-file-too-long = { $file } n’a pas pu servir : l’ordre compterait plus de 10 000 numéros.
port-file-no-letter = { $file } n’a pas pu servir : une lettre doit être un PDF, PNG ou JPEG, quoi que dise son nom.
port-not-ready = { $order } ne peut pas encore être envoyé.
port-send-title = Envoyer l’ordre
port-never-cancel = *Ne résiliez jamais l’ancien service avant le transfert* : les numéros seraient perdus.
port-never-cancel-tomorrow = Moins d’un jour à attendre. *Ne résiliez pas l’ancien service avant le transfert.*
port-capacity = Capacité élevée d’appels simultanés
port-capacity-hint = Un numéro de service porte des centaines d’appels à la fois, et le support doit le confirmer.
port-capacity-confirmed = Le support a confirmé la capacité élevée
port-capacity-not_yet = Pas encore : cela reste un point à régler
port-capacity-unsaid = Non indiqué
port-no-capacity = Indiquez si le support l’a confirmée.
port-capacity-settled = Il n’y a plus rien à confirmer pour { $order }.
port-capacity-thanks = Merci : la capacité de { $order } est confirmée.
port-numbers-taken = Certains numéros de { $order } ne peuvent pas être portés maintenant. Retirez-les, et les autres pourront avancer.
port-update-title = Mettre à jour l’état
port-new-state = Où en est l’ordre ?
port-another-foc = Transfert approuvé, avec une autre FOC
port-foc-date = Date du transfert (FOC)
port-foc-hint = Pour un transfert approuvé : ce que l’opérateur cédant a convenu.
port-foc-time = Heure du transfert
port-foc-zone = Fuseau horaire
port-reason = Motif du refus
port-reason-hint = Pour un ordre refusé.
port-comment = Commentaire
port-no-reason = Choisissez le motif de l’opérateur cédant.
port-no-foc = Un transfert approuvé a une date et une heure.
port-no-zone = Choisissez le fuseau de cette heure.
port-past-foc = C’est passé : il y est maintenant { $now }.
port-same-foc = C’est la FOC que l’ordre a déjà.
port-take-out-title = Retirer des numéros
port-take-out-intro = Ils passent dans un ordre à part qui dit la même chose, pour que les autres de { $order } puissent avancer.
port-take-out-numbers = Numéros à retirer
port-take-out-hint = Comme dans la liste : les uns sous les autres, ou des plages.
port-not-in-it = { $said } n’est pas un numéro de cet ordre.
port-nothing-left = Laissez au moins un numéro dans l’ordre.
port-you-cancelled = Vous avez annulé { $order }.
port-followed = Vous suivez { $order } : chaque changement vous est annoncé ici et dans vos messages directs.
port-followed-already = Vous êtes déjà averti de ce qui concerne { $order }.
port-unfollowed = Vous ne suivez plus { $order }.
port-not-followed = Vous ne suivez pas { $order }.
port-yours = Vous avez demandé { $order } ; vous apprenez donc chaque changement.
port-none-open = Aucun ordre de portage n’est ouvert. Apportez des numéros existants avec le bouton ci-dessous.
port-none-in = Aucun ordre de portage n’est à l’état « { $state } ».
port-number = *{ $number }*
port-number-unknown = Ce numéro n’est ni ici ni dans le stock.
port-number-free = Il est dans le stock : { $place }.
port-number-taken = Il n’est pas libre.
port-number-held = Il est réservé par { $by } : { $place }.
port-number-ours = Il est à nous, acquis par { $by } : { $place }.

## Pourquoi les opérateurs cédants refusent, et que corriger

port-reason-account_number = Le numéro de compte est erroné.
port-fix-account_number = Copiez-le de la dernière facture de l’opérateur cédant, et modifiez l’ordre.
port-reason-authorised_person = La personne autorisée n’est pas celle que connaît l’opérateur cédant.
port-fix-authorised_person = Demandez à l’opérateur cédant qui peut signer ; modifiez l’ordre et faites signer une nouvelle lettre par cette personne.
port-reason-btn = Le numéro de facturation (BTN) est erroné.
port-fix-btn = C’est le numéro principal du compte : copiez-le de la dernière facture, et modifiez l’ordre.
port-reason-company_name = Le nom de l’organisation n’est pas celui que connaît l’opérateur cédant.
port-fix-company_name = Écrivez-le comme sur la dernière facture ; 25 caractères sont transmis.
port-reason-service_address = L’adresse de service ou le code postal est erroné.
port-fix-service_address = C’est là où les numéros sont utilisés, pas là où vont les factures : demandez à l’opérateur cédant l’adresse qu’il connaît.
port-reason-pin = Le code PIN est erroné ou manque.
port-fix-pin = Demandez le code PIN du compte à l’opérateur cédant, et modifiez l’ordre.
port-reason-not_portable = Un numéro ne se porte pas.
port-fix-not_portable = Retirez-le dans un ordre à part, et envoyez les autres à nouveau.
port-reason-special_feature = Un numéro a une fonction particulière, telle qu’un groupement ou une sonnerie distinctive.
port-fix-special_feature = Faites supprimer la fonction par l’opérateur cédant, ou retirez le numéro ; puis envoyez à nouveau.
port-reason-wrong_number_type = Le type de numéro est erroné.
port-fix-wrong_number_type = Numéros payants et gratuits vont dans des ordres séparés : retirez ceux de l’autre type.
port-reason-wrong_port_type = Le type de portage est erroné : le BTN principal doit rester ou partir.
port-fix-wrong_port_type = Choisissez à nouveau : un portage total comprend le BTN, un portage partiel le laisse.
port-reason-another_order = Un autre ordre pour ces numéros est ouvert chez l’opérateur cédant.
port-fix-another_order = Faites terminer ou annuler celui-là, puis envoyez à nouveau.
port-reason-several_accounts = Des numéros de plusieurs opérateurs ou comptes sont mélangés.
port-fix-several_accounts = Un ordre vaut pour un seul compte : retirez les numéros des autres.
port-reason-account_frozen = Le compte est gelé.
port-fix-account_frozen = Demandez à l’opérateur cédant de le débloquer, ce qui prend une à trois semaines ; puis envoyez à nouveau.
port-reason-foc_refused = La FOC a expiré ou a été refusée.
port-fix-foc_refused = Choisissez une autre date souhaitée, et envoyez à nouveau.
port-reason-no_answer = L’opérateur cédant ne répond pas.
port-fix-no_answer = Appelez l’opérateur cédant avec votre numéro de compte ; puis envoyez à nouveau.

## Sous la fiche d’un ordre, et dans les messages directs

port-line-moved = { $by } l’a fait passer de « { $before } » à *{ $state }*.
port-line-approved = *Transfert approuvé* par l’opérateur cédant, selon { $by }. La FOC : *{ $time }*.
port-line-foc-changed = *Autre FOC*, selon { $by } : *{ $time }* au lieu de { $before }.
port-line-pending = *Transfert imminent* : { $time }.
port-assign-now = Les numéros sont là : acquis, hors quota, et prêts à être attribués à un pont de conférence, un standard automatique ou une file d’attente d’appels.
port-line-idle = { $by }, ce brouillon attend depuis { $since }. Continuez-le ou annulez-le.
port-line-hour = Encore une heure avant le transfert : *{ $time }*. Ne résiliez pas encore l’ancien service.
port-line-checklist = Le transfert est dû. *Maintenant :*
    • appelez chaque numéro de l’extérieur
    • attribuez les numéros à leurs services
    • résiliez ensuite l’ancien service
    Ce qui ne va pas dans les 48 premières heures va au bureau du portage, ensuite au support.
port-line-silent = Rien de nouveau depuis { $since } : toujours *{ $state }*. Interrogez l’opérateur, et mettez l’état à jour.
port-line-listed = { $by } a ajouté { $count ->
    [0] 0 numéro
    [one] { $count } numéro
   *[other] { $count } numéros
} de { $file }.
port-line-divided = { $by } a mis des numéros dans des ordres à part : { $orders }.
port-line-capacity-confirmed = Selon { $by }, le support a confirmé la capacité élevée d’appels simultanés.
port-line-capacity-not_yet = Selon { $by }, le support n’a pas encore confirmé la capacité élevée d’appels simultanés.
port-line-capacity-unsaid = { $by } n’a rien dit de la capacité.
port-line-letter-made = { $by } a fait établir la lettre d’autorisation.
port-line-letter-signed = { $by } a remis la lettre signée.
port-line-who-signed = Qui l’a signée ? Appuyez sur « Indiquer le signataire ».
port-line-letter-signer = Selon { $by }, { $signer } a signé la lettre.

log-port_drafted = { $origin ->
    [none] a commencé un ordre de portage de { $numbers }
   *[other] a commencé un ordre de portage avec des numéros de { $origin } : { $numbers }
}
log-port_edited = a modifié un ordre de portage ({ $fields })
log-port_listed = a ajouté des numéros de { $file } ({ $count })
log-port_divided = a mis des numéros dans des ordres à part : { $orders }
log-port_moved = a fait passer un ordre de portage à : { $state }
log-port_capacity = a parlé de la capacité : { $capacity }
log-port_reminded = a rappelé : { $alarm }
log-port_followed = suit un ordre de portage
log-port_unfollowed = ne suit plus un ordre de portage
log-port_commented = a commenté un ordre de portage
log-letter_made = a fait établir une lettre d’autorisation
log-letter_signed = a remis une lettre signée ({ $sha256 }…)
log-letter_signer = a indiqué qui a signé la lettre : { $signer }
log-letter_fetched = s’est fait remettre une lettre signée
port-alarm-idle = un brouillon attend
port-alarm-silent = rien de nouveau
port-alarm-pending = un jour avant le transfert
port-alarm-hour = une heure avant le transfert
port-alarm-checklist = le transfert est dû

help-port = *Portage* – apporter des numéros existants d’un autre opérateur
    `{ $command } port new`
    `{ $command } port list`
    `{ $command } port PO-7`
help-status = *État* – où en est ce numéro ?
    `{ $command } status +44 20 7946 0000`
home-orders = Ordres de portage
home-no-orders = Aucun ordre de portage n’est ouvert. Les numéros existants d’un autre opérateur arrivent ici par un tel ordre.
settings-role-port = Rédiger, envoyer et annuler des ordres de portage
settings-role-letters = Se faire remettre les lettres d’autorisation signées
settings-orders = Ordres de portage
settings-country = Pays
settings-country-hint = Son code, tel que US, GB ou FR. Les numéros sans indicatif sont lus comme numéros de ce pays.
settings-not-a-country = « { $said } » n’est pas le code d’un pays.
settings-lead = Délai par pays, en jours ouvrés
settings-lead-hint = Par exemple GB 7, FR 12. Pour tous les autres, il est de 10.
settings-not-lead-days = « { $said } » n’est pas un code de pays suivi d’un nombre de jours de 0 à { $most }.
settings-silent = Jours avant un rappel
settings-silent-processing = Jours ouvrés à l’état En traitement avant un rappel
settings-silent-contacting_carrier = Jours ouvrés à l’état Opérateur contacté avant un rappel
settings-silent-transfer_approved = Jours ouvrés à l’état Transfert approuvé avant un rappel
settings-silent-transfer_pending = Jours ouvrés après la date du transfert avant un rappel
settings-silent-error = Jours ouvrés à l’état Refusé avant un rappel

## Numéros en service

bad-status = Je ne connais pas le statut « { $said } ».
bad-service = Je ne connais pas le type de service « { $said } » : c’est `bridge`, `attendant` ou `queue`.
bad-service-name = Le nom d’un service peut compter { $most } caractères au plus.
no-such-service = Il n’y a pas de service « { $said } ».
refused-manage = Seuls les { $who } peuvent attribuer, libérer et récupérer des numéros ici. Adressez-vous à un administrateur si vous devriez en être.
refused-not-ours = { $number } n’est pas à nous, donc rien ne peut en être fait.
refused-is-resting = { $number } a été libéré et repose : récupérez-le d’abord.
refused-is-porting = { $number } est en cours de portage ; il ne peut pas encore servir.
refused-is-assigned = { $number } est attribué à { $service } : retirez-le d’abord.
refused-not-assigned = { $number } n’est attribué à rien.
refused-default-of-bridges = Seuls les ponts d’audioconférence ont un numéro par défaut.
refused-default-is-toll = Seul un numéro payant peut être le numéro par défaut d’un pont, et { $number } est gratuit.
refused-name-next-default = { $number } est le numéro par défaut de { $service } : désignez d’abord le suivant.
refused-not-resting = { $number } ne repose pas, il n’y a donc rien à récupérer.
service-bridge = Pont d’audioconférence
service-attendant = Standard automatique
service-queue = File d’attente d’appels
service-empty = aucun numéro ne lui est attribué
services-none = Il n’y a pas encore de services. Attribuez un numéro à l’un d’eux : `{ $command } assign +1 206 555 0100 to bridge "Contoso"`.
use-acquired = acquis
use-assigned = attribué
use-resting = au repos
use-porting = en portage
rests-until = de retour dans le stock à { $time }
button-assign = Attribuer
button-unassign = Retirer
button-rename = Renommer
menu-assign = Attribuer
menu-unassign = Retirer du service
menu-release = Libérer
menu-restore = Récupérer
menu-default = En faire le numéro par défaut
menu-history = Historique
assign-title = Attribuer un numéro
assign-number = Numéro
assign-kind = Service
assign-name = Nom du service
assign-name-hint = Un nom connu, ou un nouveau.
assign-name-placeholder = Saisissez un nom
assign-new-name = Nouveau : « { $name } »
assign-default-label = Numéro par défaut du pont
assign-default = C’est le numéro par défaut
assign-default-hint = Seulement pour les ponts, et seulement un numéro payant. Le premier numéro payant le devient de lui-même.
assigned = { $number } est attribué à { $service }.
assigned-default-first = C’est son numéro par défaut.
assigned-default-changed = C’est désormais son numéro par défaut. Les invitations déjà envoyées gardent l’ancien.
assigned-resource-account = Il atteint le service par le compte de ressource de celui-ci, qui a besoin de sa propre licence.
unassigned = { $number } n’est plus attribué à { $service }.
unassigned-invitations = Qui l’a dans une invitation devrait passer à un autre numéro.
default-changed = { $number } est désormais le numéro par défaut de { $service }. Les invitations déjà envoyées gardent l’ancien.
default-already = { $number } est déjà le numéro par défaut de { $service }.
next-default-title = Numéro suivant
next-default-intro = { $number } est le numéro par défaut de { $service }. Quel numéro prend sa place ?
next-default = Numéro par défaut désormais
rename-title = Renommer le service
rename-name = Nom
rename-no-name = Écrivez un nom.
service-name-taken = Il y en a déjà un de ce type qui s’appelle « { $said } ».
number-released = { $number } est libéré. Il repose jusqu’à { $time }, et peut être récupéré d’ici là.
number-released-at-once = { $number } est libéré, et de retour dans le stock.
release-number-title = Libérer un numéro
release-number-rests = { $number } repose jusqu’à { $time }, puis retourne dans le stock, où chacun peut le prendre. D’ici là, il peut être récupéré.
release-number-at-once = { $number } retourne aussitôt dans le stock, où chacun peut le prendre, et ne peut pas être récupéré.
restored = { $number } est de nouveau à nous.
list-empty = Il n’y a pas de tels numéros. Ce qui est acquis ou porté s’affiche ici.
list-past-the-end = Il n’y a pas de page { $page }.
number-history = Historique, du plus récent au plus ancien
number-no-history = Le journal n’en dit rien.
export-numbers-on-its-way = La liste arrive : un fichier dans vos messages avec le guichet.
export-numbers-here = Voici la liste de numéros que vous avez demandée.
log-assigned = a attribué un numéro à { $service }
log-unassigned = a retiré un numéro de { $service }
log-default_changed = a fait d’un numéro celui par défaut de { $service }
log-service_renamed = a renommé un service : { $before } → { $service }
log-number_released = a libéré un numéro jusqu’à { $time }
log-restored = a récupéré un numéro
help-list = *Liste* – vos propres numéros : `status:acquired|assigned|resting|porting`, `service:`, `contains:`
    `{ $command } list US Washington status:assigned`
    `{ $command } +1 206 555 0100`
help-assign = *Attribuer* – à un pont, un standard ou une file d’attente ; et retirer
    `{ $command } assign +1 206 555 0100 to bridge "Contoso" default`
    `{ $command } assign many`
    `{ $command } unassign +1 206 555 0100`
    `{ $command } unassign many`
help-unassign = *Retirer* – enlever un numéro de son service
    `{ $command } unassign +1 206 555 0100`
help-services = *Services* – ponts, standards et files d’attente avec leurs numéros
    `{ $command } services`
help-restore = *Récupérer* – ravoir un numéro libéré tant qu’il repose
    `{ $command } restore +1 206 555 0100`
settings-role-manage = Attribuer, libérer et récupérer des numéros
settings-rest = Jours de repos d’un numéro libéré
settings-rest-hint = D’ici là il peut être récupéré ; ensuite il est de retour dans le stock.
report-on-its-way = Le rapport arrive : une image dans vos messages avec le guichet.
report-here = Voici le rapport que vous avez demandé.
report-used = Quota utilisé, 90 derniers jours
report-quota = Quota : { $quota }
report-countries = Numéros par pays
report-others = Autres pays
report-no-countries = pas encore de numéros
report-in-words = D’un quota de { $quota } pour chaque type, { $toll } numéros payants et { $toll_free } gratuits sont utilisés ; il y a 90 jours, c’étaient { $toll_before } et { $toll_free_before }. Numéros par pays : { $countries }.
help-report = *Rapport* – le quota utilisé sur 90 jours et les numéros par pays, en image
    `{ $command } report`

## Plusieurs numéros à la fois

numbers = { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}
approved-last-release = Vous avez approuvé { $hold }. { $count ->
    [one] Le numéro est en cours de libération.
   *[other] Les { $count } numéros sont en cours de libération.
}
withdrawn-release = Vous avez retiré votre demande { $hold }. Rien n’est libéré.
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
refused-no-service = Il manque un service à { $number } : choisissez son type et son nom sous la liste, ou écrivez-les dans la ligne.
refused-long-name = Le nom du service pour { $number } est trop long : 60 caractères au plus.
refused-said-before = { $number } figure déjà dans la liste.
no-such-batch = Il n’y a pas de lot { $batch } ici.
batch-too-many = La liste est trop longue : { $most } lignes au plus. Divisez-la.
batch-no-numbers = Il n’y a aucun numéro dans la liste. Écrivez-en un par ligne, ou donnez un fichier CSV.
batch-half-a-service = Un service a besoin des deux : un type et un nom.
batch-title-assign = Attribuer des numéros
batch-title-unassign = Retirer des numéros
batch-title-release = Libérer des numéros
batch-intro-assign = Collez une liste ou donnez un fichier CSV. Avant toute attribution, vous voyez ligne par ligne ce qui se passerait.
batch-intro-unassign = Collez une liste ou donnez un fichier CSV. Avant tout retrait, vous voyez ligne par ligne ce qui se passerait.
batch-intro-release = Collez une liste ou donnez un fichier CSV. Avant toute libération, vous voyez ligne par ligne ce qui se passerait.
batch-list = Numéros
batch-list-hint = Un par ligne, ou des plages comme +1 206 555 0100-0109. Sous n’importe quelle forme ; sans indicatif, ils sont de votre pays.
batch-list-hint-service = Un par ligne, ou des plages comme +1 206 555 0100-0109. Une ligne peut nommer son service : +1 206 555 0100 to queue "Ventes". Toutes les autres vont au service ci-dessous.
batch-file = Ou un fichier CSV
batch-file-hint = Avec les colonnes de l’export : number, et service_kind, service et default pour attribuer. Ou tout tableau avec une colonne de numéros. 1 Mo au plus.
batch-kind-hint = Pour les lignes qui ne nomment aucun service.
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
batch-file-not-had = Le fichier n’a pas pu servir : il n’est plus là, n’est pas à vous, est vide ou dépasse 1 Mo.
batch-file-no-list = Le fichier n’a pas pu servir : il n’a aucune colonne de numéros.
batch-file-too-long = Le fichier n’a pas pu servir : avec la liste, cela fait plus de 1 000 lignes. Divisez-le.
batch-preview-assign = { $done ->
    [0] Rien ne serait attribué.
    [one] *{ $done } sur { $size }* serait attribué. Rien n’a encore été fait.
   *[other] *{ $done } sur { $size }* seraient attribués. Rien n’a encore été fait.
}
batch-preview-unassign = { $done ->
    [0] Rien ne serait retiré de son service.
    [one] *{ $done } sur { $size }* serait retiré de son service. Rien n’a encore été fait.
   *[other] *{ $done } sur { $size }* seraient retirés de leur service. Rien n’a encore été fait.
}
batch-preview-release = { $done ->
    [0] Rien ne serait libéré.
    [one] *{ $done } sur { $size }* serait libéré. Rien n’a encore été fait.
   *[other] *{ $done } sur { $size }* seraient libérés. Rien n’a encore été fait.
}
batch-rests = Ce qui est libéré repose jusqu’à { $time }, puis retourne dans le stock, où chacun peut le prendre. D’ici là, on peut le récupérer.
batch-at-once = Ce qui est libéré retourne aussitôt dans le stock, où chacun peut le prendre, et ne peut pas être récupéré.
batch-needs = { $needed ->
    [one] Un collègue doit d’abord approuver.
   *[other] { $needed } collègues doivent d’abord approuver.
}
batch-invitations = Qui a l’un de ces numéros dans une invitation devrait passer à un autre.
batch-resource-account = Un standard ou une file reçoit ses numéros par son compte de ressource, qui a besoin de sa propre licence.
batch-default = ★ marque le numéro par défaut d’un pont. Les invitations déjà envoyées gardent celui qu’elles ont.
batch-unread = « { $said } » : { $why }
batch-line-assign = { $number } → { $service }
batch-line-unassign = { $number } quitte { $service }
batch-line-release = { $number }
batch-line-restored = { $number }, récupéré depuis
batch-report-assign = *{ $batch }* : { $done } sur { $size } { $done ->
    [one] attribué.
   *[other] attribués.
}
batch-report-unassign = *{ $batch }* : { $done } sur { $size } { $done ->
    [one] retiré de son service.
   *[other] retirés de leur service.
}
batch-report-release = *{ $batch }* : { $done } sur { $size } { $done ->
    [one] libéré.
   *[other] libérés.
}
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
batch-card-assign = { $asker } a attribué *{ $numbers }* · *{ $batch }*
batch-card-unassign = { $asker } a retiré de tout service *{ $numbers }* · *{ $batch }*
batch-card-release = { $asker } a libéré *{ $numbers }* · *{ $batch }*
batch-card-assign-under-way = { $asker } attribue *{ $numbers }* · *{ $batch }*
batch-card-unassign-under-way = { $asker } retire de tout service *{ $numbers }* · *{ $batch }*
batch-card-release-under-way = { $asker } libère *{ $numbers }* · *{ $batch }*
batch-card-declined = { $by } a refusé ce que { $asker } demandait : libérer *{ $numbers }* · *{ $batch }*
batch-card-withdrawn = { $asker } demandait à libérer *{ $numbers }*, puis y a renoncé · *{ $batch }*
batch-progress = { $bar } { $decided } sur { $size }
batch-refused = { $count ->
    [one] Une ligne n’a pas pu être faite : *Afficher les lignes* dit pourquoi.
   *[other] { $count } lignes n’ont pas pu être faites : *Afficher les lignes* dit pourquoi.
}
batch-back = De retour dans le stock
batch-rest = De retour dans le stock à { $time }
batch-rest-ended = De retour dans le stock depuis { $time }
batch-restored = { $count ->
    [one] { $count } récupéré
   *[other] { $count } récupérés
}
batch-all-restored = Récupéré : de nouveau à nous
batch-nothing-rests = Plus rien de { $batch } ne repose, il n’y a donc rien à récupérer.
batch-restored-all = Récupéré : { $numbers }.
line-restored = { $by } a récupéré { $numbers }.
line-rest-ended = Le repos de ce que { $batch } a libéré a pris fin : { $numbers } de retour dans le stock.
log-release_asked = a demandé à libérer { $numbers }
log-batch_begun = a commencé à { $verb ->
    [assign] attribuer
    [unassign] retirer
   *[release] libérer
} { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros à la fois
}
log-batch_done = a { $verb ->
    [assign] attribué
    [unassign] retiré
   *[release] libéré
} { $done } sur { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}
log-batch_restored = a récupéré { $numbers }
log-rest_ended = a remis dans le stock { $count ->
    [one] { $count } numéro libéré
   *[other] { $count } numéros libérés
}
settings-releases = Libération de numéros
settings-releases-too = Demande aussi une approbation
settings-releases-hint = Selon la même règle : autant de collègues doivent approuver avant que des numéros acquis soient libérés.
