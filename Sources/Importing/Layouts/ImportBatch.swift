import Mining

/// Some values of one kind, with the lines on which they were found.
package enum ImportBatch: Sendable {
    case companies([Located<Company>])
    case aliases([Located<Alias>])
    case shareBasis([Located<ShareBasis>])
    case memberships([Located<Membership>])
    case observations(ObservationBatch)
    case claims([Located<Claim>])
}
