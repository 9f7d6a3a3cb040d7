about: CoinGecko API, JSON: market chart of bitcoin in dollars
subject: BTC
source: CoinGecko, https://www.coingecko.com/en/coins/bitcoin
status: aggregated

rows: prices[*]
row-names: time, price
map: time=period
map: price=btc_price:USD/BTC
# The price of midnight is the one at the end of the day before.
days-late: 1
# The last price is that of the moment of the download.
partial-days: ignore

# The charts of all coins and currencies have the same layout.
recognise: no
refuse-file: eth, etc, ltc, bch, bsv, btg, doge, dash, zec, xmr, ada, sol, xrp, bnb, ethereum, litecoin, dogecoin, eur, gbp, jpy
