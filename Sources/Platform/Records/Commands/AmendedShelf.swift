internal import Kernel

/// A shelf as it would stand with one thing's versions put in place.
struct AmendedShelf: Shelf {
    let shelf: any Shelf
    /// Not empty; all of one thing.
    let amended: [Record]

    private var id: String { amended[0].id }

    func versions(of id: String) throws -> [Record] { id == self.id ? amended : try shelf.versions(of: id) }

    func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing? { shelf.kept(type) }

    func records(of kind: Kind) throws -> [Record] { merged(try shelf.records(of: kind), kind) { _ in true } }

    func records(of kind: Kind, where field: String, is value: String) throws -> [Record] {
        guard let position = kind.index(of: field) else { return [] }
        return merged(try shelf.records(of: kind, where: field, is: value), kind) { record in
            switch record.values[position] {
            case .text(let text): text == value
            case .list(let list): list.contains(value)
            case .day(let day): day.description == value
            case .integer(let number): String(number) == value
            case .flag(let flag): TextCheck.flags[value] == flag
            case .none, .withheld: false
            }
        }
    }

    private func merged(_ held: [Record], _ kind: Kind, _ fits: (Record) -> Bool) -> [Record] {
        let others = held.filter { $0.id != id }
        guard kind.name == amended[0].kind.name else { return others }
        let position = others.firstIndex { $0.id > id } ?? others.endIndex
        return others[..<position] + amended.filter(fits) + others[position...]
    }
}
