/// What a database refused, for an engineer: what a person can act on is a `Refusal` instead.
///
/// Holds the statement's text, never its values.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, in the terms both engines share.
    public enum Kind: Sendable, Equatable {
        /// Two rows would have had the same key.
        case duplicate
        /// A row would have pointed at nothing, or left another pointing at nothing.
        case dangling
        /// A row would have broken a CHECK, a NOT NULL, or a column's type.
        case rule
        /// A column does not hold what the code read it as, or is not there.
        case misread
        /// A read tried to write.
        case readOnly
        /// A migration is not what it was, or is not known.
        case migration
        /// Anything else: usually a statement that is not right.
        case statement
    }

    public let kind: Kind
    public let message: String
    public let statement: String?
    /// The engine's own code: an extended result code of SQLite, or an SQLSTATE.
    public let code: String

    public init(_ kind: Kind, _ message: String, statement: String? = nil, code: String = "") {
        self.kind = kind
        self.message = message
        self.statement = statement
        self.code = code
    }

    public var description: String {
        message + (code.isEmpty ? "" : " [\(code)]") + (statement.map { " in: \($0)" } ?? "")
    }
}
