# Ce qui se dit des réglages.

## Réglages

button-later = Plus tard
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
settings-no-section = Les réglages n’ont pas de rubrique « { $said } ».
button-change = Modifier
button-change-section = Modifier : { $section }
settings-line = { $label } : *{ $value }*
settings-unchanged = Rien n’a été modifié.
settings-not-whole = Un nombre entier de { $least } à { $most }.
settings-not-whole-or-nothing = Un nombre entier de { $least } à { $most }, ou rien.
settings-credits-empty = Non configurés
settings-credits-recharge-empty = non
settings-releases-empty = Ne demande pas d’approbation
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

log-settings_changed = a modifié les réglages ({ $changes })

## Premiers pas

first-steps-title = Premiers pas
first-steps-intro = Le guichet doit connaître quatre choses avant que l’on puisse obtenir des numéros : vos licences, vos crédits de communication, qui approuve et le canal pour les avis. Tout pourra être modifié plus tard.

## Ordres de portage

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

settings-role-manage = Attribuer, libérer et récupérer des numéros
settings-rest = Jours de repos d’un numéro libéré
settings-rest-hint = D’ici là il peut être récupéré ; ensuite il est de retour dans le stock.

## Libération de numéros

settings-releases = Libération de numéros
settings-releases-too = Demande aussi une approbation
settings-releases-hint = Selon la même règle : autant de collègues doivent approuver avant que des numéros acquis soient libérés.
help-short-settings = `{ $command } settings` – décidés par les admins
help-settings = *Réglages* – licences, crédits, approbations, droits de chacun, langue, avis, durée d’une réservation en minutes
    `{ $command } settings`
