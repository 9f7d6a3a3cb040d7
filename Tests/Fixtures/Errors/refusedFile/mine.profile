subject: BTC
map: time=period
map: PriceUSD=btc_price:USD/BTC
refuse-file: eth, ltc
