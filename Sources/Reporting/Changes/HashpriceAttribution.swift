import Mining

/// A change of the hashprice divided between the price, the difficulty and the reward.
///
/// Each part is the effect of its factor, averaged over all orders in which the three can change
/// (the Shapley value): no order is preferred, and the parts add up to the change.
struct HashpriceAttribution {
    /// The terms of the hashprice at one end.
    struct Terms {
        var price: Expression
        var difficulty: Expression
        /// In BTC per block: the subsidy, and transaction fees if they are included.
        var reward: Expression
    }

    let price: Expression
    let difficulty: Expression
    let reward: Expression

    init(from before: Terms, to now: Terms) {
        func part(_ factor: Int) -> Expression {
            // When the factor changes, the other two may both be old, one of them new, or both
            // new. Of the six orders, two give the first case, one each of the middle cases, and
            // two the last.
            let others = [0, 1, 2].filter { $0 != factor }
            let steps = [([], 2), ([others[0]], 1), ([others[1]], 1), (others, 2)].map {
                changed, weight in
                Expression.product([
                    .constant(DecimalNumber(Int128(weight))),
                    .difference(
                        Self.hashprice(before, now, new: changed + [factor]),
                        Self.hashprice(before, now, new: changed)),
                ])
            }
            return .quotient(.sum(steps), .constant(DecimalNumber(6)))
        }
        price = part(0)
        difficulty = part(1)
        reward = part(2)
    }

    /// The hashprice with the terms of these indices taken from `now`, the others from `before`.
    private static func hashprice(_ before: Terms, _ now: Terms, new: [Int]) -> Expression {
        Formulas.hashprice(
            difficulty: (new.contains(1) ? now : before).difficulty,
            reward: (new.contains(2) ? now : before).reward,
            price: (new.contains(0) ? now : before).price)
    }
}
