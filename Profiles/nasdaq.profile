about: Nasdaq historical quotes of a share
subject: from file name
source: Nasdaq, https://www.nasdaq.com
status: aggregated

map: Date=period
map: Close/Last=share_price:USD
date-order: mdy
other-columns: ignore
