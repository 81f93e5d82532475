#if PostgreSQL
import Foundation
import Kernel

/// What stops a closure and is not its own doing: the session that runs it knows what to do.
enum PostgresTrouble: Error {
    /// The connection is gone; what was not committed is too.
    case lost(String)
    /// It met another's write: run again, it will see it.
    case met
    /// A read that began without a transaction needs one.
    case longRead
    /// The tables changed under a prepared statement.
    case stale
}

/// What PostgreSQL's five-character codes mean to a person, or to an engineer.
enum PostgresFailure {
    static func meaning(_ code: String, _ message: String, in statement: String?) -> any Error {
        switch code {
        case "40001", "40P01": return PostgresTrouble.met
        case "57P01", "57P02", "57P03", "25P03": return PostgresTrouble.lost(message)
        case "0A000" where message.contains("cached plan"): return PostgresTrouble.stale
        case "53100": return Refusal.unavailable("The disk that holds the database is full. Nothing was changed")
        case "53300", "53200":
            return Refusal.unavailable("The database server has no room for more work now. Nothing was changed")
        case "55P03":
            return Refusal.unavailable(
                "Another program is changing the database. Nothing was changed; please try again")
        case "57014": return Refusal.unavailable("The database took too long over this. Nothing was changed")
        default: break
        }
        if code.hasPrefix("08") { return PostgresTrouble.lost(message) }
        return StoreError(kind(of: code), withoutValues(message, code), statement: statement, code: code)
    }

    private static func kind(of code: String) -> StoreError.Kind {
        switch code {
        case "23505", "23P01": .duplicate
        case "23503": .dangling
        case "25006": .readOnly
        default: code.hasPrefix("22") || code.hasPrefix("23") ? .rule : .statement
        }
    }

    /// A message about a value that would not do quotes the value: after the colon.
    private static func withoutValues(_ message: String, _ code: String) -> String {
        guard code.hasPrefix("22"), let colon = message.range(of: ": ") else { return message }
        return String(message[..<colon.lowerBound])
    }
}
#endif
