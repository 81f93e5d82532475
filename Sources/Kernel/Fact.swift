/// What one thing is, to anybody who points at it: its kind, identifier and name.
public struct Subject: Hashable, Sendable, Codable {
    public let kind: String
    public let id: String
    public let name: String

    public init(kind: String, id: String, name: String) {
        self.kind = kind
        self.id = id
        self.name = name
    }
}

/// What happened: one command, said in one sentence, with the new version of what it changed.
public struct Fact: Sendable, Equatable {
    /// `room.what`, in the past tense: `partners.added`.
    public let name: String
    public let subject: Subject
    public let sentence: String
    /// Why it was done, in the caller's words; empty when none was asked for. For a look, why they might.
    public let purpose: String
    /// The record after the change, as JSON; nil when there is none left.
    public let record: String?

    public init(_ name: String, about subject: Subject, _ sentence: String, purpose: String = "", record: String? = nil)
    {
        self.name = name
        self.subject = subject
        self.sentence = sentence
        self.purpose = purpose
        self.record = record
    }
}

extension Fact {
    /// The name of the fact that somebody looked at something. It says nothing of what the thing is, so what follows
    /// from the records does not change by it.
    public static let looked = "looks.looked"
}
