internal import Kernel
internal import NIOCore
internal import Synchronization

/// What was lately sent to readers of whom nothing is known, so that a page many people read at once is made once.
///
/// A reply is kept for the state of the records that it was made of, and no longer: every request reads that state, so
/// nobody is sent what has since changed. Nothing is kept that was made for anyone who is signed in or holds a token,
/// nor a page with a form, whose token is its reader's own.
final class PublicPages: Sendable {
    /// All that such a reply depends on, whole: a digest could be made to collide.
    struct Key: Hashable, Sendable {
        let version: String
        let path: String
        let query: String
        let today: Day
        let acceptsGzip: Bool
    }

    /// A reply as it goes over the wire.
    struct Sent: Sendable {
        let body: ByteBuffer
        let type: String
        let filename: String?
        /// Whether it is sent compressed to whoever accepts that.
        let varies: Bool
        let isCompressed: Bool
    }

    private struct State {
        var version = ""
        var sent: [Key: Sent] = [:]
        var bytes = 0
    }

    /// Bytes of replies at most; past it, all are let go and the keeping begins again.
    static let bytesMax = 32 << 20
    private let state = Mutex(State())

    func sent(_ key: Key) -> Sent? { state.withLock { $0.sent[key] } }

    func keep(_ sent: Sent, for key: Key) {
        // A page that is a large part of all that is kept would push out the rest.
        guard sent.body.readableBytes <= Self.bytesMax / 16 else { return }
        state.withLock { state in
            if state.version != key.version || state.bytes + sent.body.readableBytes > Self.bytesMax {
                state = State(version: key.version)
            }
            state.bytes += sent.body.readableBytes - (state.sent[key]?.body.readableBytes ?? 0)
            state.sent[key] = sent
        }
    }
}
