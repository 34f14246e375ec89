# A room of the tests' own: members greet each other.
greeting-title = Greet somebody
greeting-intro = { $name } is to be greeted.
greeting-words = Words
greeting-none = Write some words.
greeting-on-its-way = Your greeting to { $name } is on its way.
greeting-told = { $by } greets { $name }: { $said }
button-greet = Greet
log-greeted = greeted { $name }
greeting-section = Greetings
greeting-typed = greetings
greeting-times = How often the words are said
help-short-greet = `{ $command } greet Contoso` – greet somebody
help-greet = *Greet* – somebody, in the channel
    `{ $command } greet Contoso`
