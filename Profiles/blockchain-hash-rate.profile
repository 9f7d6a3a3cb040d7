about: Blockchain.com chart: hashrate of the network
subject: BTC
source: Blockchain.com, https://www.blockchain.com/explorer/charts/hash-rate
status: aggregated

header: maybe
map: Timestamp=period
map: date=period
map: x=period
map: column 1=period
map: hash-rate=network_hashrate:TH/s
map: y=network_hashrate:TH/s
map: column 2=network_hashrate:TH/s

# The site writes midnight in winter as 23:00 of the day before.
timezone: +01:00
# For dates such as 02/01/2018.
date-order: dmy
