about: Stooq daily prices of a share, from the site or the bulk files
subject: from file name
subject-suffix: .US
source: Stooq, https://stooq.com
status: aggregated

# Bulk files, which may also contain rows that are not daily.
map: <TICKER>=subject
map: <DATE>=period
map: <CLOSE>=share_price:USD
require: <PER>=D
# Files from the site.
map: Date=period
map: Close=share_price:USD
other-columns: ignore
