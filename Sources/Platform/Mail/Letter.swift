public import Foundation
public import Kernel
public import Sealing

/// What a letter is about, in one line. Cannot hold a line break or any other control character.
public struct SubjectLine: Sendable, Equatable {
    public let text: String

    public static let lengthMax = 200

    /// - Throws: `.invalid` for no text, too much, or a control character.
    public init(_ text: String) throws(Refusal) {
        guard !text.isEmpty, text.count <= SubjectLine.lengthMax else {
            throw .invalid([Problem("subject", "A letter's subject is 1 to \(SubjectLine.lengthMax) characters long")])
        }
        guard text.unicodeScalars.allSatisfy(MailText.isPrintable) else {
            throw .invalid([Problem("subject", "A letter's subject is one line, without control characters")])
        }
        self.text = text
    }
}

/// A letter to one person: plain text, since that is all a notice needs and nobody can hide anything in it.
public struct Letter: Sendable, Equatable {
    public let recipient: MailAddress
    public let subject: SubjectLine
    /// Lines end as they like; on their way they end as RFC 5322 says. Null characters are left out.
    public let text: String
    /// After this it is not worth sending, and what it says is thrown away: when the link in it lapses, say.
    public let lapses: Date?
    /// Whose key it is sealed with while it waits: its reader's account. Nil for somebody who has none.
    public let reader: SealedFor?

    public init(
        to recipient: MailAddress, subject: SubjectLine, text: String, lapses: Date? = nil, for reader: SealedFor? = nil
    ) {
        self.reader = reader
        self.recipient = recipient
        self.subject = subject
        self.text = text.replacingOccurrences(of: "\0", with: "")
        self.lapses = lapses
    }
}

/// Who letters come from: `Leeds City Council <thinkchild@example.org>`, or the address alone.
public struct Sender: Sendable, Equatable {
    /// Empty when only the address was given.
    public let name: String
    public let address: MailAddress

    /// - Throws: `.invalid` when it is not a name and an address, or an address.
    public init(_ text: String) throws(Refusal) {
        guard text.hasSuffix(">"), let opening = text.lastIndex(of: "<") else {
            self.name = ""
            address = try MailAddress(text)
            return
        }
        var name = text[..<opening].trimmingCharacters(in: .whitespaces)
        if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
        guard name.count <= 100, name.unicodeScalars.allSatisfy(MailText.isPrintable) else {
            throw .invalid([Problem("from", "The name that letters come from is one line of at most 100 characters")])
        }
        self.name = name
        address = try MailAddress(String(text[text.index(after: opening)...].dropLast()))
    }
}
