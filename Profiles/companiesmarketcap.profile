about: CompaniesMarketCap ranking; give the day with --period
source: CompaniesMarketCap, https://companiesmarketcap.com
status: aggregated

map: Symbol=subject
map: marketcap=market_cap:USD
map: price (USD)=share_price:USD
other-columns: ignore
