public import Foundation
public import Kernel

/// A value that SQL can hold. Interpolating one into `SQL` binds it; text never becomes SQL.
public protocol SQLValue: Sendable {
    var bound: SQLBinding { get }
    /// What a missing value of this type would have been, so that PostgreSQL is told the type of a null.
    static var kind: SQLKind { get }
}

extension SQLValue {
    public static var kind: SQLKind { .unknown }
}

/// The kinds of value the two engines share. `unknown` lets PostgreSQL infer it from where the value stands.
public enum SQLKind: UInt8, Sendable {
    case unknown, integer, real, text, flag, day, instant, bytes
}

/// A value as it goes to, or comes from, the database.
///
/// Instants are kept to the microsecond, in UTC. Text may not hold the null character: PostgreSQL cannot.
public enum SQLBinding: Sendable, Equatable {
    case null, integer(Int64), real(Double), text(String), flag(Bool), day(Day), instant(Date), bytes([UInt8])

    public var kind: SQLKind {
        switch self {
        case .null: .unknown
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .flag: .flag
        case .day: .day
        case .instant: .instant
        case .bytes: .bytes
        }
    }
}

extension SQLBinding: SQLValue { public var bound: SQLBinding { self } }

extension String: SQLValue {
    public var bound: SQLBinding { .text(self) }
    public static var kind: SQLKind { .text }
}

extension Int: SQLValue {
    public var bound: SQLBinding { .integer(Int64(self)) }
    public static var kind: SQLKind { .integer }
}

extension Int64: SQLValue {
    public var bound: SQLBinding { .integer(self) }
    public static var kind: SQLKind { .integer }
}

extension Bool: SQLValue {
    public var bound: SQLBinding { .flag(self) }
    public static var kind: SQLKind { .flag }
}

extension Double: SQLValue {
    public var bound: SQLBinding { .real(self) }
    public static var kind: SQLKind { .real }
}

extension Day: SQLValue {
    public var bound: SQLBinding { .day(self) }
    public static var kind: SQLKind { .day }
}

extension Date: SQLValue {
    public var bound: SQLBinding { .instant(self) }
    public static var kind: SQLKind { .instant }
}

extension ID: SQLValue {
    public var bound: SQLBinding { .text(text) }
    public static var kind: SQLKind { .text }
}

extension [UInt8]: SQLValue {
    public var bound: SQLBinding { .bytes(self) }
    public static var kind: SQLKind { .bytes }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    public var bound: SQLBinding { self?.bound ?? .null }
    public static var kind: SQLKind { Wrapped.kind }
}
