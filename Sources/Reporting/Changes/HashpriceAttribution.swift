import Mining

/// A change of the hashprice divided between the price, the difficulty and the reward.
///
/// Each part is what its factor adds, averaged over all orders in which the three may change (the
/// Shapley value): no order is favoured, and the parts sum to the change.
struct HashpriceAttribution {
    /// What the hashprice is made of at one end.
    struct Terms {
        var price: Expression
        var difficulty: Expression
        /// Subsidy, and fees where these are in, in BTC per block.
        var reward: Expression
    }

    let price: Expression
    let difficulty: Expression
    let reward: Expression

    init(from before: Terms, to now: Terms) {
        func part(_ factor: Int) -> Expression {
            // The other two may both be old, either be new, or both be new; the first and the
            // last come about in two of six orders, the others in one.
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

    /// The hashprice with the terms of these numbers from `now` and the others from `before`.
    private static func hashprice(_ before: Terms, _ now: Terms, new: [Int]) -> Expression {
        Formulas.hashprice(
            difficulty: (new.contains(1) ? now : before).difficulty,
            reward: (new.contains(2) ? now : before).reward,
            price: (new.contains(0) ? now : before).price)
    }
}
