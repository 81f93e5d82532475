/// Why the outside world was not reached, or said no. Holds no address, no name and nothing of what was sent.
public struct OutboundFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of failure it was.
    public enum Kind: Sendable, Equatable {
        /// Nobody answered, or the connection broke. Trying again later may help.
        case unreachable
        /// It took longer than its limit.
        case tooSlow
        /// More came than the limit.
        case tooLarge
        /// Who answered could not prove to be the host that was called, or offered no encryption.
        case untrusted
        /// The name and password were not taken.
        case notLetIn
        /// The other side said "not now": a code from 400 to 499 from a mail server.
        case refusedForNow(code: Int)
        /// The other side said no, and would say so again: a code from 500 of a mail server about this letter.
        case refused(code: Int)
        /// Too much is waiting to be sent already.
        case busy
    }

    public let kind: Kind
    /// libcurl's own words for it.
    public let words: String

    init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }

    public var description: String {
        switch kind {
        case .refusedForNow(let code), .refused(let code): "The other side answered \(code)"
        default: words
        }
    }
}
