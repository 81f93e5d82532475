import Kernel
import Records
import Store

/// What a reader of figures must know of each measure, by its identifier and by its publisher's code.
struct MeasureBook: Sendable {
    /// One measure.
    struct Entry: Sendable {
        let id: ID<Measure>
        let year: YearType?
        let isPercentage: Bool
    }

    private var entries: [String: Entry] = [:]
    private var byCode: [String: String] = [:]
    /// Of each code, whatever the identifiers begin with.
    private var allByCode: [String: Set<String>] = [:]

    /// Those that are held, with what the mapping brings laid over them.
    init(_ tx: Transaction, adding definitions: [Layout.Definition]) throws {
        for record in try tx.needsShelf.records(of: Measure.kind) {
            add(
                record.id, code: record.text("code"), year: record.text("year-type"),
                isPercentage: Self.isPercentage(per: record.integer("per"), unit: record.text("unit")))
        }
        add(definitions)
    }

    /// Those of a mapping alone.
    init(_ definitions: [Layout.Definition]) { add(definitions) }

    private mutating func add(_ definitions: [Layout.Definition]) {
        for definition in definitions {
            add(
                definition.id, code: definition.fields["code"], year: definition.fields["year-type"],
                isPercentage: Self.isPercentage(
                    per: definition.fields["per"].flatMap { Int($0) }, unit: definition.fields["unit"]))
        }
    }

    private mutating func add(_ id: String, code: String?, year: String?, isPercentage: Bool) {
        entries[id] = Entry(id: ID(id), year: year.flatMap(YearType.init(rawValue:)), isPercentage: isPercentage)
        if let code {
            byCode[code + "\u{0}" + MeasureBook.prefix(of: id)] = id
            allByCode[code, default: []].insert(id)
        }
    }

    /// Where nobody says for how many it is, its unit does: `%`, `% of pupils`, `Percentage`.
    private static func isPercentage(per: Int?, unit: String?) -> Bool {
        if let per { return per == 100 }
        let unit = (unit ?? "").lowercased()
        return ["%", "percent", "per cent"].contains { unit.hasPrefix($0) }
    }

    func entry(_ id: String) -> Entry? { entries[id] }

    /// The measure that a publisher's code means, among those whose identifiers begin as the mapping says; among all,
    /// when it does not say, unless several have the code.
    func entry(ofCode code: String, prefix: String) -> Entry? {
        if prefix.isEmpty {
            let ids = allByCode[code] ?? []
            return ids.count == 1 ? ids.first.flatMap { entries[$0] } : nil
        }
        return byCode[code + "\u{0}" + MeasureBook.prefix(of: prefix)].flatMap { entries[$0] }
    }

    /// Up to the first hyphen: what tells one publisher's codes from another's.
    private static func prefix(of id: String) -> Substring { id.prefix { $0 != "-" } }
}

extension Transaction {
    /// The records of this room.
    var needsShelf: RecordShelf { RecordShelf(self, NeedsKinds.registry) }
}

extension NeedsKinds {
    static let registry = Registry(all)
}
