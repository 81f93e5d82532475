public import Foundation
public import Kernel
import Store

/// Where the ledger ends: the last sealed fact, and how many wait to be sealed.
public struct Head: Sendable, Equatable {
    /// 0 before the first fact.
    public let position: Int
    let digest: Digest
    /// When the last sealed fact was written down.
    public let at: Date?
    /// Facts committed and not yet sealed: on PostgreSQL, for a moment.
    public let unsealed: Int
    /// The last of them by which the records changed: its position, its link of the chain, and how many such are not
    /// yet sealed.
    let change: (position: Int, digest: Digest, unsealed: Int)

    init(position: Int, chain: Digest, at: Date?, unsealed: Int, change: (Int, Digest, Int)) {
        (self.position, digest, self.at, self.unsealed) = (position, chain, at, unsealed)
        self.change = change
    }

    /// 64 digits of base 16.
    public var chain: String { digest.hexadecimal }

    /// A text that changes with every commit that records a fact, except that somebody looked: what an ETag needs.
    public var mark: String { "\(change.position + change.unsealed)-\(change.digest.hexadecimal.prefix(16))" }

    public static func == (one: Head, other: Head) -> Bool {
        one.position == other.position && one.digest == other.digest && one.at == other.at
            && one.unsealed == other.unsealed && one.change == other.change
    }
}

/// The head on paper: kept elsewhere, it shows later whether the chain was cut short or made anew.
public struct Anchor: Sendable, Equatable, LosslessStringConvertible {
    public let position: Int
    let digest: Digest
    public let at: Date

    init(position: Int, digest: Digest, at: Date) {
        (self.position, self.digest, self.at) = (position, digest, at)
    }

    public var chain: String { digest.hexadecimal }

    /// `thinkchild-anchor 1 <position> <chain, 64 digits of base 16> <instant>`
    public var description: String {
        "thinkchild-anchor 1 \(position) \(chain) \(Instant.text(Instant.microseconds(of: at)))"
    }

    /// Nil unless the text is an anchor; white space around it does not matter.
    public init?(_ description: String) {
        let words = description.split(whereSeparator: \.isWhitespace)
        guard words.count == 5, words[0] == "thinkchild-anchor", words[1] == "1", let position = Int(words[2]),
            position >= 0,
            let digest = Digest(hexadecimal: words[3]),
            let at = Array(words[4].utf8).withUnsafeBytes({ Instant.microseconds($0) })
        else { return nil }
        self.init(position: position, digest: digest, at: Instant.date(at))
    }

    /// Reads what `description` wrote.
    public init(reading text: String) throws(Refusal) {
        guard let anchor = Anchor(text) else {
            throw .invalid([
                Problem(
                    "anchor",
                    "This is not an anchor: it should read “thinkchild-anchor 1”, a position, a chain and an instant")
            ])
        }
        self = anchor
    }
}

extension Ledger {
    /// The head, to be kept elsewhere. Seals first what waits.
    /// - Parameter now: The anchor's moment when there is no fact yet.
    public func anchor(at now: Date) async throws -> Anchor {
        try await seal()
        let head = try await head()
        return Anchor(position: head.position, digest: head.digest, at: head.at ?? now)
    }
}
