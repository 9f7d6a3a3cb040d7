about: Yahoo Finance historical data of a share, also by yfinance
subject: from file name
source: Yahoo Finance, https://finance.yahoo.com
status: aggregated

map: Date=period
# yfinance leaves the name of the date column empty.
map: column 1=period
map: Close=share_price:USD
# Every later dividend changes it.
ignore-column: Adj Close
other-columns: ignore
