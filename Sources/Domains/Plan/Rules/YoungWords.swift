import Kernel
import Records

/// Whether words for young people are short: every sentence has at most so many words.
enum YoungWords {
    /// Words in a sentence. Ours: sentences of this length are read by most children of eleven.
    static let wordsMax = 15

    /// The sentences that are longer.
    static func long(in text: String) -> [String] {
        text.split { ".!?\n".contains($0) }.map { $0.trimmingPrefix(" ") }
            .filter { $0.split(separator: " ").count > wordsMax }.map(String.init)
    }

    static let short: [Invariant] = [TrustPlan.kind, Outcome.kind, Priority.kind].map { kind in
        Invariant(of: kind.name, rule: "A sentence for young people has at most \(wordsMax) words") { record, _ in
            record.text("young-words").map(long)?.prefix(1).map { sentence in
                Problem(
                    "young-words",
                    "Make this sentence shorter, of at most \(wordsMax) words: “\(sentence.prefix(60))…”")
            } ?? []
        }
    }
}
