public import Foundation
public import Kernel

// MARK: - By position, not null

extension Row {
    public func text(_ position: Int) -> String { required(optionalText(position), position, "text", else: "") }
    public func integer(_ position: Int) -> Int { required(optionalInteger(position), position, "an integer", else: 0) }
    public func real(_ position: Int) -> Double { required(optionalReal(position), position, "a number", else: 0) }
    public func flag(_ position: Int) -> Bool {
        required(optionalFlag(position), position, "true or false", else: false)
    }
    public func day(_ position: Int) -> Day { required(optionalDay(position), position, "a day", else: Day(number: 0)) }
    public func bytes(_ position: Int) -> [UInt8] { required(optionalBytes(position), position, "bytes", else: []) }
    public func id<Of>(_ position: Int) -> ID<Of> { ID(text(position)) }
    public func optionalID<Of>(_ position: Int) -> ID<Of>? { optionalText(position).map { ID($0) } }

    public func instant(_ position: Int) -> Date {
        required(optionalInstant(position), position, "an instant", else: Date(timeIntervalSince1970: 0))
    }
}

// MARK: - By name

extension Row {
    /// The column's position; -1, and an error for the closure, when there is no such column.
    public func position(_ name: String) -> Int {
        if let position = cells.columns.firstIndex(of: name) { return position }
        cells.state.fail(StoreError(.misread, "There is no column \(name)", statement: cells.state.statement))
        return -1
    }

    public func isNull(_ name: String) -> Bool { isNull(position(name)) }
    public func text(_ name: String) -> String { text(position(name)) }
    public func integer(_ name: String) -> Int { integer(position(name)) }
    public func real(_ name: String) -> Double { real(position(name)) }
    public func flag(_ name: String) -> Bool { flag(position(name)) }
    public func day(_ name: String) -> Day { day(position(name)) }
    public func instant(_ name: String) -> Date { instant(position(name)) }
    public func bytes(_ name: String) -> [UInt8] { bytes(position(name)) }
    public func id<Of>(_ name: String) -> ID<Of> { id(position(name)) }
    public func binding(_ name: String) -> SQLBinding { binding(position(name)) }

    public func optionalText(_ name: String) -> String? { optionalText(position(name)) }
    public func optionalInteger(_ name: String) -> Int? { optionalInteger(position(name)) }
    public func optionalReal(_ name: String) -> Double? { optionalReal(position(name)) }
    public func optionalFlag(_ name: String) -> Bool? { optionalFlag(position(name)) }
    public func optionalDay(_ name: String) -> Day? { optionalDay(position(name)) }
    public func optionalInstant(_ name: String) -> Date? { optionalInstant(position(name)) }
    public func optionalBytes(_ name: String) -> [UInt8]? { optionalBytes(position(name)) }
    public func optionalID<Of>(_ name: String) -> ID<Of>? { optionalID(position(name)) }
}
