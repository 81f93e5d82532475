import Foundation
import Kernel
import Press
import Programs
import Settings
import Synchronization

/// Makes a PDF of a scorecard, by the programs that make packs; the page says the same where there are none.
struct PrintScorecard: Sendable {
    private let settings: Settings

    static let type = "application/pdf"
    /// How many are made at once: each takes a processor for a second or so.
    static let atOnceMax = 2
    private static let making = Mutex(0)

    init(_ settings: Settings) { self.settings = settings }

    /// - Throws: `.unavailable` where a program is missing, naming its package, or too many are being made.
    func perform(_ document: ScorecardDocumentPage) async throws -> [UInt8] {
        let press = try Press(settings)
        let isTaken = Self.making.withLock { count in
            if count < Self.atOnceMax { count += 1; return true }
            return false
        }
        guard isTaken else {
            throw Refusal.unavailable("Others are having PDFs made just now. Try again in a moment")
        }
        defer { Self.making.withLock { $0 -= 1 } }
        let folder = try PrivateFolder(), text = document.text
        try await folder.write("scorecard.html") { take in try take(Array(text.utf8)) }
        do {
            _ = try await press.typeset("scorecard.html", to: "scorecard.pdf", in: folder)
            let made = try MadeFile("scorecard.pdf", in: folder)
            return try made.bytes(at: 0, length: made.count)
        } catch is ProgramFailure {
            throw Refusal.unavailable(
                "The PDF could not be made. The page that says the same can be read and printed now")
        }
    }
}
