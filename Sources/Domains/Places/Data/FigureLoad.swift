import Kernel

/// One file of figures that is to be loaded whole.
struct FigureLoad: Sendable {
    /// What the file holds.
    enum Content: Sendable {
        case smallAreas(SmallAreaTable)
        case boundaries(BoundarySet)
        case population(PopulationTable)
    }

    let table: DataManifest.Table
    let content: Content
    /// Changes when the content does.
    let digest: String

    init(_ table: DataManifest.Table, _ content: Content) {
        self.table = table
        self.content = content
        digest = content.digest
    }

    /// What the database knows it by: a second file of the same name replaces the first.
    var name: String {
        switch content {
        case .smallAreas(let table): "small-areas-\(table.period.from?.description ?? "")"
        case .boundaries: "boundaries"
        case .population(let table): "population-\(table.day)"
        }
    }

    var count: Int {
        switch content {
        case .smallAreas(let table): table.entries.count
        case .boundaries(let set): set.entries.count
        case .population(let table): table.entries.count
        }
    }

    var noun: String {
        switch content {
        case .smallAreas, .population: "small areas"
        case .boundaries: "boundaries"
        }
    }
}

extension FigureLoad.Content {
    /// FNV-1a, 64 bits: enough to notice another content. Nobody gains by forging it.
    fileprivate var digest: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01b3
        }
        switch self {
        case .smallAreas(let table):
            add("\(table.period)")
            for entry in table.entries { add(entry.code); add(entry.ward) }
        case .boundaries(let set):
            for entry in set.entries { add(entry.area); add(entry.outline.text) }
        case .population(let table):
            for entry in table.entries {
                add(entry.smallArea)
                for persons in entry.persons { hash = (hash ^ UInt64(persons)) &* 0x100_0000_01b3 }
            }
        }
        return String(hash, radix: 16)
    }
}
