import Foundation
import Glibc

/// One kept-alive HTTP/1.1 connection to this machine. Blocking; one thread holds it at a time.
final class Connection {
    private var socketNumber: Int32 = -1
    private let port: UInt16
    private var buffer: [UInt8] = []

    init(port: UInt16) { self.port = port }

    deinit { disconnect() }

    struct Answer {
        let status: Int
        let bytes: Int
        let headers: String
        let body: [UInt8]
    }

    enum Failure: Error { case refused, closed, malformed }

    /// Sends a whole request and waits for the whole reply. Connects, or connects again, when it has to.
    func ask(_ request: [UInt8]) throws -> Answer {
        if socketNumber < 0 { try connect() }
        do {
            return try exchange(request)
        } catch Failure.closed {
            disconnect()
            try connect()
            return try exchange(request)
        }
    }

    private func exchange(_ request: [UInt8]) throws -> Answer {
        try send(request)
        buffer.removeAll(keepingCapacity: true)
        while true {
            if let end = headEnd() { return try finish(head: end) }
            try receive()
        }
    }

    private func finish(head end: Int) throws -> Answer {
        let head = String(decoding: buffer[0..<end], as: UTF8.self)
        guard let status = Int(head.dropFirst(9).prefix(3)) else { throw Failure.malformed }
        if let length = Self.header("content-length", in: head).flatMap({ Int($0) }) {
            while buffer.count < end + length { try receive() }
            return Answer(status: status, bytes: length, headers: head, body: Array(buffer[end..<end + length]))
        }
        if Self.header("transfer-encoding", in: head) == "chunked" {
            let terminator: [UInt8] = Array("0\r\n\r\n".utf8)
            while !buffer.suffix(terminator.count).elementsEqual(terminator) { try receive() }
        }
        return Answer(status: status, bytes: buffer.count - end, headers: head, body: Array(buffer[end...]))
    }

    private func headEnd() -> Int? {
        guard buffer.count >= 4 else { return nil }
        for start in 0...(buffer.count - 4)
        where buffer[start] == 13 && buffer[start + 1] == 10
            && buffer[start + 2] == 13 && buffer[start + 3] == 10
        { return start + 4 }
        return nil
    }

    static func header(_ name: String, in head: String) -> String? {
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix(name + ":") {
            return line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
        }
        return nil
    }

    private func connect() throws {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(number, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let answer = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard answer == 0 else {
            close(number)
            throw Failure.refused
        }
        socketNumber = number
    }

    private func disconnect() {
        if socketNumber >= 0 { close(socketNumber) }
        socketNumber = -1
    }

    private func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(socketNumber, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure.closed }
            sent += count
        }
    }

    private func receive() throws {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = chunk.withUnsafeMutableBytes { recv(socketNumber, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { throw Failure.closed }
        buffer.append(contentsOf: chunk[0..<count])
    }
}
