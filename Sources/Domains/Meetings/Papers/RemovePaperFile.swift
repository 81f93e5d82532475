import Files
import Foundation
import Kernel
import Ledger
import Partners
import Records
import Store

/// Takes the bytes of papers away for good: what should never have been sent, or must be kept no longer. The records of
/// the papers stay, and say that their file was removed; packs that hold it are gone with it.
struct RemovePaperFile: Sendable {
    /// SHA-256 of the file, as the record of the paper has it.
    let digest: String
    let because: String

    static let fact = "meetings.file-removed"

    /// - Returns: how many papers have lost their file.
    /// - Throws: `.notFound` where it is no paper's; `.notAllowed` but for an administrator.
    @discardableResult
    func perform(by hand: Hand, in tx: Transaction) throws -> Int {
        try hand.caller.must(.sealMeetings, under: hand.policy)
        let because = because.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !because.isEmpty, because.unicodeScalars.count <= 1_000 else {
            throw Refusal.wrong("because", "Say why it is removed, in at most 1,000 characters")
        }
        let shelf = hand.shelf(tx)
        let papers = Set(try shelf.records(of: Paper.kind, where: "digest", is: digest).map(\.id)).sorted()
        guard !papers.isEmpty else { throw Refusal.notFound }
        var meetings: Set<String> = []
        for paper in papers {
            let items = try shelf.versions(of: paper).compactMap { $0.text("item") }
            for item in Set(items) {
                if let meeting = try Record.last(item, on: shelf)?.text("meeting") { meetings.insert(meeting) }
            }
        }
        for meeting in meetings.sorted() { try Pack.drop(meeting, at: hand.now, in: tx) }
        if try tx.removal(of: digest) != nil { throw Refusal.outOfOrder("That file was removed already") }
        try tx.remove(digest, because: because, at: hand.now)
        for paper in papers {
            let about = Subject(kind: Paper.kind.name, id: paper, name: paper)
            try tx.record(
                Fact(Self.fact, about: about, "The file \(digest) was removed", purpose: because),
                by: hand.caller, at: hand.now)
        }
        return papers.count
    }
}

extension Pack {
    /// Lets go of what was made for a meeting: a paper that was in it is no more.
    fileprivate static func drop(_ meeting: String, at now: Date, in tx: Transaction) throws {
        for audience in Audience.allCases {
            guard let pack = try one(meeting, audience, in: tx) else { continue }
            if let digest = pack.digest { try tx.release(digest, for: subject(meeting, audience)) }
            try put(
                meeting, audience, .failed, "A file that was in it was removed: have it made again", at: now, in: tx)
            try tx.run(
                """
                UPDATE meetings_pack SET digest = NULL, mark = NULL
                WHERE meeting = \(meeting) AND audience = \(audience.rawValue)
                """)
        }
    }
}
