about: Stooq daily prices of a share, of the site or the bulk files
subject: from file name
subject-suffix: .US
source: Stooq, https://stooq.com
status: aggregated

# The bulk files, which may hold other than daily rows.
map: <TICKER>=subject
map: <DATE>=period
map: <CLOSE>=share_price:USD
require: <PER>=D
# The files of the site.
map: Date=period
map: Close=share_price:USD
other-columns: ignore
