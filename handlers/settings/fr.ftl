# Ce qui se dit des réglages.

## Réglages

button-later = Plus tard
settings-title = Réglages du guichet
settings-language = Langue dans les canaux
settings-notices = Canal pour les avis
settings-notices-hint = Les fiches vont là quand le guichet ne peut pas publier ailleurs.
settings-roles = Qui peut faire quoi
settings-role-search = Chercher et lire le journal
settings-role-reserve = Réserver
settings-role-release = Libérer ce que d’autres ont réservé
settings-role-manage = Attribuer, libérer et récupérer des numéros
settings-role-port = Rédiger, envoyer et annuler des ordres de portage
settings-role-letters = Se faire remettre les lettres d’autorisation signées
settings-role-settings = Modifier les réglages
settings-channels = Canaux où le guichet peut être utilisé
settings-channels-hint = Laissez vide pour les autoriser tous. Le canal pour les avis en fait toujours partie.
settings-saved = Réglages enregistrés.
settings-section-desk = Canaux et langue
settings-typed-desk = canaux, canal, langue, avis, guichet
settings-typed-roles = rôles, rôle, droits, qui
settings-no-section = Les réglages n’ont pas de rubrique « { $said } ».
button-change = Modifier
button-change-section = Modifier : { $section }
settings-line = { $label } : *{ $value }*
settings-unchanged = Rien n’a été modifié.
settings-notices-empty = aucun
settings-channels-empty = tous
settings-meanwhile = *Rien n’est encore enregistré.* Quelqu’un a modifié les mêmes réglages entre-temps. Votre saisie figure toujours ci-dessous : appuyez encore une fois sur *Enregistrer* pour la garder, ou fermez cette fenêtre pour laisser la sienne.
settings-meanwhile-field = { $who } a entre-temps choisi *{ $now }* ici. Vous avez saisi *{ $yours }* :
settings-meanwhile-somebody = Quelqu’un

## Le journal

log-settings_changed = a modifié les réglages ({ $changes })

## Premiers pas

first-steps-title = Premiers pas
first-steps-intro = Le guichet doit connaître quatre choses avant que l’on puisse obtenir des numéros : vos licences, vos crédits de communication, qui approuve et le canal pour les avis. Tout pourra être modifié plus tard.

## Aide

help-short-settings = `{ $command } settings` – décidés par les admins
help-settings = *Réglages* – licences, crédits, approbations, droits de chacun, langue, avis, durée d’une réservation en minutes
    `{ $command } settings`
    `{ $command } settings approvals`
    `{ $command } carriers` – où en sont ceux qui vendent des numéros ; *Comparer* trouve ce qu’ils facturent et que le guichet ne connaît pas
