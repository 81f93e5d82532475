public import Kernel

/// What a field holds.
public enum Value: Hashable, Sendable {
    case none
    case text(String)
    case integer(Int)
    case flag(Bool)
    case day(Day)
    /// References or choices, in order.
    case list([String])
    /// There is something, and it cannot be read here.
    case withheld(Withheld)
}

/// Why something sealed cannot be read.
public enum Withheld: Hashable, Sendable {
    /// Nobody opened it.
    case sealed
    /// Its key was destroyed, on a day and under an authority.
    case erased(String)
    /// Its key is gone, and nobody destroyed it.
    case lost

    /// As a page says it.
    public var words: String {
        switch self {
        case .sealed: "Sealed"
        case .erased(let when): when.prefix(1).uppercased() + when.dropFirst()
        case .lost: "Cannot be read: its key is lost"
        }
    }
}

/// One version of one thing: what it is said to be, for a period, on whose word.
///
/// A thing that changed has several, with one `id` and different `version`s; the first is 1.
///
/// A book at a city's size holds hundreds of thousands, and the check copies each many times: what is said is held
/// once, and a copy costs a pointer.
public struct Record: Sendable, Equatable {
    @usableFromInline let said: Said

    /// What a record says.
    @usableFromInline
    final class Said: Sendable {
        @usableFromInline let kind: Kind
        @usableFromInline let id: String
        @usableFromInline let version: Int
        @usableFromInline let period: Period
        @usableFromInline let provenance: Provenance
        @usableFromInline let sources: [Citation]
        @usableFromInline let note: String?
        @usableFromInline let values: [Value]
        @usableFromInline let place: Place?
        let seals: [Int: [UInt8]]

        init(
            _ kind: Kind, _ id: String, _ version: Int, _ period: Period, _ provenance: Provenance,
            _ sources: [Citation], _ note: String?, _ values: [Value], _ place: Place?, _ seals: [Int: [UInt8]]
        ) {
            (self.kind, self.id, self.version, self.period) = (kind, id, version, period)
            (self.provenance, self.sources, self.note) = (provenance, sources, note)
            (self.values, self.place, self.seals) = (values, place, seals)
        }
    }

    @inlinable public var kind: Kind { said.kind }
    @inlinable public var id: String { said.id }
    @inlinable public var version: Int { said.version }
    @inlinable public var period: Period { said.period }
    @inlinable public var provenance: Provenance { said.provenance }
    @inlinable public var sources: [Citation] { said.sources }
    /// Anything a reader should know that no field holds.
    @inlinable public var note: String? { said.note }
    /// One for each of `kind.fields`, in their order.
    @inlinable public var values: [Value] { said.values }
    /// Where it was read, when it came from a file.
    @inlinable public var place: Place? { said.place }
    /// Of the fields that are sealed, by position: the bytes that its table and the ledger hold.
    var seals: [Int: [UInt8]] { said.seals }

    public init(
        _ kind: Kind, id: String, version: Int = 1, period: Period, provenance: Provenance = .stated,
        sources: [Citation] = [], note: String? = nil, values: [Value], place: Place? = nil
    ) {
        self.init(
            kind, id: id, version: version, period: period, provenance: provenance, sources: sources, note: note,
            values: values, place: place, seals: [:])
    }

    init(
        _ kind: Kind, id: String, version: Int, period: Period, provenance: Provenance, sources: [Citation],
        note: String?, values: [Value], place: Place?, seals: [Int: [UInt8]]
    ) {
        precondition(values.count == kind.fields.count, "a \(kind.name) has \(kind.fields.count) values")
        said = Said(kind, id, version, period, provenance, sources, note, values, place, seals)
    }

    /// Equal in what they say; where they were read does not count.
    public static func == (one: Record, other: Record) -> Bool {
        if one.said === other.said { return true }
        return one.kind.name == other.kind.name && one.id == other.id && one.version == other.version
            && one.period == other.period
            && one.provenance == other.provenance && one.sources == other.sources && one.note == other.note
            && one.values == other.values
    }
}

// MARK: - Another like it

extension Record {
    func with(
        version: Int? = nil, period: Period? = nil, sources: [Citation]? = nil, note: String?? = nil,
        values: [Value]? = nil,
        place: Place?? = nil
    ) -> Record {
        Record(
            kind, id: id, version: version ?? self.version, period: period ?? self.period, provenance: provenance,
            sources: sources ?? self.sources, note: note ?? self.note, values: values ?? self.values,
            place: place ?? self.place, seals: seals)
    }

    /// The same with other values, and other bytes where they are sealed.
    func with(values: [Value], seals: [Int: [UInt8]]) -> Record {
        Record(
            kind, id: id, version: version, period: period, provenance: provenance, sources: sources, note: note,
            values: values, place: place, seals: seals)
    }
}

// MARK: - Reading values

extension Record {
    public subscript(field: String) -> Value { kind.index(of: field).map { values[$0] } ?? .none }

    public func text(_ field: String) -> String? { if case .text(let text) = self[field] { text } else { nil } }
    public func integer(_ field: String) -> Int? { if case .integer(let number) = self[field] { number } else { nil } }
    public func flag(_ field: String) -> Bool? { if case .flag(let flag) = self[field] { flag } else { nil } }
    public func day(_ field: String) -> Day? { if case .day(let day) = self[field] { day } else { nil } }
    public func list(_ field: String) -> [String] { if case .list(let list) = self[field] { list } else { [] } }
    public func id<Of>(_ field: String) -> ID<Of>? { text(field).map { ID($0) } }
    public func ids<Of>(_ field: String) -> [ID<Of>] { list(field).map { ID($0) } }
}

/// A room's own type for one kind of record.
public protocol Noun: Sendable {
    static var kind: Kind { get }
    init(_ record: Record)
}
