# Ce qui peut se faire, et comment le demander.

bad-topic = Il n’y a pas d’aide sur « { $said } ».
help-intro = *Numberdesk* trouve et conserve vos numéros de service. Un bouton ci-dessous montre tout son groupe.
help-help = *Aide* – tous les groupes, un groupe ou un seul sujet
    `{ $command } help`
    `{ $command } help in service`
    `{ $command } help search`
help-hint = Les mots peuvent venir dans n’importe quel ordre. Les lieux se donnent par nom ou par code : `US`, `WA`, `"New York"`. Ajoutez `type:toll-free` pour des numéros gratuits (verts) ; sinon, ils sont payants.
help-button-search = Rechercher
help-button-quota = Quota
help-button-settings = Réglages
help-text = Ce que sait faire le guichet des numéros
help-button-overview = Vue d’ensemble
help-short-help = `{ $command } help reserve` – un point en entier
