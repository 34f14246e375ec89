settings-section-stock = Stock
settings-typed-stock = stock, pool
settings-low-stock = When the stock is low
settings-low-stock-hint = A line for each place and kind: US Washington Seattle toll 20, or GB toll-free 5. Where fewer can be had, the channel for notices is told, once until there are enough again.
settings-low-stock-empty = nobody is told

stock-line = Line { $line }: { $said }: { $why }
stock-so-many = { $count } × { $why }
stock-no-number = there is no number in it
stock-country-unknown = “{ $detail }” is no country that is known by its code or name
stock-wrong-country = its country is not { $detail }: the number itself says so
stock-kind-unknown = “{ $detail }” is neither toll nor toll-free
stock-wrong-kind = it is not { $detail }: the number itself says who pays
stock-no-service-number = it can be no service number: it is a mobile number, or of a range that no service has
stock-note = its note has more than { $detail } characters
stock-workspace = “{ $detail }” is no workspace's id, such as T0123ABCD
stock-other-workspace = it is kept for another workspace: { $detail }
stock-which-workspace = nothing says whose it is: give --workspace, or a column workspace
stock-service = a service needs its kind (bridge, attendant, queue) and its name: “{ $detail }”
stock-default = only a number of a bridge can be its default, and the cell must say yes or no: “{ $detail }”
stock-default-twice = another line before names the default of { $detail }
stock-time = “{ $detail }” is no time such as 2026-03-02
stock-porting = it is still being ported: it is in service when its order is completed
stock-ordered = it is ordered at a carrier and not here yet
stock-reference = “{ $detail }” is no name such as H-12 or PO-7
stock-said-before = line { $detail } says it already
stock-there-already = it is there already
stock-there-otherwise = it is there already, with another place, note or workspace, and stays as it is
stock-in-pool = it is in the pool: reserve it there, and acquire it as any other
stock-taken = somebody holds it or has it
stock-not-assigned = it came in, but could not be assigned to its service
stock-column = Column { $detail } is not known, and was not read.
stock-column-in-service = Column { $detail } was not read: it tells of numbers in service, which come in with --as acquired.
stock-in-use = it is in use, and stays
stock-not-there = it is not in the pool
stock-quota = { $workspace }: { $numbers } in use, of { $quota } that the licences allow.
stock-stranger = { $workspace } is not known to the desk yet. Where that is no typing mistake, its numbers wait until it is.
stock-over-quota = { $workspace }: that is { $over } too many. They stay, and no more can be acquired.
stock-no-credits = { $workspace }: toll-free numbers need Communications Credits, which are not set up.
log-stock_imported = put { $count } numbers into the pool, from { $source }
log-stock_removed = took { $count } numbers out of the pool, by { $source }
log-number_imported = told the desk that this number is in service, by { $source }

refused-stock-admins-only = Only admins see to the stock.
button-stock-import = Bring numbers in
button-stock-look = Look at it
button-stock-confirm = Bring them in
stock-past-the-end = There is no page { $page }.
stock-none-there = There is no stock { $place }. Bring numbers in from a CSV file.
stock-empty = There is no stock yet. Bring numbers in from a CSV file.
stock-at = *{ $place }*, { $kind }: { $free } can be had, { $held } held, { $resting } resting
stock-low = The stock is low: { $place }: *{ $left }* can be had, fewer than { $least }.
stock-import-title = Bring numbers in
stock-import-intro = A CSV file with a line for each number. What would come of it is shown before anything is changed.
stock-import-file = CSV file
stock-import-file-hint = With the columns number (or e164), country, region, city, kind, note, workspace; only the first is needed. Up to 1 MB; longer ones come in from the command line.
stock-import-as = What the file lists
stock-as-free = Numbers for the pool
stock-as-acquired = Numbers in service already
stock-no-file = Give a CSV file.
stock-the-file = The file
stock-being-read = The file is being read. What would come of it shows here in a moment.
stock-being-taken = The numbers are coming in. What came of it shows here in a moment.
stock-would-come-in = { $count ->
        [one] *1* number would come in from { $file }.
       *[other] *{ $count }* numbers would come in from { $file }.
    }
stock-came-in = { $count ->
        [one] *1* number came in from { $file }.
       *[other] *{ $count }* numbers came in from { $file }.
    }

help-pool = *Pool* – the stock, by place and kind: how many can be had, are held, rest (admins)
    `{ $command } pool` – all of it
    `{ $command } pool US Washington` – of a country, a region or a city
    `{ $command } pool import` – bring numbers in from a CSV file, free or in service already: a preview, then you confirm
    `{ $command } settings stock` – where fewer than so many are left, the channel for notices is told
