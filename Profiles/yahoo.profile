about: Yahoo Finance historical data of a share, also by yfinance
subject: from file name
source: Yahoo Finance, https://finance.yahoo.com
status: aggregated

map: Date=period
# yfinance leaves the name of the date column empty.
map: column 1=period
# Not Adj Close, which every later dividend changes.
map: Close=share_price:USD
other-columns: ignore
