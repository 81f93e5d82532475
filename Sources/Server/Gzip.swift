internal import CZlib
internal import Synchronization

/// Compresses replies (RFC 1952). Its working memory, a quarter of a megabyte each, is used again and again.
final class Gzip: Sendable {
    /// Shorter replies are sent as they are: the header and the work would outweigh what is saved.
    static let bytesMin = 1_024
    /// Fast: on a page of 34 kB a higher level takes twice the time to save a tenth more (docs/performance.md).
    static let level: Int32 = 1

    /// zlib's state, on the heap because zlib keeps a pointer back to it.
    private struct Stream: @unchecked Sendable {
        let state: UnsafeMutablePointer<z_stream>
    }

    private let idle = Mutex<[Stream]>([])

    /// Nil when zlib cannot; the reply then goes as it is.
    func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard let stream = idle.withLock({ $0.popLast() }) ?? Self.newStream(level: Self.level) else { return nil }
        defer { idle.withLock { $0.append(stream) } }
        return Self.deflate(bytes, with: stream.state)
    }

    /// For what is compressed once and sent often.
    static func compressHard(_ bytes: [UInt8]) -> [UInt8]? {
        guard let stream = newStream(level: 9) else { return nil }
        defer {
            deflateEnd(stream.state)
            stream.state.deallocate()
        }
        return deflate(bytes, with: stream.state)
    }

    private static func deflate(_ bytes: [UInt8], with state: UnsafeMutablePointer<z_stream>) -> [UInt8]? {
        guard deflateReset(state) == Z_OK else { return nil }
        var bytes = bytes
        let room = Int(deflateBound(state, UInt(bytes.count)))
        return bytes.withUnsafeMutableBufferPointer { input in
            var isWhole = false
            let output = [UInt8](unsafeUninitializedCapacity: room) { output, count in
                state.pointee.next_in = input.baseAddress
                state.pointee.avail_in = UInt32(input.count)
                state.pointee.next_out = output.baseAddress
                state.pointee.avail_out = UInt32(output.count)
                isWhole = CZlib.deflate(state, Z_FINISH) == Z_STREAM_END
                count = output.count - Int(state.pointee.avail_out)
            }
            return isWhole ? output : nil
        }
    }

    private static func newStream(level: Int32) -> Stream? {
        let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        state.initialize(to: z_stream())
        // A window of 32 kB, and 16 more to say that the gzip wrapping is wanted.
        let made = deflateInit2_(
            state, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard made == Z_OK else {
            state.deallocate()
            return nil
        }
        return Stream(state: state)
    }

    deinit {
        idle.withLock { streams in
            for stream in streams {
                deflateEnd(stream.state)
                stream.state.deallocate()
            }
        }
    }

    /// Whether the asker takes gzip (RFC 9110 12.5.3).
    static func isAccepted(_ header: String?) -> Bool {
        guard let header else { return false }
        if header == "gzip" || header.hasPrefix("gzip, ") { return true }
        return header.split(separator: ",").contains { part in
            let halves = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let coding = halves.first, coding == "gzip" || coding == "*" else { return false }
            return !halves.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
        }
    }
}
