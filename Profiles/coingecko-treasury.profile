about: CoinGecko API, JSON: bitcoin of companies; give the day with --period
source: CoinGecko, https://www.coingecko.com/en/treasuries/bitcoin
status: aggregated

rows: companies[*]
map: symbol=subject
map: total_holdings=btc_held:BTC
subject-suffix: .US
other-columns: ignore

# The treasuries of all coins have the same layout.
recognise: no
refuse-file: eth, ethereum, sol, solana, xrp, bnb
