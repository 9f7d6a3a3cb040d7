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

# The files of all assets have the same columns, so the name and the blocks tell bitcoin's apart:
# no day of bitcoin has had 700 blocks, and a day of Ethereum has thousands.
require: asset=btc
require: BlkCnt=0..2000
refuse-file: eth, etc, ltc, bch, bsv, btg, doge, dash, zec, xmr, dcr, dgb, vtc, kas, ada, sol, xrp, bnb, dot, trx, usdt, usdc
