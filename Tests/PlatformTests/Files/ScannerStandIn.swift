import Foundation

/// Speaks clamd's protocol on a socket of its own, and answers as it is told to.
final class ScannerStandIn: Sendable {
    /// How it behaves once it has been greeted.
    enum Manner: Sendable {
        /// Finds a virus wherever the bytes hold this mark.
        case finds([UInt8])
        /// Takes so many bytes, then says that it takes no more, and hangs up.
        case takes(Int)
        /// Says this whatever it hears.
        case says(String)
        /// Hears everything, and says nothing.
        case silent
        case hangsUp
    }

    let path: String
    private let listening: Int32

    init(_ manner: Manner) {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "clamd-\(UUID().uuidString.prefix(8))")
        path = place.path
        let opened = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: place.path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(opened, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        precondition(bound == 0 && listen(opened, 8) == 0)
        listening = opened
        Thread.detachNewThread {
            while true {
                let caller = accept(opened, nil, nil)
                if caller < 0 { return }
                Thread.detachNewThread { Self.serve(caller, manner) }
            }
        }
    }

    deinit {
        shutdown(listening, Int32(SHUT_RDWR))
        close(listening)
        unlink(path)
    }

    private static func serve(_ opened: Int32, _ manner: Manner) {
        defer { close(opened) }
        guard read(opened, 10) == Array("zINSTREAM\0".utf8) else { return say("UNKNOWN COMMAND\0", opened) }
        var heard: [UInt8] = []
        if case .hangsUp = manner { return }
        while let head = read(opened, 4) {
            let length = head.reduce(0) { $0 << 8 | Int($1) }
            if length == 0 { break }
            guard let piece = read(opened, length) else { return }
            heard += piece
            if case .takes(let most) = manner, heard.count > most {
                return say("INSTREAM size limit exceeded. ERROR\0", opened)
            }
        }
        switch manner {
        case .finds(let mark):
            let holds = heard.indices.contains { heard[$0...].starts(with: mark) }
            say(holds ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0", opened)
        case .takes: say("stream: OK\0", opened)
        case .says(let text): say(text, opened)
        case .silent: _ = read(opened, 1)
        case .hangsUp: break
        }
    }

    private static func say(_ text: String, _ opened: Int32) {
        let bytes = Array(text.utf8)
        _ = send(opened, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func read(_ opened: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return recv(opened, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
    }
}
