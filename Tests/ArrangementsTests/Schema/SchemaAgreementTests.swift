import Arrangements
import Cast
import Foundation
import Partners
import Places
import Records
import Testing

/// What the rooms ship as SQL is what their kinds of record need.
struct SchemaAgreementTests {
    /// The file in which each room makes the tables of its kinds.
    static let files = [
        ("Sources/Domains/Places/Schema/0001-places.sql", PlacesKinds.all),
        ("Sources/Domains/Partners/Schema/0001-partners.sql", PartnersKinds.all),
        ("Sources/Domains/Arrangements/Schema/0001-arrangements.sql", ArrangementsKinds.all),
    ]

    @Test(arguments: files)
    func everyKindHasItsTable(file: String, kinds: [Kind]) throws {
        let shipped = try String(contentsOf: Golden.root.appending(path: file), encoding: .utf8)
        for kind in kinds {
            let expected = RecordStore.expectedTable(for: kind)
            #expect(shipped.contains(expected), "\(file) lacks, as \(kind.name) is now:\n\(expected)")
        }
        let tables = shipped.split(separator: "\n").count { $0.hasPrefix("CREATE TABLE") }
        #expect(tables == kinds.count, "\(file) makes \(tables) tables for \(kinds.count) kinds")
    }
}
