import Foundation

/// The root folder of the repository, in which the tests find fixtures and documents.
let repositoryFolder = (1...4).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
}
