/// One thing wrong with one answer, in words to show beside the field.
public struct Problem: Equatable, Sendable, Codable {
    public let field: String
    public let message: String

    public init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

/// Why the service will not do as asked. Says nothing about HTTP or terminals: the front doors decide last.
public enum Refusal: Error, Equatable, Sendable {
    /// There is no such thing, or the caller may not know whether there is.
    case notFound
    /// The caller has standing, but not for this.
    case notAllowed(Action)
    /// Every problem with what was given, at once.
    case invalid([Problem])
    /// What was asked does not follow from how things stand.
    case outOfOrder(String)
    /// Somebody else changed the thing since the caller read it.
    case changedMeanwhile(String)
    /// More was sent than the limit named in the sentence.
    case tooLarge(String)
    /// It was tried too often; after so many seconds it may be tried again.
    case tooOften(seconds: Int)
    /// A service this one stands on does not answer; trying again later may help.
    case unavailable(String)
}

extension Refusal {
    /// Every sentence a person should read, in order.
    public var sentences: [String] {
        switch self {
        case .notFound: ["There is no such thing here"]
        case .tooOften(let seconds): ["This was tried too often. Wait \(Refusal.wait(seconds)), and try again"]
        case .notAllowed(let action): ["You may not do this (\(action.name))"]
        case .invalid(let problems): problems.map(\.message)
        case .outOfOrder(let why), .changedMeanwhile(let why), .tooLarge(let why), .unavailable(let why): [why]
        }
    }
}

extension Refusal {
    /// So many seconds in a person's words, never less than they are.
    public static func wait(_ seconds: Int) -> String {
        if seconds < 90 { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
        return "\((seconds + 59) / 60) minutes"
    }
}
