about: Investing.com historical data of bitcoin in USD
subject: BTC
source: Investing.com, https://www.investing.com/crypto/bitcoin/historical-data
status: aggregated

map: Date=period
map: Price=btc_price:USD/BTC
date-order: mdy
other-columns: ignore

# The files of all coins have the same columns.
refuse-file: eth, etc, ltc, bch, bsv, btg, doge, dash, zec, xmr, ada, sol, xrp, bnb, ethereum, litecoin, dogecoin
