# Ce qui peut se faire, et comment le demander.

bad-topic = Il n’y a pas d’aide sur « { $said } ».
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
help-port = *Portage* – apporter des numéros existants d’un autre opérateur
    `{ $command } port new`
    `{ $command } port list`
    `{ $command } port PO-7`
help-status = *État* – où en est ce numéro ?
    `{ $command } status +44 20 7946 0000`
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
help-report = *Rapport* – le quota utilisé sur 90 jours et les numéros par pays, en image
    `{ $command } report`
