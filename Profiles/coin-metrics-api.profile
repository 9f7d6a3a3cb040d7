about: Coin Metrics API v4, JSON: asset metrics of bitcoin
subject: BTC
source: Coin Metrics, https://docs.coinmetrics.io
status: aggregated

rows: data[*]
map: time=period
map: PriceUSD=btc_price:USD/BTC
map: HashRate=network_hashrate:TH/s
map: DiffMean=difficulty:difficulty
map: FeeTotNtv=fee_reward:BTC/day
map: BlkCnt=blocks
map: RevUSD=miner_revenue:USD
other-columns: ignore

# An answer may have several assets.
require: asset=btc
