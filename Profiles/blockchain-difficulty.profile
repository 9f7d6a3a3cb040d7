about: Blockchain.com chart: difficulty
subject: BTC
source: Blockchain.com, https://www.blockchain.com/explorer/charts/difficulty
status: aggregated

header: maybe
map: Timestamp=period
map: date=period
map: x=period
map: column 1=period
map: difficulty=difficulty:difficulty
map: y=difficulty:difficulty
map: column 2=difficulty:difficulty

# The site writes midnight in winter as 23:00 of the day before.
timezone: +01:00
# For dates such as 02/01/2018.
date-order: dmy
