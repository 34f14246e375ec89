# Ce qui se dit du quota.

refused-no-licence = Cet espace de travail n’a aucune licence donnant droit à des numéros de service. Il en faut au moins une parmi : Entreprise E5, le module complémentaire Système téléphonique, le module complémentaire Audioconférence. Quand il y en aura une, un administrateur l’indiquera avec `{ $command } settings`.
refused-no-credits = Les numéros gratuits exigent des crédits de communication, et ceux-ci ne sont pas configurés. Quand ils le seront, un administrateur l’indiquera avec `{ $command } settings`. Les numéros payants n’en ont pas besoin.
refused-over-quota = { $left ->
    [0] Le quota de { $quota } pour ce type est épuisé.
   *[other] C’est plus que le quota ne le permet : il reste { $left } sur { $quota } pour ce type.
} Libérez une réservation ou faites enregistrer davantage de licences. Pour dépasser ce que donnent les licences, contactez le support des produits professionnels.
refused-needs-approval = Des collègues doivent donner leur accord avant que ces numéros soient acquis.
quota-title = *Numéros de service de cet espace de travail*
quota-licences = Licences : { $e5 } Entreprise E5, { $phone } Système téléphonique, { $audio } Audioconférence
quota-kind = *{ $kind }* { $bar } reste { $left } sur { $quota } · { $ordered ->
    [0] acquis : { $acquired }
   *[other] acquis : { $acquired }, commandés : { $ordered }
}, réservés : { $held }
quota-no-credits = Les numéros gratuits attendent que les crédits de communication soient configurés.
quota-credits-low = Il y a des numéros gratuits, la recharge automatique est désactivée et le solde des crédits de communication est faible ou inconnu. À zéro, les appels entrants gratuits s’arrêtent.
quota-more = Il vous en faut plus ? Le quota suit les licences : demandez à un administrateur d’en enregistrer davantage avec `{ $command } settings`. Pour dépasser ce que donnent les licences, contactez le support des produits professionnels.
help-short-quota = `{ $command } quota` – combien il vous en reste
help-quota = *Quota* – licences, numéros acquis, réservés, restants
    `{ $command } quota`
settings-e5 = Entreprise E5
settings-e5-hint = Une E5 comprend les deux modules complémentaires ; elle compte donc double dans le quota.
settings-phone = Système téléphonique
settings-audio = Audioconférence
settings-credits = Crédits de communication
settings-credits-empty = Non configurés
settings-credits-set-up = Configurés
settings-credits-recharge = La recharge automatique est activée
settings-credits-recharge-empty = non
settings-balance = Solde, s’il est connu
settings-balance-hint = Les crédits non utilisés douze mois après l’achat sont perdus.
settings-section-licences = Licences et crédits
settings-typed-licences = licences, licence, crédits, quota
settings-balance-empty = inconnu
