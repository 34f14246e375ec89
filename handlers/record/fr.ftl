# Ce qui se dit du journal.

button-older = Entrées plus anciennes
bad-member = Je ne connais pas le membre « { $said } ». Choisissez-le dans la liste qui s’ouvre quand vous saisissez @.
bad-since = « { $said } » n’est ni une durée ni un jour : indiquez `since:7d` pour sept jours (`h` pour des heures, `w` pour des semaines) ou un jour tel que `since:2026-11-01`.
bad-subject = Je peux afficher le journal d’une réservation telle que H-12 ou d’un numéro écrit comme +1 206 555 0100, pas de « { $said } ».
refused-admins-only = Seuls les administrateurs de cet espace de travail peuvent exporter tout le journal. Adressez-vous à l’un d’eux.
log-empty = Le journal ne contient rien de tel.
log-past-the-end = Le journal n’a pas de page { $page }.
log-exported = a exporté le journal
export-on-its-way = Le journal vous est envoyé : un fichier dans vos messages avec le guichet.
export-here = Voici le journal que vous avez demandé. `python -m bot audit verify`, sur la machine du guichet, indique s’il est tel qu’il a été écrit.
help-short-log = `{ $command } log since:7d` – qui a fait quoi
help-log = *Journal* – qui a fait quoi et quand : tout, ou d’une réservation, d’un numéro, d’un membre
    `{ $command } log since:7d`
    `{ $command } log H-12`
bad-since-which = « { $said } » peut désigner plusieurs jours. Indiquez lequel, avec l’année en premier.
log-since = Depuis le { $time }.
