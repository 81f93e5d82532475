import Files
import Foundation
import Kernel
import Ledger
import Records
import Store

/// That the file of a paper was taken away: when, and for whoever reads what is exempt there, by whom and why.
struct RemovedPaper: Sendable {
    let on: Day
    let by: String
    let because: String

    private init(_ removal: RemovedFile, by caller: String?) {
        on = Day(inEnglandAt: removal.at)
        because = removal.because
        by = caller ?? "somebody whom the ledger does not name"
    }

    /// Those of some papers whose file was taken away, by the paper. The ledger names who did it.
    static func all(of papers: [Paper], in store: Store) async throws -> [ID<Paper>: RemovedPaper] {
        let removals = try await store.read { tx in
            try papers.map { ($0.id, try tx.removal(of: $0.digest)) }
        }
        var removed: [ID<Paper>: RemovedPaper] = [:]
        for (paper, removal) in removals {
            guard let removal else { continue }
            let facts = try await Ledger(store: store).history(of: Paper.kind.name, id: paper.text)
            removed[paper] = RemovedPaper(removal, by: facts.first { $0.name == RemovePaperFile.fact }?.caller)
        }
        return removed
    }

    /// Everybody is told the day. Why may say what the paper held.
    func words(isWhole: Bool) -> String {
        isWhole
            ? "The file of this paper was removed on \(on.long) by \(by): \(because)"
            : "The file of this paper was removed on \(on.long)"
    }
}
