#if PostgreSQL
import Synchronization

/// The first statements of reads that went on to ask for more, and so need a transaction.
final class LongReads: Sendable {
    private let texts = Mutex<Set<String>>([])
    /// Texts come from code, so they are few; a code that makes them up must not fill the memory.
    private static let countMax = 4_096

    func contains(_ text: String) -> Bool { texts.withLock { $0.contains(text) } }
    func insert(_ text: String) { texts.withLock { if $0.count < LongReads.countMax { $0.insert(text) } } }
}
#endif
