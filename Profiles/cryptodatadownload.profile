about: CryptoDataDownload daily prices of bitcoin on an exchange
source: CryptoDataDownload, https://www.cryptodatadownload.com
status: aggregated

map: Date=period
map: Symbol=subject
map: Close=btc_price:USD/BTC
# The site's names for bitcoin in dollars; other symbols are errors.
subject-name: BTCUSD=BTC
subject-name: BTC/USD=BTC
other-columns: ignore
