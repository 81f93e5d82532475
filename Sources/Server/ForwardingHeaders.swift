internal import HTTPTypes
internal import Settings

/// What proxies wrote about where a request came from.
protocol ForwardingHeaders {
    /// From the farthest to the nearest; nil for one that is hidden or cannot be read.
    var hops: [NetworkAddress?] { get }
    /// What the nearest proxy said of how it was asked.
    var nearest: (scheme: String?, host: String?) { get }
}

/// The headers that came first, and that most proxies write.
struct XForwarded: ForwardingHeaders {
    let hops: [NetworkAddress?]
    let nearest: (scheme: String?, host: String?)

    init(_ headers: HTTPFields) {
        hops = Self.elements("X-Forwarded-For", of: headers).map(hopAddress)
        nearest = (
            Self.elements("X-Forwarded-Proto", of: headers).last?.lowercased(),
            Self.elements("X-Forwarded-Host", of: headers).last.map(String.init)
        )
    }

    private static func elements(_ name: String, of headers: HTTPFields) -> [Substring] {
        HTTPField.Name(name).map { splitList(headers[values: $0]) } ?? []
    }
}

/// The standard header (RFC 7239): `for=192.0.2.60;proto=https;host=trust.example.org, for="[2001:db8::1]:4711"`.
struct Forwarded: ForwardingHeaders {
    let hops: [NetworkAddress?]
    let nearest: (scheme: String?, host: String?)

    init(_ headers: HTTPFields) {
        let elements = HTTPField.Name("Forwarded").map { splitList(headers[values: $0]) } ?? []
        let pairs = elements.map(Self.pairs)
        hops = pairs.map { $0["for"].flatMap(hopAddress) }
        nearest = (pairs.last?["proto"]?.lowercased(), pairs.last?["host"].map(String.init))
    }

    private static func pairs(_ element: Substring) -> [String: Substring] {
        var pairs: [String: Substring] = [:]
        for pair in element.split(separator: ";") {
            let halves = pair.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { continue }
            pairs[halves[0].trimmed.lowercased()] = halves[1].trimmed.trimming { $0 == "\"" }
        }
        return pairs
    }
}

/// The elements of a list that may be spread over several headers. Only the nearest few count: the rest was padded on.
private func splitList(_ values: [String]) -> [Substring] {
    values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map(\.trimmed).suffix(32)
}

/// `192.0.2.60`, `192.0.2.60:4711`, `2001:db8::1` or `[2001:db8::1]:4711`; nil for `unknown`, `_hidden` and the rest.
private func hopAddress(_ text: Substring) -> NetworkAddress? {
    if text.hasPrefix("[") { return NetworkAddress(text.dropFirst().prefix { $0 != "]" }) }
    let isFourWithPort = text.contains(".") && text.count { $0 == ":" } == 1
    return NetworkAddress(isFourWithPort ? text.prefix { $0 != ":" } : text)
}

extension Substring {
    fileprivate var trimmed: Substring { trimming { $0 == " " || $0 == "\t" } }

    fileprivate func trimming(_ isDropped: (Character) -> Bool) -> Substring {
        var rest = drop(while: isDropped)
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}
