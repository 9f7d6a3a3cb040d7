about: Blockchain.com chart: miners' revenue of the day
subject: BTC
source: Blockchain.com, https://www.blockchain.com/explorer/charts/miners-revenue
status: aggregated

header: maybe
map: Timestamp=period
map: date=period
map: x=period
map: column 1=period
map: miners-revenue=miner_revenue:USD
map: y=miner_revenue:USD
map: column 2=miner_revenue:USD

# The site writes midnight in winter as 23:00 of the day before.
timezone: +01:00
# For dates such as 02/01/2018.
date-order: dmy
