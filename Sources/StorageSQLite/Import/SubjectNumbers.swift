import Bookkeeping
import Mining

/// The numbers of subjects that an import adds. Valid within one transaction.
///
/// Corrections keep the number of a company that was undone. So no other company may get it: what was
/// corrected of one company would be listed for the other. A company that comes back gets its number
/// back.
final class SubjectNumbers {
    /// The numbers of deleted subjects, by kind and code in lower case.
    private var former: [String: Int] = [:]
    private var next: Int

    init(on connection: Connection) throws(BookError) {
        next = try connection.integer(
            """
            SELECT 1 + max(
                (SELECT coalesce(max(id), 0) FROM subject),
                (SELECT coalesce(max(subject), 0) FROM subject_correction))
            """)
        // Books of earlier versions gave one number to several companies: the last one keeps it.
        let deleted = try Statement(
            """
            SELECT subject, kind || ' ' || code, max(id) AS last FROM subject_correction
            WHERE change = 'delete' AND subject NOT IN (SELECT id FROM subject)
            GROUP BY subject
            ORDER BY last
            """, on: connection)
        while try deleted.step() {
            former[try deleted.text(1).lowercased()] = try deleted.integer(0)
        }
    }

    /// The number of a new subject of this kind and code.
    func number(of kind: Subject.Kind, _ code: String) -> Int {
        if let number = former.removeValue(forKey: "\(kind.rawValue) \(code)".lowercased()) {
            return number
        }
        defer { next += 1 }
        return next
    }
}
