# Ce qui est dit des opérateurs.

## Réglages

settings-section-carriers = Opérateurs
settings-typed-carriers = opérateurs, opérateur
settings-carriers = Opérateurs, dans l’ordre où ils sont consultés
settings-carriers-hint = Après le stock. Des noms tels que : telnyx, acs (Azure Communication Services). Laissez vide pour tous ceux qui sont configurés ; stock pour aucun d’eux.
settings-carriers-empty = tous ceux qui sont configurés
settings-carrier-price = Prix mensuel sans approbation supplémentaire
settings-carrier-price-hint = Dans la devise de l’opérateur. Un numéro qui coûte plus par mois, ou dont personne ne dit le prix, demande une approbation de plus. Laissez vide pour aucune limite.
settings-carrier-price-empty = aucune limite
settings-no-resale = Revente
settings-no-resale-text = Nous nous engageons à ne pas revendre ces numéros
settings-no-resale-hint = Certains opérateurs, comme Azure Communication Services, ne vendent qu’à qui s’y engage.
settings-no-resale-empty = pas d’engagement

## Ce qui n’a pas été répondu

no-such-source = Il n’y a rien qui s’appelle « { $said } » d’où prendre des numéros. Il y a : { $there }.
carrier-late = { $carrier } n’a pas répondu à temps.
carrier-busy = { $carrier } est occupé en ce moment.
carrier-down = { $carrier } ne répond pas en ce moment.
carrier-refused = { $carrier } refuse ce que le guichet demande : qui l’exploite doit voir pourquoi, et d’abord vérifier la clé.

## Où en sont les choses

button-compare = Comparer
button-compare-with = Comparer avec { $carrier }
carriers-none = Aucun opérateur n’est configuré ici. Qui exploite le guichet le fait avec `python -m bot carrier add`.
carrier-answers = { $carrier } répond.
carrier-not-asked = Les réglages ne le font pas consulter.
carrier-balance = Solde : *{ $amount }*
carrier-answered = Dernière réponse : { $time }
carrier-under-way = { $count ->
    [0] Aucune commande en cours
    [one] Un numéro en cours
   *[other] { $count } numéros en cours
}
carrier-compared = Comparé { $time } : { $theirs ->
    [0] rien là-bas qui manque ici
    [one] un numéro là-bas qui manque ici
   *[other] { $theirs } numéros là-bas qui manquent ici
}, { $ours ->
    [0] rien ici qui manque là-bas
    [one] un numéro ici qui manque là-bas
   *[other] { $ours } numéros ici qui manquent là-bas
}
carrier-compared-later = La comparaison se fera en arrière-plan ; `Comparer` en montrera le résultat plus tard.
refused-carriers-admins-only = Seuls les administrateurs voient où en sont les opérateurs.

## Comparer

carrier-compare-title = Comparer
carrier-agrees = { $carrier } facture exactement les numéros que le guichet a de cet opérateur.
carrier-bills-more = { $carrier } facture { $count ->
    [one] un numéro que le guichet ne connaît pas
   *[other] { $count } numéros que le guichet ne connaît pas
} : { $numbers }
carrier-bills-less = { $carrier } ne facture pas { $count ->
    [one] un numéro que le guichet a de cet opérateur
   *[other] { $count } numéros que le guichet a de cet opérateur
} : { $numbers }. { $count ->
    [one] Il y a peut-être été résilié : demandez à l’opérateur avant de compter dessus.
   *[other] Ils y ont peut-être été résiliés : demandez à l’opérateur avant de compter dessus.
}
carrier-see = `{ $command } carriers` le montre, et *Comparer* reprend des numéros.
button-adopt = Reprendre
adopt-numbers = Numéros à reprendre
adopt-as = Comment ?
adopt-acquired = Comme acquis : ils comptent dans le quota
adopt-stock = Comme stock de cet espace de travail, à réserver
adopt-nothing = Ce ne sont plus des différences. Comparez à nouveau.
adopt-no-service = { $said } ne peut être un numéro de service : c’est un mobile, ou d’une tranche qu’aucun service n’utilise.
adopted-acquired = { $count ->
    [one] Un numéro venu de chez { $carrier } est acquis.
   *[other] { $count } numéros venus de chez { $carrier } sont acquis.
}
adopted-stock = { $count ->
    [one] Un numéro venu de chez { $carrier } est dans le stock de cet espace de travail.
   *[other] { $count } numéros venus de chez { $carrier } sont dans le stock de cet espace de travail.
}
log-carrier_adopted = repris chez { $carrier }, comme acquis
log-carrier_stocked = repris chez { $carrier }, comme stock

## Où en sont les numéros chez les opérateurs

carrier-to-hold = En cours de réservation chez { $carrier } : { $numbers }
carrier-holds = Réservation chez { $carrier } : { $numbers }
carrier-gone = { $count ->
    [one] Quelqu’un d’autre a eu ce numéro chez { $carrier } entre-temps : { $numbers }
   *[other] Quelqu’un d’autre a eu ces numéros chez { $carrier } entre-temps : { $numbers }
}
carrier-not-held = Pas de réservation chez { $carrier } : { $numbers }. { $detail } (`{ $code }`). { $tries }
carrier-dropping = { $carrier } { $count ->
    [one] nous garde ce numéro
   *[other] nous garde ces numéros
} jusqu’à { $time } : { $numbers }. D’ici là, *Réserver à nouveau* { $count ->
    [one] le reprend.
   *[other] les reprend.
}
fate-pool = les numéros du stock y retournent
fate-kept = { $carrier } nous garde les siens jusqu’à { $time } (*Réserver à nouveau* les reprend)
fate-kept-a-while = { $carrier } nous garde les siens jusqu’à la fin de sa propre réservation (*Réserver à nouveau* les reprend)
fate-back = { $carrier } récupère aussitôt les siens
carrier-ended = Retour chez { $carrier } : { $numbers }
carrier-asked = Demande faite à { $carrier } : { $numbers }
carrier-asked-silent = Demande faite à { $carrier }, qui n’a pas encore répondu : { $numbers }
carrier-waiting = Commande chez { $carrier }, qui s’en occupe : { $numbers }
carrier-papers = Pièces demandées par { $carrier } : { $numbers }. { $papers }
    Qui a le compte du guichet chez { $carrier } les y remet, pour la commande qui a la référence `{ $reference }` ; ici il n’y a rien à faire.
carrier-papers-until = Pièces demandées par { $carrier } avant le { $deadline } : { $numbers }. { $papers }
    Qui a le compte du guichet chez { $carrier } les y remet, pour la commande qui a la référence `{ $reference }` ; ici il n’y a rien à faire. Sans elles, { $carrier } annule alors leur commande.
carrier-ours = À nous : { $numbers }
carrier-failed = Échec : { $numbers }. { $carrier } ne { $count ->
    [one] le
   *[other] les
} donne pas : { $detail } (`{ $code }`). { $tries }
carrier-try-us = Ensuite, réservez à nouveau des numéros.
carrier-try-others = Essayez-en d’autres, ou montrez ce code au support de l’opérateur.
carrier-why-taken = Déjà pris par quelqu’un d’autre, ou retiré de l’offre
carrier-why-missing = L’opérateur ne connaît plus rien sous le nom que lui donne le guichet
carrier-why-expired = La réservation chez l’opérateur avait déjà pris fin
carrier-why-funds = Le compte chez l’opérateur n’est pas assez approvisionné : à voir avec qui le paie
carrier-why-account = Le compte chez l’opérateur est inactif ou bloqué : à voir avec qui exploite le guichet
carrier-why-limit = Le compte chez l’opérateur ne peut avoir davantage de numéros : qui exploite le guichet peut en demander
carrier-why-key = L’opérateur n’accepte pas la clé du guichet : à voir avec qui l’exploite
carrier-why-address = L’opérateur demande une adresse que le compte n’a pas
carrier-why-trouble = Un incident est survenu chez l’opérateur
carrier-why-unsaid = L’opérateur n’a pas dit pourquoi
carrier-cancelled = Commande annulée chez { $carrier } : { $numbers }. { $detail }. Essayez-en d’autres, ou demandez pourquoi au support de l’opérateur.
carrier-giving-up = En cours de résiliation chez { $carrier } : { $numbers }
carrier-not-given-up = { $carrier } ne reprend pas { $count ->
    [one] ce numéro et continue de le
   *[other] ces numéros et continue de les
} facturer : { $numbers }. { $detail } (`{ $code }`). Regardez si quelque chose { $count ->
    [one] l’y retient
   *[other] les y retient
}, comme un verrou ou un service actif, ou montrez ce code au support de l’opérateur. Le guichet redemande chaque nuit.
carrier-given-up = Résiliation faite chez { $carrier } : { $numbers }
carrier-costs = Coût : { $costs }
carrier-kept-up = Prolongé peu à peu chez { $carrier }, jusqu’à { $time } si l’approbation prend ce temps
carrier-at-most = { $carrier } ne réserve que jusqu’à { $time } au plus : ce qui n’est pas approuvé d’ici là n’est plus réservé.

## Sous la carte, et à qui a demandé

line-carrier-gone = { $count ->
    [one] { $asker } : quelqu’un d’autre a eu un numéro chez { $carrier } entre-temps : { $numbers } ({ $hold }).
   *[other] { $asker } : quelqu’un d’autre a eu { $count } numéros chez { $carrier } entre-temps : { $numbers } ({ $hold }).
}
line-carrier-not-held = { $asker } : { $carrier } ne réserve pas { $numbers } ({ $hold }). { $detail }
line-carrier-extended = { $carrier } réserve plus longtemps : la réservation dure jusqu’à { $time }.
line-carrier-not-extended = { $carrier } ne réserve pas plus longtemps : la réservation finit à { $time }.
line-carrier-arrived = { $carrier } a donné { $numbers } : { $count ->
    [one] il est à nous.
   *[other] ils sont à nous.
}
line-carrier-papers = { $asker } : { $carrier } demande des pièces avant de donner { $numbers } ({ $hold }). { $detail } La fiche dit jusqu’à quand, et où les remettre.
line-carrier-failed = { $asker } : { $carrier } ne donne pas { $numbers } ({ $hold }). { $detail } { $count ->
    [one] Il ne compte plus dans le quota. La fiche dit quoi essayer.
   *[other] Ils ne comptent plus dans le quota. La fiche dit quoi essayer.
}

## Le journal

log-carrier-held = { $carrier } réserve { $numbers }
log-carrier-gone = { $carrier } n’a pas pu réserver { $numbers }
log-carrier-extended = { $carrier } réserve jusqu’à { $time }
log-carrier-not-extended = { $carrier } ne réserve pas au-delà de { $time }
log-carrier-arrived = { $carrier } a donné { $numbers }
log-carrier-papers = { $carrier } demande des pièces pour { $numbers }
log-carrier-failed = { $carrier } n’a pas donné { $numbers }
log-carrier-gives-up = le repos est fini : il est résilié chez { $carrier }
log-carrier-given-up = résilié chez { $carrier }
log-carrier-not-given-up = { $carrier } ne l’a pas repris
