# Ce qui se dit des ordres de portage.

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
port-cannot-post = Le guichet ne peut pas publier dans ce canal et n’a pas de canal pour les avis, donc la fiche de l’ordre n’a pas de place. Invitez-le avec `/invite @numberdesk` et réessayez, ou demandez à un administrateur de choisir un canal pour les avis avec `{ $command } settings`.
no-such-order = Il n’y a pas d’ordre de portage { $order } dans cet espace de travail.
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
port-file-hint = CSV de 1 Mo au plus, avec une colonne de numéros que son titre nomme ou qui est la seule. Les colonnes de pays, et de premiers et derniers numéros de plages, sont lues aussi. On vous dit comment il a été compris.
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
port-bad-ours = ce numéro est déjà à nous
port-bad-on-hold = ce numéro est réservé
port-bad-taken = ce numéro n’est pas libre
port-bad-in-stock = ce numéro est dans le pool du guichet : réservez-le plutôt
port-bad-in-order = ce numéro figure dans l’ordre ouvert { $order }
port-no-number = Il n’y a ici aucun numéro qui puisse être porté.
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
port-letter-meanwhile = Quelqu’un a remis une lettre entre-temps, ou dit qui l’a signée : { $file }, signée par { $signer }. Fermez cette fenêtre et rouvrez-la.
port-no-file = Ajoutez la lettre signée.
port-letter-fetched = Merci. La lettre pour { $order } est en cours de vérification ; la fiche de l’ordre l’indiquera.
port-no-letter-there = Il n’y a pas de lettre signée pour { $order }.
port-signed-on-its-way = La lettre signée pour { $order } arrive : un fichier dans vos messages avec le guichet.
port-here-is-the-signed = Voici la lettre signée pour { $order }.
port-file-too-late = { $file } n’a pas pu servir : l’ordre n’est plus un brouillon.
port-the-file = Le fichier
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
port-moved-meanwhile = Quelqu’un a modifié cet ordre entre-temps. Maintenant : { $now }. Fermez cette fenêtre et rouvrez-la.
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
log-port_insisted = a insisté sur ce que le plan de numérotation ne connaît pas : { $numbers }
log-port_listed = a ajouté des numéros de { $file } ({ $count })
log-port_divided = a mis des numéros dans des ordres à part : { $orders }
log-port_moved = a fait passer un ordre de portage à : { $state }
log-port_capacity = a parlé de la capacité : { $capacity }
log-port_reminded = a rappelé : { $alarm }
log-port_followed = suit un ordre de portage
log-port_unfollowed = ne suit plus un ordre de portage
log-port_commented = a commenté un ordre de portage
log-port_comment_edited = a modifié un commentaire sur un ordre de portage
log-port_comment_deleted = a retiré un commentaire de { $by } sur un ordre de portage, supprimé dans Slack
log-port_secrets_gone = a effacé le numéro de compte et le code PIN d’un ordre de portage terminé
log-letter_made = a fait établir une lettre d’autorisation
log-letter_signed = a remis une lettre signée ({ $sha256 }…)
log-letter_signer = a indiqué qui a signé la lettre : { $signer }
log-letter_fetched = s’est fait remettre une lettre signée
port-alarm-idle = un brouillon attend
port-alarm-silent = rien de nouveau
port-alarm-pending = un jour avant le transfert
port-alarm-hour = une heure avant le transfert
port-alarm-checklist = le transfert est dû
home-no-orders = Aucun ordre de portage n’est ouvert. Les numéros existants d’un autre opérateur arrivent ici par un tel ordre.
help-short-port = `{ $command } port new` – apporter des numéros existants
help-port = *Portage* – apporter des numéros existants d’un autre opérateur
    `{ $command } port new`
    `{ $command } port list`
    `{ $command } port PO-7`
    Dans une liste, un administrateur écrit `insist` après un numéro que le plan de numérotation ne connaît pas encore.
help-short-status = `{ $command } status +442079460000` – où il en est
help-status = *État* – où en est ce numéro ?
    `{ $command } status +44 20 7946 0000`

## Réglages

settings-typed-ports = portages, portage, ordres, pays
settings-secret-days = Jours de conservation du numéro de compte et du code PIN
settings-secret-days-hint = Comptés depuis la fin ou l’annulation d’un ordre de portage. Ils sont chiffrés, puis effacés.
settings-lead-empty = 10 pour tous
settings-silent-empty = les délais habituels
settings-orders = Ordres de portage
settings-country = Pays
settings-country-hint = Son code, tel que US, GB ou FR. Les numéros sans indicatif sont lus comme numéros de ce pays.
settings-lead = Délai par pays, en jours ouvrés
settings-lead-hint = Par exemple GB 7, FR 12. Pour tous les autres, il est de 10.
settings-silent = Jours avant un rappel
settings-silent-processing = Jours ouvrés à l’état En traitement avant un rappel
settings-silent-contacting_carrier = Jours ouvrés à l’état Opérateur contacté avant un rappel
settings-silent-transfer_approved = Jours ouvrés à l’état Transfert approuvé avant un rappel
settings-silent-transfer_pending = Jours ouvrés après la date du transfert avant un rappel
settings-silent-error = Jours ouvrés à l’état Refusé avant un rappel
port-meanwhile = *Rien n’est encore enregistré.* Quelqu’un a modifié la même chose entre-temps. Votre saisie figure toujours ci-dessous : envoyez-la encore une fois pour la garder, ou fermez cette fenêtre pour laisser la sienne.
port-meanwhile-field = *{ $field }* est désormais *{ $now }*. Vous avez saisi *{ $yours }*.
port-meanwhile-nothing = vide
port-too-many = La liste est trop longue : { $most } numéros au plus. Divisez-la.
port-foc-read = { $order } : le transfert (FOC) a été compris comme { $time }.
port-at-the-address = { $time } à l’adresse de service
port-cannot-show = La lettre d’autorisation ne peut pas montrer : { $signs }. Écrivez ceci en d’autres lettres, comme l’opérateur le connaît.
port-letter-cannot-show = La lettre de { $order } n’a pas été établie, car elle ne peut pas montrer : { $signs }. Écrivez les champs où cela figure en d’autres lettres, comme l’opérateur les connaît.
port-file-late-pdf = { $file } n’a pas pu être utilisé : plus de 1 024 octets y précèdent le PDF, et la plupart des programmes ne peuvent pas l’ouvrir. Enregistrez-le de nouveau en PDF.
