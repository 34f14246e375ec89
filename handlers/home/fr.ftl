# Ce qui figure dans l’onglet Accueil.

button-first-steps = Premiers pas
home-first-steps = Premiers pas
home-not-set-up = Ce guichet n’est pas encore configuré. Un administrateur peut s’en charger ici, ou avec `{ $command } settings`.
home-waiting = En attente de votre approbation
home-nothing-waits = Rien n’attend votre approbation. Quand un collègue demande des numéros, vous pouvez décider ici.
home-holds = Vos réservations
home-no-holds = Vous n’avez réservé aucun numéro. Cherchez ci-dessous, ou saisissez `{ $command } reserve 3 US Washington Seattle` dans un canal.
home-hold = *{ $numbers }* { $place } jusqu’à { $time } · *{ $hold }* { $channel ->
    [none] dans vos messages directs
   *[other] dans { $channel }
}
home-awaits = Approbation attendue : { $given } sur { $needed }.
home-quota = Quota
home-acquired = Acquis récemment
home-none-acquired = Rien pour l’instant. Les numéros que vous et vos collègues acquérez s’affichent ici.
home-kept = { $by } · { $day } · { $purpose }
home-orders = Ordres de portage
help-button-log = Journal
help-button-help = Aide
