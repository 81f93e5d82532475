internal import Doors
internal import Foundation
internal import Kernel
internal import Records
internal import Store

/// When a record ceases to hold, why, and who says so.
struct Ending: Sendable {
    let until: Day?
    let because: String
    let sources: [String]
}

extension RecordDraft {
    /// The day that a key gives, when it gives one.
    func day(_ key: CommonKey) -> Day? {
        guard case .text(let text)? = self[key] else { return nil }
        return Day(text)
    }
}
