import Mining

/// A claim compared with what the book computes for it, in the claim's unit.
struct ClaimCheck {
    let claim: Claim
    /// nil if the book has not enough data.
    let computed: Estimate?
    let verdict: Verdict
    /// The reason for the verdict, as a sentence without its full stop: what is missing, by how
    /// much the two differ, what the computed figure rests on.
    let reason: String
    /// The conflicts that the computed figure rests on; empty if there is none.
    let conflicts: [InputConflict]

    /// `result` is in `unit`; a change in percent has no other unit and ignores it.
    init(_ claim: Claim, _ result: ComputedFigure, in unit: Unit) {
        self.claim = claim
        let power =
            claim.figure.change == .percent ? 0 : unit.exponent - claim.value.unit.exponent
        guard let expression = result.expression?.scaled(byPowerOfTen: power),
            let estimate = Estimate(result.expression)?.scaled(byPowerOfTen: power),
            let verdict = Verdict(of: expression, claimed: claim.value)
        else {
            computed = nil
            verdict = .cannotTell
            reason = result.missingReason
            conflicts = []
            return
        }
        computed = estimate
        self.verdict = verdict
        conflicts = result.conflicts
        let isSame = expression.isEqual(to: .constant(claim.value.number))
        let parts = [
            isSame ? "computed the same" : Self.difference(estimate, claim),
            Self.support(result), Self.series(result),
        ]
        reason = parts.compactMap(\.self).joined(separator: "; ")
    }

    /// How many digits after the point people see of the computed value: as many as were printed, or
    /// more if its unit needs them, but no more than its interval supports.
    var decimals: Int {
        guard let computed else { return claim.value.decimals }
        let usual = Number(computed, in: FigureUnit(claimed: claim.value.unit)).decimals
        let printed =
            computed.halfWidth == 0
            ? claim.value.decimals
            : min(claim.value.decimals, computed.decimals)
        return max(usual, printed)
    }

    /// Computed minus printed, in the claim's unit; nil if there is no computed value.
    var difference: Double? {
        computed.map { $0.value - claim.value.value(in: claim.value.unit) }
    }

    /// `computed 3.1 EH/s more, 0.3 %`; for percentages `computed 0.4 points less`.
    private static func difference(_ estimate: Estimate, _ claim: Claim) -> String {
        let printed = claim.value.value(in: claim.value.unit)
        let difference = Estimate.withoutNoise(Estimate.withoutNoise(estimate.value) - printed)
        let finest = claim.value.decimals + 2
        let decimals = max(claim.value.decimals + 1, min(estimate.decimals, finest))
        let amount = Number(abs(difference), decimals: decimals).text
        let direction = difference > 0 ? "more" : "less"
        if claim.value.unit == .percent { return "computed \(amount) points \(direction)" }
        let percent = printed == 0 ? nil : abs(100 * difference / printed)
        let share = percent.map { ", \(Number($0, decimals: 1).text) %" } ?? ""
        return "computed \(amount) \(claim.value.unit) \(direction)\(share)"
    }

    /// `7 of 29 inputs are estimates; carried: MARA, RIOT; contradicted: MARA`.
    private static func support(_ result: ComputedFigure) -> String? {
        let inputs = result.expression?.inputs ?? []
        let estimates = inputs.count { $0.observation.status == .estimated }
        var parts: [String] = []
        if estimates > 0 {
            parts.append("\(estimates) of \(inputs.count) inputs are estimates")
        }
        if let carried = result.coverage?.carried, !carried.isEmpty {
            parts.append("carried: \(carried.joined(separator: ", "))")
        }
        let contradicted = Set(result.conflicts.map(\.used.subject)).sorted()
        if !contradicted.isEmpty {
            parts.append("contradicted: \(contradicted.joined(separator: ", "))")
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// The sources of the network's figures it rests on: `network_hashrate of mempool.space`.
    private static func series(_ result: ComputedFigure) -> String? {
        var parts: [String] = []
        var last: Observation?
        for input in result.expression?.inputs ?? []
        where input.observation.subject == Subject.network.code {
            let observation = input.observation
            // Hundreds of daily figures of one source follow each other.
            if observation.metric == last?.metric, observation.source == last?.source { continue }
            last = observation
            let source = Publisher.name(ofSource: observation.source)
            let part = "\(observation.metric) of \(source.isEmpty ? "an unknown source" : source)"
            if !parts.contains(part) { parts.append(part) }
        }
        return parts.isEmpty ? nil : "rests on \(parts.joined(separator: ", "))"
    }
}

extension Expression {
    /// The value in a unit that is 10 to `power` times smaller.
    fileprivate func scaled(byPowerOfTen power: Int) -> Expression {
        power == 0
            ? self : .product([self, .constant(DecimalNumber(mantissa: 1, decimals: -power))])
    }
}
