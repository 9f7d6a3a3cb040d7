subject: RIOT
map: Day=period
map: Held=btc_held:BTC
require: Series=D
