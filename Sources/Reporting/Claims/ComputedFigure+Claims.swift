import Mining

extension ComputedFigure {
    /// This figure of a snapshot as it may be compared with a claim: without a value if one of its
    /// sums lacks a member or the group has no members.
    ///
    /// `report sector` and `verify` both use it, so that a claim gets one verdict.
    func comparedWithClaims(
        of figure: Figure, about subject: String, in snapshot: SectorSnapshot
    ) -> ComputedFigure {
        if snapshot.members.isEmpty, !figure.isOfNetwork {
            return ComputedFigure(reason: "\(subject) has no members on \(snapshot.day)")
        }
        let lacks = (counted?.parts ?? []).filter(\.isSum).compactMap { part in
            part.coverage.missing.isEmpty
                ? nil
                : "\(part.name) lacks \(part.coverage.missing.joined(separator: ", "))"
                    + " on \(snapshot.day)"
        }
        guard expression != nil, !lacks.isEmpty else { return self }
        return ComputedFigure(counted: counted, reason: lacks.joined(separator: "; "))
    }
}
