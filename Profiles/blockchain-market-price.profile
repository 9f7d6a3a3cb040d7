about: Blockchain.com chart: market price, an average of exchanges
subject: BTC
source: Blockchain.com, https://www.blockchain.com/explorer/charts/market-price
status: aggregated

header: maybe
map: Timestamp=period
map: date=period
map: x=period
map: column 1=period
map: market-price=btc_price_average:USD/BTC
map: y=btc_price_average:USD/BTC
map: column 2=btc_price_average:USD/BTC

# The site writes midnight in winter as 23:00 of the day before.
timezone: +01:00
# For dates such as 02/01/2018.
date-order: dmy
