about: Blockchain.com charts, JSON: one chart, or two of one download
subject: BTC
source: Blockchain.com, https://www.blockchain.com/explorer/charts
status: aggregated

# One chart, of the API: the name says what it shows.
rows: values[*]
map: /name=metric
# Several charts, of the site: the key says it.
rows: *[*]
map: key=metric
map: x=period
map: y=value
other-columns: ignore

label: market-price=btc_price_average:USD/BTC
label: Market Price (USD)=btc_price_average:USD/BTC
label: hash-rate=network_hashrate:TH/s
label: Hash Rate=network_hashrate:TH/s
label: Total Hash Rate (TH/s)=network_hashrate:TH/s
label: difficulty=difficulty:difficulty
label: Difficulty=difficulty:difficulty
label: Network Difficulty=difficulty:difficulty
label: miners-revenue=miner_revenue:USD
label: Miners Revenue (USD)=miner_revenue:USD
label: transaction-fees=fee_reward:BTC/day
label: Total Transaction Fees (BTC)=fee_reward:BTC/day

# The site writes midnight in winter as 23:00 of the day before.
timezone: +01:00
