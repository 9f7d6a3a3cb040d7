about: Yahoo Finance historical data of BTC-USD, also by yfinance
subject: BTC
source: Yahoo Finance, https://finance.yahoo.com/quote/BTC-USD
status: aggregated

# The name in the header of three lines that yfinance writes.
subject-name: BTC-USD=BTC

map: Date=period
# yfinance leaves the name of the date column empty.
map: column 1=period
map: Close=btc_price:USD/BTC
ignore-column: Adj Close
other-columns: ignore

# The files of all coins have the same columns.
refuse-file: eth, etc, ltc, bch, bsv, btg, doge, dash, zec, xmr, ada, sol, xrp, bnb, ethereum, litecoin, dogecoin
