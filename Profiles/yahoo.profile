about: Yahoo Finance historical data of a share, also by yfinance
subject: from file name
source: Yahoo Finance, https://finance.yahoo.com
status: aggregated

map: Date=period
# yfinance leaves the name of the dates' column empty.
map: column 1=period
# Never Adj Close, which every later dividend changes.
map: Close=share_price:USD
other-columns: ignore
