about: Coin Metrics community data, btc.csv: hashrate, price, difficulty, fees, blocks
subject: BTC
source: Coin Metrics, https://github.com/coinmetrics/data
status: aggregated

# The name of the period column since 2020, and before.
map: time=period
map: date=period
map: HashRate=network_hashrate:TH/s
map: PriceUSD=btc_price:USD/BTC
map: DiffMean=difficulty:difficulty
map: FeeTotNtv=fee_reward:BTC/day
map: BlkCnt=blocks
map: RevUSD=miner_revenue:USD
other-columns: ignore
