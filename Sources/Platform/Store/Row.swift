public import Foundation
public import Kernel

/// One row of a result. Valid only inside the closure that was given it.
///
/// By position is the fast way, by name the readable one. Reading a column as what it is not does not crash and cannot
/// pass: a stand-in is returned, and the whole closure then fails with an error that names the column.
public struct Row {
    let cells: Cells
    let index: Int

    public var columnNames: [String] { cells.columns }

    public func isNull(_ position: Int) -> Bool {
        if case .null = value(position, "there") { true } else { false }
    }

    public func optionalText(_ position: Int) -> String? {
        switch value(position, "text") {
        case .null: return nil
        case .text(let text): return text
        case .day(let day): return day.description
        case .instant(let date): return Instant.text(Instant.microseconds(of: date))
        case let other: return wrong(position, "text", other)
        }
    }

    public func optionalInteger(_ position: Int) -> Int? {
        switch value(position, "an integer") {
        case .null: return nil
        case .integer(let number): return Int(number)
        case .real(let number) where number == number.rounded() && abs(number) < 9e15: return Int(number)
        case let other: return wrong(position, "an integer", other)
        }
    }

    public func optionalReal(_ position: Int) -> Double? {
        switch value(position, "a number") {
        case .null: return nil
        case .real(let number): return number
        case .integer(let number): return Double(number)
        case let other: return wrong(position, "a number", other)
        }
    }

    public func optionalFlag(_ position: Int) -> Bool? {
        switch value(position, "true or false") {
        case .null: return nil
        case .flag(let flag): return flag
        case .integer(0): return false
        case .integer(1): return true
        case let other: return wrong(position, "true or false", other)
        }
    }

    public func optionalDay(_ position: Int) -> Day? {
        switch value(position, "a day") {
        case .null: return nil
        case .day(let day): return day
        case let other: return utf8(position, Instant.day) ?? wrong(position, "a day", other)
        }
    }

    public func optionalInstant(_ position: Int) -> Date? {
        optionalMicroseconds(position).map(Instant.date)
    }

    /// An instant as microseconds since 1970, without making a `Date`.
    public func optionalMicroseconds(_ position: Int) -> Int64? {
        switch value(position, "an instant") {
        case .null: return nil
        case .instant(let date): return Instant.microseconds(of: date)
        case let other: return utf8(position, Instant.microseconds) ?? wrong(position, "an instant", other)
        }
    }

    public func optionalBytes(_ position: Int) -> [UInt8]? {
        switch value(position, "bytes") {
        case .null: return nil
        case .bytes(let bytes): return bytes
        case let other: return wrong(position, "bytes", other)
        }
    }

    /// The value as its column was declared: a DATE column gives `.day`, BOOLEAN `.flag`, TIMESTAMPTZ `.instant`, on
    /// both engines.
    public func binding(_ position: Int) -> SQLBinding {
        let value = value(position, "there")
        if case .null = value { return value }
        switch cells.columns.indices.contains(position) ? cells.declared(position) : "" {
        case "DATE": return optionalDay(position).map(SQLBinding.day) ?? .null
        case "BOOLEAN": return optionalFlag(position).map(SQLBinding.flag) ?? .null
        case "TIMESTAMPTZ": return optionalInstant(position).map(SQLBinding.instant) ?? .null
        default: return value
        }
    }

    /// The UTF-8 of a text, or the bytes of a blob, without copying; nil when the cell holds neither. Valid only in
    /// `body`.
    @inlinable
    public func withBytes<Result>(_ position: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
        -> Result?
    {
        try raw(position).map(body)
    }

    @usableFromInline
    func raw(_ position: Int) -> UnsafeRawBufferPointer? {
        guard cells.columns.indices.contains(position) else {
            cells.misread(position, as: "there")
            return nil
        }
        return cells.raw(index, position)
    }

    private func utf8<Value>(_ position: Int, _ parse: (UnsafeRawBufferPointer) -> Value?) -> Value? {
        cells.raw(index, position).flatMap(parse)
    }

    private func value(_ position: Int, _ wanted: String) -> SQLBinding {
        guard cells.columns.indices.contains(position) else {
            cells.misread(position, as: wanted)
            return .null
        }
        return cells.cell(index, position)
    }

    private func wrong<Value>(_ position: Int, _ wanted: String, _ found: SQLBinding) -> Value? {
        cells.misread(position, as: wanted, found)
        return nil
    }

    /// What a column that must not be null holds; a stand-in, and an error for the closure, when it is null.
    func required<Value>(_ value: Value?, _ position: Int, _ wanted: String, else standIn: Value) -> Value {
        if let value { return value }
        cells.misread(position, as: wanted)
        return standIn
    }
}
