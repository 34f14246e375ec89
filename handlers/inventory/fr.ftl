# Ce qui se dit des numéros de l’espace de travail, et des services auxquels ils sont affectés.

## À qui est un numéro

port-number-unknown = Ce numéro n’est ni ici ni dans le stock.
port-number-no-service = Ce numéro n’est ni ici ni dans le stock, et ne peut pas y venir : { $why }.
port-number-free = Il est dans le stock : { $place }.
port-number-taken = Il n’est pas libre.
port-number-held = Il est réservé par { $by } : { $place }.
port-number-ordered = Il est commandé par { $by } : { $place }.
port-number-ours = Il est à nous, acquis par { $by } : { $place }.
by-import = un import

## Numéros en service

bad-status = Je ne connais pas le statut « { $said } ».
bad-service = Je ne connais pas le type de service « { $said } » : c’est `bridge`, `attendant` ou `queue`.
bad-service-name = Le nom d’un service peut compter { $most } caractères au plus.
no-such-service = Il n’y a pas de service « { $said } ».
refused-not-ours = { $number } n’est pas à nous, donc rien ne peut en être fait.
refused-is-resting = { $number } a été libéré et repose : récupérez-le d’abord.
refused-is-porting = { $number } est en cours de portage ; il ne peut pas encore servir.
refused-is-ordered = { $number } est commandé et n’est pas encore là ; la carte de sa réservation montre où il en est.
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
use-ordered = commandé
use-resting = au repos
use-porting = en portage
rests-until = de retour dans le stock à { $time }
rests-until-given-up = résilié chez son opérateur à { $time }
button-unassign = Retirer
button-rename = Renommer
menu-assign = Attribuer
menu-unassign = Retirer du service
menu-release = Libérer
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
renamed-meanwhile = Quelqu’un l’a entre-temps appelé « { $name } ». Fermez cette fenêtre et rouvrez-la pour changer ce nom.
service-name-taken = Il y en a déjà un de ce type qui s’appelle « { $said } ».
number-released = { $number } est libéré. Il repose jusqu’à { $time }, et peut être récupéré d’ici là.
number-released-at-once = { $number } est libéré, et de retour dans le stock.
release-number-title = Libérer un numéro
release-number-rests = { $number } repose jusqu’à { $time }, puis retourne dans le stock, où chacun peut le prendre. D’ici là, il peut être récupéré.
release-number-at-once = { $number } retourne aussitôt dans le stock, où chacun peut le prendre, et ne peut pas être récupéré.
release-number-gives-up = { $number } repose ici jusqu’à { $time } et se paie d’ici là : { $costs }. D’ici là, il peut être récupéré. Ensuite il est résilié chez { $carrier }, et c’est définitif.
release-number-gives-up-at-once = { $number } est aussitôt résilié chez { $carrier } ({ $costs } d’économisés), et c’est définitif : il ne peut pas être récupéré.
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
report-on-its-way = Le rapport arrive : une image dans vos messages avec le guichet.
report-here = Voici le rapport que vous avez demandé.
report-used = Quota utilisé, 90 derniers jours
report-quota = Quota : { $quota }
report-countries = Numéros par pays
report-others = Autres pays
report-no-countries = pas encore de numéros
report-in-words = D’un quota de { $quota } pour chaque type, { $toll } numéros payants et { $toll_free } gratuits sont utilisés ; il y a 90 jours, c’étaient { $toll_before } et { $toll_free_before }. Numéros par pays : { $countries }.

## Plusieurs numéros à la fois

refused-not-yes-or-no = { $number } n’a pas été attribué : sa ligne ne dit ni oui ni non à la question de savoir s’il est le numéro par défaut.
refused-no-such-kind = { $number } n’a pas été attribué : le type de service de sa ligne n’est aucun de ceux qui existent : pont, standard automatique, file d’attente.
refused-no-service = Il manque un service à { $number } : choisissez son type et son nom sous la liste, ou écrivez-les dans la ligne.
refused-long-name = Le nom du service pour { $number } est trop long : 60 caractères au plus.
batch-title-assign = Attribuer des numéros
batch-title-unassign = Retirer des numéros
batch-title-release = Libérer des numéros
batch-intro-assign = Collez une liste ou donnez un fichier CSV. Avant toute attribution, vous voyez ligne par ligne ce qui se passerait.
batch-intro-unassign = Collez une liste ou donnez un fichier CSV. Avant tout retrait, vous voyez ligne par ligne ce qui se passerait.
batch-intro-release = Collez une liste ou donnez un fichier CSV. Avant toute libération, vous voyez ligne par ligne ce qui se passerait.
batch-list-hint = Un par ligne, ou des plages comme +1 206 555 0100-0109. Sous n’importe quelle forme ; sans indicatif, ils sont de votre pays.
batch-list-hint-service = Un par ligne, ou des plages comme +1 206 555 0100-0109. Une ligne peut nommer son service : +1 206 555 0100 to queue "Ventes". Toutes les autres vont au service ci-dessous.
batch-kind-hint = Pour les lignes qui ne nomment aucun service.
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
batch-invitations = Qui a l’un de ces numéros dans une invitation devrait passer à un autre.
batch-resource-account = Un standard ou une file reçoit ses numéros par son compte de ressource, qui a besoin de sa propre licence.
batch-default = ★ marque le numéro par défaut d’un pont. Les invitations déjà envoyées gardent celui qu’elles ont.
batch-line-assign = { $number } → { $service }
batch-line-unassign = { $number } quitte { $service }
batch-line-release = { $number }
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
batch-card-assign = { $asker } a attribué *{ $numbers }* · *{ $batch }*
batch-card-unassign = { $asker } a retiré de tout service *{ $numbers }* · *{ $batch }*
batch-card-release = { $asker } a libéré *{ $numbers }* · *{ $batch }*
batch-card-assign-under-way = { $asker } attribue *{ $numbers }* · *{ $batch }*
batch-card-unassign-under-way = { $asker } retire de tout service *{ $numbers }* · *{ $batch }*
batch-card-release-under-way = { $asker } libère *{ $numbers }* · *{ $batch }*
batch-nothing-rests = Plus rien de { $batch } ne repose, il n’y a donc rien à récupérer.
batch-restored-all = Récupéré : { $numbers }.
help-short-list = `{ $command } list` – vos propres numéros
help-list = *Liste* – vos propres numéros : `status:acquired|assigned|ordered|resting|porting`, `service:`, `contains:`
    `{ $command } list US Washington status:assigned`
    `{ $command } +1 206 555 0100`
help-short-assign = `{ $command } assign` – un numéro à un service
help-assign = *Attribuer* – à un pont, un standard ou une file d’attente ; et retirer
    `{ $command } assign +1 206 555 0100 to bridge "Contoso" default`
    `{ $command } assign many`
    `{ $command } unassign +1 206 555 0100`
    `{ $command } unassign many`
help-short-services = `{ $command } services` – et leurs numéros
help-services = *Services* – ponts, standards et files d’attente avec leurs numéros
    `{ $command } services`
help-short-restore = `{ $command } restore +12065550100` – le ravoir
help-restore = *Récupérer* – ravoir un numéro libéré tant qu’il repose
    `{ $command } restore +1 206 555 0100`
help-short-report = `{ $command } report` – quota utilisé, en image
help-report = *Rapport* – le quota utilisé sur 90 jours et les numéros par pays, en image
    `{ $command } report`
help-short-export = `{ $command } export` – vos numéros, dans un fichier
help-export = *Exporter* – vos numéros dans un fichier pour tableurs ; pour les administrateurs, tout le journal aussi
    `{ $command } export status:assigned`
    `{ $command } export log`
look-up-none = Je ne vois aucun numéro de téléphone dans ce message.
look-up-found = { $count ->
    [one] Un numéro dans ce message :
   *[other] { $count } numéros dans ce message :
}
