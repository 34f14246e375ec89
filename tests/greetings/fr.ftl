# Une pièce des tests : les membres se saluent.
greeting-title = Saluer quelqu’un
greeting-intro = { $name } sera salué.
greeting-words = Mots
greeting-none = Écrivez quelques mots.
greeting-on-its-way = Votre salut à { $name } est en route.
greeting-told = { $by } salue { $name } : { $said }
button-greet = Saluer
log-greeted = a salué { $name }
greeting-section = Salutations
greeting-typed = salutations
greeting-times = Combien de fois les mots sont dits
help-short-greet = `{ $command } greet Contoso` – saluer quelqu’un
help-greet = *Saluer* – quelqu’un, dans le canal
    `{ $command } greet Contoso`
