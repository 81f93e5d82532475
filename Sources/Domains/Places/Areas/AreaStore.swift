import Kernel
import Records
import Store

extension Transaction {
    /// The records of this room.
    var placesShelf: RecordShelf { RecordShelf(self, PlacesKinds.registry) }

    /// Every version of every area.
    func areas() throws -> [Record] { try placesShelf.records(of: Area.kind) }
}

extension PlacesKinds {
    static let registry = Registry(all)
}
