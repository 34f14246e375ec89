# Ce qui se dit des approbations.

## Boutons

button-approve = Approuver
button-decline = Refuser
button-take-back = Retirer mon approbation
button-withdraw = Retirer la demande

## Refus

refused-own-request = Vous avez vous-même fait la demande pour { $hold } ; quelqu’un d’autre doit donc décider. Vous pouvez retirer votre demande.
refused-not-an-approver = Seules ces personnes peuvent décider de { $hold } : { $who }.
refused-not-the-asker = Seul { $asker }, qui a fait la demande pour { $hold }, peut la retirer.
refused-asker-gone = { $asker } a fait cette demande et n’y a plus droit : cette personne a quitté l’espace de travail ou perdu ce droit. Rien n’a été fait. Refusez la demande sur *{ $hold }*, ou faites-la vous-même.
who-channel = membres de ce canal

## La fiche

card-approvals = Approbations : *{ $given } sur { $needed }* · { $who }, selon la règle en vigueur lors de la demande
card-lacking = Trop peu de membres peuvent approuver cette demande.
card-approved-by = Approuvé par { $by }

## Sous la fiche

line-approved = { $by } a approuvé : { $given } sur { $needed }.
line-taken-back = { $by } a retiré une approbation : { $given } sur { $needed }.
line-lapsed = L’approbation de { $who } ne compte plus (droit d’approuver perdu) : { $given } sur { $needed }.
line-lacking = { $asker } Personne ne peut mener { $hold } à terme : { $needed ->
    [one] un accord est nécessaire, et personne n’a le droit de le donner
   *[other] { $needed } accords sont nécessaires, et trop peu de membres ont le droit d’en donner
}. Retirez la demande, ou faites changer les approbateurs par un administrateur avec `{ $command } settings`, puis redemandez.

## Approbations

approvers-anyone = tout membre de ce canal peut approuver
approvers-group = les membres d’un groupe d’utilisateurs peuvent approuver
approvers-named = certains membres peuvent approuver
approvers-admins = les administrateurs peuvent approuver
approved = Vous avez approuvé { $hold } : { $given } sur { $needed } approbations obtenues.
approved-already = Vous avez déjà approuvé { $hold } à { $time }. { $missing ->
    [one] Il manque encore { $missing } approbation.
   *[other] Il manque encore { $missing } approbations.
}
taken-back = Vous avez retiré votre approbation de { $hold } : { $given } sur { $needed } approbations obtenues.
nothing-to-take-back = Vous n’avez pas approuvé { $hold }, il n’y a donc rien à retirer.
asked-already = { $asker } a déjà demandé l’approbation de { $hold }. La demande doit d’abord être tranchée ou retirée.
request-was-declined = { $hold } est close : { $by } a refusé la demande à { $time }. Motif : { $reason }
request-was-withdrawn = { $by } a retiré cette demande pour { $hold } à { $time }.
verdict-released = { $by } a libéré { $hold }, ce qui met fin à votre demande de { $numbers }.
decline-title = Refuser
decline-reason = Pourquoi ?
decline-no-reason = Dites pourquoi, afin que votre collègue sache quoi changer.
decline-too-long = Le motif peut compter { $most } caractères au plus.

## Le journal

log-asked = a demandé à acquérir { $numbers }
log-approved = a approuvé ({ $given } sur { $needed })
log-taken_back = a retiré une approbation ({ $given } sur { $needed })
log-lapsed = a constaté que l’approbation de { $whose } ne compte plus ({ $given } sur { $needed })
log-declined = a refusé : { $reason }
log-withdrawn = a retiré la demande
log-lacking = a constaté que trop peu de membres peuvent approuver : il en faut { $needed }
help-short-approve = *Approuver* ou *Refuser* la demande d’un collègue
help-approve = *Approuver*, *Refuser* – décider de la demande d’un collègue, sur sa fiche ou dans votre onglet Accueil. Les réglages disent combien de personnes doivent approuver et lesquelles le peuvent ; personne n’approuve sa propre demande. Un refus demande un motif, et les numéros réservés retournent dans le stock.
help-short-withdraw = *Retirer la demande* que vous avez faite
help-withdraw = *Retirer la demande* – ne plus demander ce que vous aviez demandé, avec le bouton sur sa fiche. *Retirer mon approbation* – ce que vous avez approuvé attend de nouveau, tant que d’autres approbations manquent.

## Réglages

settings-policy = Approbations
settings-approvals = Combien de collègues doivent approuver
settings-approvals-hint = De 0 à 5. Personne n’approuve sa propre demande.
settings-approvers = Qui peut approuver
settings-named = Membres désignés
settings-named-hint = Ne compte que si « Membres désignés » est choisi ci-dessus. Désignez une personne de plus qu’il n’en faut : nul n’approuve sa propre demande.
settings-toll-free = Combien pour les numéros gratuits
settings-toll-free-hint = Laissez vide pour en exiger autant que pour les numéros payants.
settings-from = Nombre de numéros à partir duquel il faut une approbation
settings-from-hint = En dessous, ils sont acquis aussitôt.
settings-extension = Prolongation d’une réservation en attente d’approbation, en minutes
settings-extension-hint = Une fois par réservation. 0 : elle prend fin comme prévu.
settings-too-few-approvers = Nombre minimal de personnes qui peuvent approuver : { $needed }.
settings-typed-approvals = approbations, approbation, validations, validation, approbateurs
settings-toll-free-empty = autant que pour les numéros payants
settings-releases = Libération de numéros
settings-releases-empty = Ne demande pas d’approbation
settings-releases-too = Demande aussi une approbation
settings-releases-hint = Selon la même règle : autant de collègues doivent approuver avant que des numéros acquis soient libérés.
settings-release-days = Jours avant la fin d’une demande de libération
settings-release-days-hint = Si personne n’a décidé d’ici là, rien n’est libéré et la personne qui a demandé est prévenue.
