import Foundation
public import Kernel

/// An address this service may call over the web: `https://`, or `http://` on this machine itself.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    public let text: String
    let isSecure: Bool

    /// - Throws: `.invalid` for an address that is not whole, of another scheme, or with a name and password in it.
    public init(_ text: String) throws(Refusal) {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard isPlain, text.utf8.count <= 2_048, let parts = URLComponents(string: text), let host = parts.host,
            !host.isEmpty, parts.user == nil, parts.password == nil, parts.fragment == nil
        else {
            throw WebAddress.refused("\(text.prefix(80)) is not the address of a page, such as https://example.org/")
        }
        switch parts.scheme?.lowercased() {
        case "https": isSecure = true
        case "http" where Loopback.isLoopback(host): isSecure = false
        default: throw WebAddress.refused("\(text.prefix(80)) does not begin with https://, so it is not called")
        }
        self.text = text
    }

    public var description: String { text }

    private static func refused(_ why: String) -> Refusal { .invalid([Problem("address", why)]) }
}

/// This machine, as an address may name it.
enum Loopback {
    /// Written out, or `localhost`: no name is looked up, since what it leads to may change before it is called.
    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
