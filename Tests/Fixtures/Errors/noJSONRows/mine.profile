rows: data[*]
map: date=period
map: btc=btc_mined
