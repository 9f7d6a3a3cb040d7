subjekt: RIOT
map: Day=period
map: Held=btc_held:BTC
