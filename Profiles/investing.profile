about: Investing.com historical data of a share
subject: from file name
source: Investing.com, https://www.investing.com
status: aggregated

map: Date=period
map: Price=share_price:USD
date-order: mdy
other-columns: ignore
