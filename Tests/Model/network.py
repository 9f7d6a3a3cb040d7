"""Figures of the network: subsidy, rewards, hashprice, block reward revenue."""

from datetime import date
from fractions import Fraction

from numbers_with_intervals import number
from periods import Period

NETWORK = "BTC"
BLOCKS_A_DAY = 144
FOUR_YEARS = 210_384
HALVING_INTERVAL = 210_000
HALVINGS = [
    (date(2009, 1, 3), Fraction(50)),
    (date(2012, 11, 28), Fraction(25)),
    (date(2016, 7, 9), Fraction(25, 2)),
    (date(2020, 5, 11), Fraction(25, 4)),
    (date(2024, 4, 20), Fraction(25, 8)),
]


def subsidy_on(day):
    return [subsidy for since, subsidy in HALVINGS if since <= day][-1]


def subsidy_over(over):
    return sum(map(subsidy_on, over.every_day)) / over.days


def bitcoin_of_four_years(day):
    """What the next 210,384 blocks create; the height is estimated at 144 blocks a day."""
    index = max(each for each, (since, _) in enumerate(HALVINGS) if since <= day)
    since, subsidy = HALVINGS[index]
    blocks = HALVING_INTERVAL * index + BLOCKS_A_DAY * (day - since).days
    left, created = FOUR_YEARS, Fraction(0)
    while left:
        till_halving = HALVING_INTERVAL - blocks % HALVING_INTERVAL
        created_now = min(left, till_halving)
        created += created_now * subsidy
        blocks, left, subsidy = blocks + created_now, left - created_now, subsidy / 2
    return created


class Network:
    """The network of a book over a period and on its last day."""

    def __init__(self, book, on):
        self.book, self.day, self.over = book, on.last, on.to_date

    @property
    def hashrate(self):
        return self.book.average(NETWORK, "network_hashrate", self.over)

    @property
    def btc_price(self):
        return self.book.instant(NETWORK, "btc_price", self.day)

    @property
    def difficulty(self):
        return self.book.instant(NETWORK, "difficulty", self.day)

    @property
    def average_price(self):
        """The mean of the daily closes, else the average that somebody printed."""
        return (self.book.daily_mean(NETWORK, "btc_price", self.over)
                or self.book.average(NETWORK, "btc_price_average", self.over))

    @property
    def fees_on_day(self):
        """Of the very day, never of a longer period."""
        return self.book.published(NETWORK, "fee_reward").get(Period(self.day, self.day))

    def hashprice(self, with_fees):
        difficulty, price = self.difficulty, self.btc_price
        if not difficulty or not price or with_fees and not self.fees_on_day:
            return None
        reward = number(subsidy_on(self.day))
        if with_fees:
            reward = reward + self.fees_on_day.number / BLOCKS_A_DAY
        share = number(86_400 * 10**15) / (difficulty.number * 2**32)
        return share * reward * price.number

    @property
    def block_reward_revenue(self):
        price, hashrate = self.average_price, self.hashrate
        if not price or not hashrate or hashrate.number.value <= 0:
            return None
        return BLOCKS_A_DAY * subsidy_over(self.over) * price.number / hashrate.number

    # What all miners earned over the period

    @property
    def published_blocks(self):
        return self.book.flow(NETWORK, "blocks", self.over)

    @property
    def fees(self):
        """Per day, averaged over the period."""
        return self.book.average(NETWORK, "fee_reward", self.over)

    def reward(self, with_blocks, with_fees):
        """In bitcoin, over the period; None if it lacks what it should include."""
        if with_blocks and not self.published_blocks or with_fees and not self.fees:
            return None
        blocks = self.published_blocks.number if with_blocks else number(
            BLOCKS_A_DAY * self.over.days)
        reward = blocks * subsidy_over(self.over)
        return reward + self.fees.number * self.over.days if with_fees else reward

    @property
    def reward_method(self):
        """The best that the book has data for: published blocks, and fees."""
        return self.published_blocks is not None, self.fees is not None
