# What is said of carriers.

## Settings

settings-section-carriers = Carriers
settings-typed-carriers = carriers, carrier
settings-carriers = Carriers, in the order in which they are asked
settings-carriers-hint = After the stock. Names such as: telnyx, acs. Leave empty for all that are set up; stock for none of them.
settings-carriers-empty = all that are set up
settings-carrier-price = Monthly price without further approval
settings-carrier-price-hint = In the carrier’s currency. A number that costs more a month, or of which nobody says what it costs, needs one approval more. Leave empty for no limit.
settings-carrier-price-empty = no limit
settings-no-resale = Resale
settings-no-resale-text = We agree not to resell these numbers
settings-no-resale-hint = Some carriers, such as Azure Communication Services, sell numbers only to who agrees.
settings-no-resale-empty = not agreed

## What was not answered

carrier-late = { $carrier } has not answered in time.
carrier-busy = { $carrier } is asked too often just now.
carrier-down = { $carrier } cannot be reached just now.
carrier-refused = { $carrier } refuses the desk: whoever runs it must look at the key.
