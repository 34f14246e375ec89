# Ce qui est dit des opérateurs.

## Réglages

settings-section-carriers = Opérateurs
settings-typed-carriers = opérateurs, opérateur
settings-carriers = Opérateurs, dans l’ordre où ils sont consultés
settings-carriers-hint = Après le stock. Des noms tels que : telnyx, acs. Laissez vide pour tous ceux qui sont configurés ; stock pour aucun d’eux.
settings-carriers-empty = tous ceux qui sont configurés
settings-carrier-price = Prix mensuel sans approbation supplémentaire
settings-carrier-price-hint = Dans la devise de l’opérateur. Un numéro qui coûte plus par mois, ou dont personne ne dit le prix, demande une approbation de plus. Laissez vide pour aucune limite.
settings-carrier-price-empty = aucune limite
settings-no-resale = Revente
settings-no-resale-text = Nous nous engageons à ne pas revendre ces numéros
settings-no-resale-hint = Certains opérateurs, comme Azure Communication Services, ne vendent qu’à qui s’y engage.
settings-no-resale-empty = pas d’engagement

## Ce qui n’a pas été répondu

carrier-late = { $carrier } n’a pas répondu à temps.
carrier-busy = { $carrier } est trop sollicité en ce moment.
carrier-down = { $carrier } est injoignable en ce moment.
carrier-refused = { $carrier } refuse le guichet : qui l’exploite doit vérifier la clé.
