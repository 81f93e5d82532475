/// A room's tables: its name, and what made them, in order. A migration is never edited once shipped.
public struct Schema: Sendable {
    public let room: String
    public let migrations: [Migration]

    public init(room: String, migrations: [Migration]) {
        self.room = room
        self.migrations = migrations
    }
}

/// One change of the tables, run once, in a transaction of its own.
///
/// Written in the subset both engines share; `Dialect` says what a column's type becomes on each.
public struct Migration: Sendable {
    /// A number and what it does: `0001-bodies`.
    public let name: String
    /// The text each engine runs, before `Dialect`.
    public let sqlite: String
    public let postgres: String

    /// One text for both engines.
    public init(_ name: String, _ bytes: [UInt8]) { self.init(name, sqlite: bytes, postgres: bytes) }

    /// Siblings, where the engines must differ.
    public init(_ name: String, sqlite: [UInt8], postgres: [UInt8]) {
        self.name = name
        self.sqlite = String(decoding: sqlite, as: UTF8.self)
        self.postgres = String(decoding: postgres, as: UTF8.self)
    }

    func text(for engine: Engine) -> String {
        switch engine {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }

    /// FNV-1a, 64 bits: enough to notice an edit. Nobody gains by forging it.
    func digest(for engine: Engine) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text(for: engine).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
