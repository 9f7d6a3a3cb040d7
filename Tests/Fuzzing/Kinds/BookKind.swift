import Bookkeeping
import Foundation
import Mining
import StorageSQLite

/// A file is a book that can be read and checked, or an error.
func checkBook(_ bytes: [UInt8]) {
    let path = "\(NSTemporaryDirectory())/minerbook-fuzz-\(getpid()).db"
    require(
        FileManager.default.createFile(atPath: path, contents: Data(bytes)),
        "no space for a scratch file")
    defer { unlink(path) }
    do {
        let book = try SQLiteBook(path: path, for: .reading, busyTimeout: 0)
        _ = try? book.check()
        _ = try? book.roster()
        let walk = try book.everyObservation()
        var batch = ObservationBatch()
        while try walk.next(into: &batch) {
            for index in 0..<batch.count { _ = batch[index].value.value.description }
        }
    } catch {
        _ = "\(error)"
    }
}
