settings-section-stock = Stock
settings-typed-stock = stock, réserve
settings-low-stock = Quand le stock est bas
settings-low-stock-hint = Une ligne par lieu et par type : US Washington Seattle toll 20, ou GB toll-free 5. Quand il y en a moins de disponibles, le canal des avis en est averti, une seule fois jusqu’à ce qu’il y en ait de nouveau assez.
settings-low-stock-empty = personne n’est averti

stock-line = Ligne { $line } : { $said } : { $why }
stock-so-many = { $count } × { $why }
stock-no-number = il n’y a pas de numéro
stock-country-unknown = « { $detail } » n’est pas un pays connu par son code ou son nom
stock-wrong-country = son pays n’est pas { $detail } : le numéro lui-même le dit
stock-kind-unknown = « { $detail } » n’est ni payant ni gratuit
stock-wrong-kind = il n’est pas { $detail } : le numéro lui-même dit qui paie
stock-no-service-number = ce ne peut être un numéro de service : c’est un mobile, ou d’une tranche qu’aucun service n’utilise
stock-note = sa note a plus de { $detail } caractères
stock-workspace = « { $detail } » n’est pas l’identifiant d’un espace de travail, tel que T0123ABCD
stock-other-workspace = il est gardé pour un autre espace de travail : { $detail }
stock-which-workspace = rien ne dit à qui il est : donnez --workspace, ou une colonne workspace
stock-service = un service a besoin de son type (bridge, attendant, queue) et de son nom : « { $detail } »
stock-default = seul un numéro d’un pont peut en être le numéro par défaut, et la cellule doit dire oui ou non : « { $detail } »
stock-default-twice = une ligne plus haut nomme déjà le numéro par défaut de { $detail }
stock-time = « { $detail } » n’est pas une heure telle que 2026-03-02
stock-porting = il est encore en cours de portage : il sera en service quand sa commande sera terminée
stock-ordered = il est commandé chez un opérateur et n’est pas encore là
stock-reference = « { $detail } » n’est pas un nom tel que H-12 ou PO-7
stock-said-before = la ligne { $detail } le dit déjà
stock-there-already = il y est déjà
stock-there-otherwise = il y est déjà, avec un autre lieu, une autre note ou un autre espace de travail, et reste tel quel
stock-in-pool = il est dans le pool : réservez-le, puis acquérez-le comme tout autre
stock-taken = quelqu’un le réserve ou l’a
stock-not-assigned = il est entré, mais n’a pas pu être attribué à son service
stock-column = La colonne { $detail } n’est pas connue, et n’a pas été lue.
stock-column-in-service = La colonne { $detail } n’a pas été lue : elle parle de numéros en service, qui entrent avec --as acquired.
stock-in-use = il est utilisé, et reste
stock-not-there = il n’est pas dans la réserve
stock-quota = { $workspace } : { $numbers } utilisés, sur { $quota } que permettent les licences.
stock-stranger = { $workspace } n’est pas encore connu du bureau. Si ce n’est pas une faute de frappe, ses numéros l’attendent.
stock-over-quota = { $workspace } : c’est { $over } de trop. Ils restent, et aucun autre ne peut être acquis.
stock-no-credits = { $workspace } : les numéros gratuits ont besoin des Communications Credits, qui ne sont pas configurés.
log-stock_imported = a mis { $count } numéros dans la réserve, de { $source }
log-stock_removed = a retiré { $count } numéros de la réserve, d’après { $source }
log-number_imported = a dit au bureau que ce numéro est en service, d’après { $source }

refused-stock-admins-only = Seuls les admins s’occupent du stock.
button-stock-import = Faire entrer des numéros
button-stock-look = Regarder
button-stock-confirm = Les faire entrer
stock-past-the-end = Il n’y a pas de page { $page }.
stock-none-there = Il n’y a pas de stock { $place }. Faites entrer des numéros depuis un fichier CSV.
stock-empty = Il n’y a pas encore de stock. Faites entrer des numéros depuis un fichier CSV.
stock-at = *{ $place }*, { $kind } : { $free } disponibles, { $held } réservés, { $resting } en repos
stock-low = Le stock est bas : { $place } : *{ $left }* disponibles, moins que { $least }.
stock-import-title = Numéros à faire entrer
stock-import-intro = Un fichier CSV avec une ligne par numéro. Ce qui en résulterait est montré avant tout changement.
stock-import-file = Fichier CSV
stock-import-file-hint = Avec les colonnes number (ou e164), country, region, city, kind, note, workspace ; seule la première est nécessaire. Jusqu’à 1 Mo ; les plus longs entrent par la ligne de commande.
stock-import-as = Ce que liste le fichier
stock-as-free = Des numéros pour la réserve
stock-as-acquired = Des numéros déjà en service
stock-no-file = Donnez un fichier CSV.
stock-the-file = Le fichier
stock-being-read = Le fichier est en cours de lecture. Ce qui en résulterait s’affichera ici dans un instant.
stock-being-taken = Les numéros entrent. Ce qui en résulte s’affichera ici dans un instant.
stock-would-come-in = { $count ->
        [one] *{ $count }* numéro entrerait depuis { $file }.
       *[other] *{ $count }* numéros entreraient depuis { $file }.
    }
stock-came-in = { $count ->
        [one] *{ $count }* numéro est entré depuis { $file }.
       *[other] *{ $count }* numéros sont entrés depuis { $file }.
    }

help-pool = *Stock* – par lieu et par type : combien sont disponibles, réservés, au repos (administrateurs)
    `{ $command } pool` – tout le stock
    `{ $command } pool US Washington` – celui d’un pays, d’une région ou d’une ville
    `{ $command } pool import` – faire entrer des numéros d’un fichier CSV, libres ou déjà en service : un aperçu, puis vous confirmez
    `{ $command } settings stock` – là où il en reste trop peu, le canal des avis est averti
