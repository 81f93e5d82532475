import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// A loopback port that passes bytes on to a server until it is told to cut: a server that dies, without killing one.
final class Cable: Sendable {
    /// When to cut a connection.
    enum Cut: Sendable { case never, whenAskedFor([UInt8]), atOnce }

    let port: UInt16
    private let listener: Int32
    private let cut = Mutex<Cut>(.never)
    private let open = Mutex<[Int32]>([])

    /// - Parameter port: The server's port on 127.0.0.1.
    init(to server: UInt16) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = Cable.address(port: 0), length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard bound else { throw NoCable() }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, let self else { return }
                self.join(client, to: server)
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// What to do from now on; `atOnce` also cuts every connection there is.
    func set(_ new: Cut) {
        cut.withLock { $0 = new }
        if case .atOnce = new { open.withLock { $0.forEach { shutdown($0, Int32(SHUT_RDWR)) } } }
    }

    private struct NoCable: Error {}

    private static func address(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private func join(_ client: Int32, to server: UInt16) {
        let upstream = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Cable.address(port: server)
        let isJoined = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(upstream, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        if case .atOnce = cut.withLock({ $0 }) { close(client); close(upstream); return }
        guard isJoined else { close(client); return }
        open.withLock { $0 += [client, upstream] }
        Thread.detachNewThread { [self] in pass(from: client, to: upstream, isAsking: true) }
        Thread.detachNewThread { [self] in pass(from: upstream, to: client, isAsking: false) }
    }

    private func pass(from: Int32, to: Int32, isAsking: Bool) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(from, &buffer, buffer.count)
            guard count > 0 else { break }
            if isAsking, case .whenAskedFor(let words) = cut.withLock({ $0 }), contains(buffer[..<count], words) {
                // The server gets the request; the client never gets the answer.
                // First, so that whoever comes back at once is not cut again.
                cut.withLock { $0 = .never }
                shutdown(from, Int32(SHUT_RDWR))
            }
            var sent = 0
            while sent < count {
                let now = buffer.withUnsafeBytes {
                    send(to, $0.baseAddress.map { $0 + sent }, count - sent, Int32(MSG_NOSIGNAL))
                }
                guard now > 0 else { break }
                sent += now
            }
        }
        // A moment, so that what the server was asked is done before it sees the line go.
        if isAsking { usleep(100_000) }
        shutdown(to, Int32(SHUT_RDWR))
        shutdown(from, Int32(SHUT_RDWR))
    }

    private func contains(_ bytes: ArraySlice<UInt8>, _ words: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: words) }
    }
}
