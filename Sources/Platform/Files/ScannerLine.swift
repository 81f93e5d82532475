import Foundation
import Kernel

/// A connection to clamd, which blocks, and gives up in time.
final class ScannerLine {
    /// The other side hears no more.
    struct HungUp: Error {}

    private let descriptor: Int32
    private let end: ContinuousClock.Instant

    /// - Throws: `VirusScanner.unanswered` when nobody is there.
    init(_ address: VirusScanner.Address, until end: ContinuousClock.Instant) throws {
        self.end = end
        let opened: Int32 =
            switch address {
            case .path(let path): Self.open(path, until: end)
            case .host(let host, let port): Self.open(host, port, until: end)
            }
        guard opened >= 0 else { throw VirusScanner.unanswered }
        descriptor = opened
    }

    deinit { close(descriptor) }

    func say(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            try beReady(Int16(POLLOUT))
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw HungUp() }
            sent += count
        }
    }

    /// What it says, up to its null character or the end.
    func answer() throws -> String {
        var heard: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1_024)
        while heard.count < 4_096 {
            try beReady(Int16(POLLIN))
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count <= 0 { break }
            heard += buffer[..<count]
            if let null = heard.firstIndex(of: 0) { return String(decoding: heard[..<null], as: UTF8.self) }
        }
        // An answer without its end may have lost the word that matters.
        throw VirusScanner.unanswered
    }

    private func beReady(_ events: Int16) throws {
        var asked = pollfd(fd: descriptor, events: events, revents: 0)
        while true {
            let left = Self.left(until: end)
            guard left > 0 else { throw VirusScanner.unanswered }
            let count = poll(&asked, 1, left)
            if count > 0 { return }
            guard count == 0 || errno == EINTR else { throw VirusScanner.unanswered }
        }
    }

    /// Milliseconds.
    private static func left(until end: ContinuousClock.Instant) -> Int32 {
        let left = (end - .now).components
        return Int32(clamping: left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000)
    }

    private static func open(_ path: String, until end: ContinuousClock.Instant) -> Int32 {
        let opened = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        hurry(opened, until: end)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(opened, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return kept(opened, connected)
    }

    /// Has connecting give up in time too: a scanner whose queue is full takes nobody in (socket(7)).
    private static func hurry(_ opened: Int32, until end: ContinuousClock.Instant) {
        let wait = max(1, Int(left(until: end)))
        var limit = timeval(tv_sec: wait / 1_000, tv_usec: wait % 1_000 * 1_000)
        setsockopt(opened, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Each address that the host has, for as long as there is time left.
    private static func open(_ host: String, _ port: UInt16, until end: ContinuousClock.Instant) -> Int32 {
        var hints = addrinfo(), found: UnsafeMutablePointer<addrinfo>?
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0 else { return -1 }
        defer { freeaddrinfo(found) }
        var next = found
        while let each = next?.pointee, left(until: end) > 0 {
            let opened = socket(each.ai_family, each.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), each.ai_protocol)
            hurry(opened, until: end)
            let connected = kept(opened, connect(opened, each.ai_addr, each.ai_addrlen))
            if connected >= 0 { return connected }
            next = each.ai_next
        }
        return -1
    }

    private static func kept(_ opened: Int32, _ connected: Int32) -> Int32 {
        if opened >= 0, connected == 0 { return opened }
        if opened >= 0 { close(opened) }
        return -1
    }
}
