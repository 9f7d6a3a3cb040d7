about: mempool.space API, JSON: hashrate and difficulty of the network
subject: BTC
source: mempool.space, https://mempool.space
status: aggregated

rows: hashrates[*]
map: timestamp=period
map: avgHashrate=network_hashrate:H/s
# The average of a day has the time at which the day ended.
days-late: hashrates[*]=1

# Each change of the difficulty, at its time. Later editions call it time.
rows: difficulty[*]
map: time=period
map: difficulty=difficulty:difficulty
other-columns: ignore
