internal import HTTPTypes
public import Settings

/// How a request reached this service: from which address, by https or not, and by which name it called.
///
/// What a header says of these is believed of a trusted proxy only: anybody else can write what they like.
struct Approach {
    /// Who asks, as far as is known; empty when nothing is. For throttling; never logged.
    var address = ""
    /// Whether it came by https, to us or to a trusted proxy.
    var isSecure = false
    /// The name and port it called, as the asker wrote it.
    var authority: String?
    /// Whether it came in the clear from another machine that is no trusted proxy.
    var isInTheClear = false

    /// - Parameters:
    ///   - peer: Whoever holds the other end of the connection; nil when the connection has no addresses.
    ///   - isEncrypted: Whether the connection itself is.
    init(peer: String?, isEncrypted: Bool, authority: String?, headers: HTTPFields, proxies: TrustedProxies) {
        self.authority = authority
        isSecure = isEncrypted
        guard let peer = peer.flatMap({ NetworkAddress($0) }) else { return }
        address = "\(peer)"
        guard proxies.include(peer) else {
            isInTheClear = !isEncrypted && !peer.isLoopback
            return
        }
        switch proxies.dialect {
        case .xForwarded: believe(XForwarded(headers), proxies)
        case .forwarded: believe(Forwarded(headers), proxies)
        }
    }

    /// Walks from the nearest hop outwards while each is a trusted proxy: the first that is not is who asks.
    private mutating func believe(_ said: some ForwardingHeaders, _ proxies: TrustedProxies) {
        isSecure = isSecure || said.nearest.scheme == "https"
        if let host = said.nearest.host { authority = host }
        for hop in said.hops.reversed() {
            // What cannot be read hides whoever stood before it: the last known address stands.
            guard let address = hop else { return }
            self.address = "\(address)"
            if !proxies.include(address) { return }
        }
    }
}

/// The proxies that may say who asks, and in which header they say it.
public struct TrustedProxies: Sendable {
    /// Which headers the proxies write. Only these are read: a proxy passes on the others as the asker wrote them.
    public enum Dialect: String, Sendable, CaseIterable {
        /// `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Forwarded-Host`.
        case xForwarded = "x-forwarded"
        /// `Forwarded` (RFC 7239).
        case forwarded
    }

    public var ranges: [AddressRange]
    public var dialect: Dialect

    public init(_ ranges: [AddressRange] = [], dialect: Dialect = .xForwarded) {
        self.ranges = ranges
        self.dialect = dialect
    }

    func include(_ address: NetworkAddress) -> Bool { ranges.contains { $0.contains(address) } }
}
