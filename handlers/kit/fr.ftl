# Ce que dit le kit, et ce que disent plusieurs salles. Le mrkdwn de Slack ; <@…>, <#…> et les heures arrivent prêts à afficher.

## Mots employés partout

numbers-of-kind = { $kind ->
    [toll] { $count ->
        [one] { $count } numéro payant
       *[other] { $count } numéros payants
    }
    [toll_free] { $count ->
        [one] { $count } numéro gratuit
       *[other] { $count } numéros gratuits
    }
   *[other] { $count ->
        [one] { $count } numéro
       *[other] { $count } numéros
    }
}
kind-toll = Numéros payants
kind-toll_free = Numéros gratuits (verts)
anywhere = (tous lieux confondus)
and-more = et { $count } de plus
quota-left = { $kind ->
    [toll] Reste du quota de numéros payants : { $left } sur { $quota }
    [toll_free] Reste du quota de numéros gratuits : { $left } sur { $quota }
   *[other] Reste du quota de numéros : { $left } sur { $quota }
}
try-this = Vous pourriez saisir :
try-one-of = Laquelle de ces commandes ?
button-ask-for-them = Les demander
button-next-page = Page suivante
button-open = Ouvrir
needs-a-window = Cela se demande dans une fenêtre à part.
button-close = Fermer
button-cancel = Annuler
button-save = Enregistrer
note-title = Guichet des numéros
search-shown = { $first }–{ $last } sur { $total }
in-place = ({ $place })
card-reason = Motif : { $reason }
acquire-find-placeholder = Saisissez quelques chiffres
settings-language-en = English
settings-language-fr = Français
log-the-clock = L’horloge
button-back = Retour
button-assign = Attribuer
menu-restore = Récupérer
numbers = { $count ->
    [one] { $count } numéro
   *[other] { $count } numéros
}

## Quand quelque chose ne va pas

failed = Une erreur s’est produite de notre côté et rien n’a été modifié. Veuillez réessayer ; si cela se reproduit, prévenez la personne qui gère le guichet.
failed-busy = Le guichet est très sollicité en ce moment et rien n’a été modifié. Veuillez réessayer dans un instant.
failed-late = L’opération a duré plus longtemps que Slack n’attend, donc rien n’a été modifié. Veuillez réessayer.
failed-unconfirmed = La connexion à la base de données s’est rompue au tout dernier moment : c’est peut-être fait. Vérifiez avant de réessayer.
failed-away = Le guichet n’arrive pas à joindre sa base de données et rien n’a été modifié. Veuillez réessayer dans quelques minutes ; si cela continue, prévenez la personne qui gère le guichet.
failed-full = Le disque du guichet est plein, donc rien n’a été modifié. Veuillez prévenir la personne qui gère le guichet : réessayer n’y changera rien.
failed-read-only = La base de données du guichet est en lecture seule, donc rien n’a été modifié. Veuillez prévenir la personne qui gère le guichet : réessayer n’y changera rien.
failed-schema = Le guichet est en cours de mise à jour : son programme et sa base de données ne concordent pas encore, donc rien n’a été modifié. Si cela dure plus de quelques minutes, prévenez la personne qui gère le guichet.
slack-silent = Slack n’a pas communiqué au guichet ce qu’il doit savoir, donc rien n’a été modifié. Veuillez réessayer.
not-opened = Slack n’a pas ouvert la fenêtre attendue. Veuillez réessayer.
perhaps-opened = Slack n’a pas dit à temps si la fenêtre attendue s’est ouverte. Si vous n’en voyez aucune, veuillez réessayer.
stale-button = Ceci se rapporte à quelque chose que le guichet ne connaît plus, donc rien n’a été modifié. Saisissez `{ $command }` pour voir ce que l’on peut faire.
unknown-button = Ce bouton n’est plus connu ici, donc rien n’a été modifié. Saisissez `{ $command }` pour voir ce que l’on peut faire.
unknown-form = Ce formulaire n’est plus connu ici, donc rien n’a été modifié. Saisissez `{ $command }` pour voir ce que l’on peut faire.
unknown-request = Le guichet sait lire cette demande mais pas y donner suite, donc rien n’a été modifié. Saisissez `{ $command }` pour voir ce que l’on peut faire.
bad-verb = Je ne connais pas « { $said } ».
bad-kind = Un numéro est payant (`toll`) ou gratuit (`toll-free`) ; je ne connais pas le type « { $said } ».
bad-quantity = « { $said } » n’est pas une quantité : il faut un nombre entier de 1 à { $most }.
bad-page = « { $said } » n’est pas une page : il faut un nombre entier à partir de 1.
bad-place = Je ne connais pas le lieu « { $said } ».
which-place = « { $said } » peut désigner plusieurs lieux.
bad-option = Je ne connais pas « { $said } » ici. Devant un deux-points peuvent se trouver : { $there }
said-twice = « { $said } » est dit plus d’une fois : lequel est le bon ?
near-elsewhere = { $said } n’est pas un numéro de { $place } : rien n’en est proche là-bas.
letters-read-as = « { $said } » a été lu comme { $meant }, comme sur les touches d’un téléphone.
whole-country-read = Les numéros gratuits sont ceux d’un pays entier, et d’aucune ville ni région : « { $said } » a été lu comme { $meant }.
bad-extra = Je n’attendais pas « { $said } » à cet endroit.
settings-not-a-choice = Choisissez à nouveau : ce choix n’existe plus.
bad-number = « { $said } » n’est pas un numéro avec l’indicatif de son pays, tel que +44 20 7946 0000.
bad-filter = « { $said } » ne filtre rien.
bad-pattern = « { $said } » n’est pas un motif : après `{ $name }:` viennent des chiffres, `*` pour un chiffre quelconque, ou des lettres comme sur les touches d’un téléphone.
bad-run = « { $said } » n’est pas une longueur de suite : il faut un nombre entier de 2 à { $most }.
digits-one-order = `{ $first }` et `{ $second }` ne peuvent pas décider ensemble quels numéros viennent en premier.
spoilt-number = « { $said } » est ce qu’un tableur a fait d’un numéro : des chiffres ont pu se perdre. Mettez la colonne au format texte, puis copiez de nouveau le numéro.
no-such-number = Le numéro « { $said } » n’existe pas : vérifiez ses chiffres. Celui d’un autre pays demande un plus et l’indicatif de ce pays, par exemple +44 20 7946 0000.
no-such-range = « { $said } » finit avant de commencer, ou compte plus de 10 000 numéros.
number-with-extension = « { $said } » porte un numéro de poste, qui ne fait pas partie du numéro : laissez-le de côté.
which-number = « { $said } » peut désigner plusieurs numéros : { $choices }. Écrivez celui qu’il faut comme il est écrit ici.
number-unread = « { $said } » : { $why }.
several-numbers = « { $said } » désigne plusieurs numéros, et il en faut un seul ici.
number-beyond-plan = Le plan de numérotation du guichet ne connaît ni indicatif régional ni tranche pour « { $said } ». Il est peut-être plus récent que ce plan : s’il est juste, un administrateur peut écrire « insist » après lui.
number-to-confirm = « { $said } » est lu comme { $number } (pays { $country }). Rien n’a encore été fait.
number-read-as = « { $said } » est lu comme { $number } (pays { $country }).
range-read-as = « { $said } » est lu comme { $count } numéros : de { $first } à { $last }.
number-is-beyond-plan = Le plan de numérotation du guichet ne connaît ni indicatif régional ni tranche pour ce numéro ; il est peut-être plus récent que ce plan.
number-insist-admins = Le plan de numérotation ne connaît pas encore { $number }, et seul un administrateur peut insister.
missing-number = Quel numéro ? Écrivez-le avec l’indicatif de son pays, tel que +44 20 7946 0000.
port-bad-not-a-number = ce n’est pas un numéro
port-bad-not-valid = ce numéro n’existe pas
port-bad-spoilt = un tableur a pris ce numéro pour une quantité : mettez la colonne au format texte et redonnez-le
port-bad-country = son pays ne se reconnaît pas avec certitude à son nom ni à son code, et le numéro ne donne pas l’indicatif de son pays
port-bad-area = avec l’indicatif régional de sa ligne, et sans lui, c’est un autre numéro : écrivez-le en entier, avec un plus et l’indicatif de son pays
port-bad-cells = cette ligne a plus de cellules qu’il n’y a de titres, on ne sait donc pas ce qui est où : mettez entre guillemets ce qui contient un séparateur
port-bad-ends = ce ne sont pas le premier et le dernier numéro d’une plage
port-bad-count = la quantité de sa ligne n’est pas un nombre entier à partir de 1
port-bad-other-count = sa ligne donne une autre quantité de numéros qu’elle n’en a : s’il y en a autant qui se suivent, nommez les colonnes « Premier numéro » et « Quantité », et laissez de côté tout dernier numéro
port-bad-range = cette plage finit avant de commencer, ou compte plus de 10 000 numéros
port-bad-freephone-800 = les numéros gratuits internationaux universels (+800) ne se portent pas
port-bad-gb-special = les numéros britanniques en 0843, 0844, 0845, 0870, 0871 et 0872 ne se portent pas
port-bad-mobile = les numéros mobiles ne se portent qu’aux États-Unis et à Porto Rico
port-bad-premium = les numéros surtaxés ne sont pas des numéros de service
port-bad-personal = les numéros personnels suivent une personne et ne desservent aucun service
port-bad-pager = c’est le numéro d’un téléavertisseur
port-bad-voicemail = ce numéro ne mène qu’à une messagerie
port-bad-not-service = on ne sait pas qui paie les appels à ce numéro : il n’est ni payant ni gratuit
number-bad-extension = il porte un numéro de poste : donnez-le sans
number-bad-ambiguous = ce peut être plusieurs numéros : écrivez-le avec un plus et l’indicatif de son pays
number-bad-which = ce peut être { $choices } : écrivez celui qu’il faut comme il est écrit ici
number-bad-beyond-plan = le plan de numérotation du guichet ne connaît ni indicatif régional ni tranche pour lui ; il est peut-être plus récent que ce plan : s’il est juste, un administrateur peut écrire « insist » après lui
number-bad-insist = le plan de numérotation ne le connaît pas encore, et seul un administrateur peut insister
number-bad-several = ce sont plusieurs numéros : mettez chacun sur sa propre ligne
port-too-long = Ce champ peut compter { $most } caractères au plus.

## Refus

refused-guest = Les invités ne peuvent pas utiliser le guichet des numéros. Adressez-vous à un membre à part entière de cet espace de travail.
refused-stranger = Le guichet des numéros appartient à l’espace de travail qui l’a installé ; les membres d’autres espaces de travail ne peuvent pas l’utiliser ici.
refused-unknown = Slack n’a pas indiqué ce que vous avez le droit de faire, donc rien n’a été modifié. Veuillez réessayer.
refused-settings = Seuls les { $who } peuvent voir et modifier les réglages. Adressez-vous à l’un d’eux.
refused-search = Seuls les { $who } peuvent chercher ici. Adressez-vous à un administrateur si vous devriez en être.
refused-reserve = Seuls les { $who } peuvent réserver des numéros ici. Adressez-vous à un administrateur si vous devriez en être.
refused-not-here = Le guichet des numéros ne s’utilise pas dans ce canal. Allez dans { $channels }.
who-anyone = membres de cet espace de travail
who-admins = administrateurs de cet espace de travail
who-group = membres de { $group }
refused-port = Seuls les { $who } peuvent rédiger, envoyer et annuler des ordres de portage ici. Adressez-vous à un administrateur si vous devriez en être.
refused-letters = Seuls les { $who } peuvent se faire remettre les lettres signées. Adressez-vous à l’un d’eux.
refused-manage = Seuls les { $who } peuvent attribuer, libérer et récupérer des numéros ici. Adressez-vous à un administrateur si vous devriez en être.

## Fiches

moved = { $hold } attend une approbation ; sa fiche se trouve donc dans { $where }.
card-elsewhere = La fiche de { $hold } se trouve maintenant ailleurs : voir { $where }.
lost-channel = Le guichet n’a pas pu publier la fiche de { $hold } dans { $channel } ; elle se trouve maintenant ailleurs : voir { $where }.
unsaid = Tant de messages attendaient d’être publiés ici que { $count ->
    [one] l’objet d’une fiche a pris fin avant qu’elle soit montrée : { $names }.
   *[other] l’objet de { $count } fiches a pris fin avant qu’elles soient montrées : { $names }{ $more ->
        [0] .
       *[other] { " " }et { $more } autres.
    }
}
outage-over = De { $since } à { $until }, le guichet n’a rien pu publier dans Slack (`{ $error }`). Ce qui attendait est publié maintenant.

## Groupes de l’aide

help-group-find = Trouver des numéros
help-group-hold = Réserver et acquérir
help-group-approve = Approbations
help-group-in-service = Numéros en service
help-group-port = Ordres de portage
help-group-desk = Le guichet
help-word-find = trouver
help-word-hold = réserver
help-word-approve = approuver
help-word-in-service = en service
help-word-port = portage
help-word-desk = guichet

## Champs

settings-people = Personnes
settings-groups = Groupes d’utilisateurs
settings-too-many-approvers = On peut désigner { $most } membres au plus.
settings-not-a-balance = Un montant tel que 120 ou 120,50.
settings-not-carriers = Des noms d’opérateurs, chacun une fois, tels que : telnyx, acs. Ceci n’en est pas un : { $said }
settings-carriers-or-none = Soit des noms d’opérateurs, soit stock seul.
settings-carrier-unknown = Il n’y a pas d’opérateur « { $said } » ici. Il y a : { $there }.
settings-no-carriers = Aucun opérateur n’est configuré ici. Qui exploite le guichet le fait avec : python -m bot carrier add
settings-cannot-post = Le guichet ne peut pas publier là. Invitez-le d’abord avec /invite @numberdesk.
settings-not-whole = Un nombre entier de { $least } à { $most }.
settings-not-whole-or-nothing = Un nombre entier de { $least } à { $most }, ou rien.
settings-not-a-country = « { $said } » n’est pas le code d’un pays.
settings-not-lead-days = « { $said } » n’est pas un code de pays suivi d’un nombre de jours de 0 à { $most }.
settings-not-low-stock = « { $said } » ne peut pas être lu. Écrivez un lieu, toll ou toll-free, et un nombre de 1 à { $most } : US Washington Seattle toll 20.
settings-low-stock-twice = { $said } y figure deux fois pour le même type.

## Qui peut faire quelque chose

circle-anyone = Tout membre
circle-approvers = Tout membre du canal
circle-named = Membres désignés
circle-admins = Administrateurs seulement

## Fichiers qui ne se lisent pas

file-gone = { $file } n’a pas pu servir : ce fichier n’existe plus.
file-not-theirs = { $file } n’a pas pu servir : ce fichier n’est pas le vôtre. Donnez un fichier que vous avez envoyé vous-même.
file-too-large = { $file } n’a pas pu servir : ce fichier dépasse { $most } Mo.
file-unreached = { $file } n’a pas pu servir : Slack ne l’a pas remis. Donnez-le de nouveau.
file-unread = { $file } n’a pas pu servir : sa lecture a échoué. Enregistrez-le au format « CSV UTF-8 » et donnez celui-ci.
file-empty = { $file } n’a pas pu servir : ce fichier est vide.
file-workbook = { $file } n’a pas pu servir : c’est un classeur, tel que XLSX, XLS ou ODS, ou une archive. Enregistrez-le au format « CSV UTF-8 » et donnez celui-ci.
file-web-page = { $file } n’a pas pu servir : c’est une page web, quoi qu’en dise son nom. Ouvrez-la dans un tableur, enregistrez-la au format « CSV UTF-8 » et donnez ce fichier.
file-no-text = { $file } n’a pas pu servir : ce n’est pas du texte, ou l’encodage de ses lettres ne se laisse pas reconnaître. Enregistrez-le au format « CSV UTF-8 » et donnez celui-ci.
file-no-table = { $file } n’a pas pu servir : un guillemet n’y a pas de fin. Enregistrez-le au format « CSV UTF-8 » et donnez celui-ci.
file-which-column = { $file } n’a pas pu servir : plusieurs colonnes pourraient être les numéros : { $columns }. Nommez la bonne « number » dans la première ligne, et les autres autrement ; les deux bouts de plages « Premier numéro » et « Dernier numéro ».
file-unknown-headings = { $file } n’a pas pu servir : aucune colonne ne porte un nom de numéros, seulement { $columns }. Nommez la bonne « number » dans la première ligne.
file-same-headings = { $file } n’a pas pu servir : deux colonnes veulent dire la même chose : { $columns }. N’en laissez qu’une.
file-one-end = { $file } n’a pas pu servir : il a un bout des plages, dans { $columns }, et pas l’autre. Ajoutez une colonne « Premier numéro » ou « Dernier numéro », ou une colonne « Quantité » ; si chaque ligne n’a qu’un numéro, nommez sa colonne « number ».

## Ce qui a été compris d’un tableau

table-heading = « { $name } »
table-column = colonne { $at }
table-by-heading = Les numéros ont été lus dans { $column }, d’après son titre.
table-by-range = Chaque ligne a été lue comme une plage, de { $column } à { $last }, d’après leurs titres.
table-by-count = Chaque ligne a été lue comme une plage : à partir de { $column }, autant de numéros que le dit { $last }, d’après leurs titres.
table-only-column = Les numéros ont été lus dans la seule colonne qu’il y ait.
table-only-numbers = Les numéros ont été lus dans { $column }, la seule qui en contienne.
table-also = Lu aussi : { $columns }.
table-not-read = Non lu : { $columns }.
table-lines-not-read = Lignes non lues, car aucun numéro n’y figure : { $lines }.
table-code-page = Le fichier n’indique pas l’encodage de ses lettres ; elles ont été lues en { $page } : { $words }. Si c’est faux, enregistrez-le au format « CSV UTF-8 ».

## Dates et heures

time-skipped = { $time } n’existe pas à { $zone } : les horloges y passent de { $begin } à { $end }. Indiquez une autre heure ; la prochaine qui existe est { $end }.
time-twice = { $time }, la première des deux fois où les horloges l’affichent ; pour la seconde, à { $second }, choisissez UTC et { $utc }

## Prix

price-monthly = { $amount } par mois
price-upfront = { $amount } de mise en service
price-unknown = prix inconnu
price-monthly-unknown = prix mensuel inconnu
price-unknown-of = { $count ->
    [one] le prix d’un numéro n’est pas connu
   *[other] le prix de { $count } numéros n’est pas connu
}
