internal import Kernel
internal import Ledger

/// Tells a form of ours from one that another site's page sends in the reader's name.
///
/// Three things must agree, so that a hole in one is no hole in the whole: what the browser says of where the request
/// comes from (`Sec-Fetch-Site`, `Origin`); a cookie that other sites' requests do not carry (`SameSite=Strict`); and
/// a token in the form, made from the cookie with a key that only this service has.
struct ForgeryGuard: Sendable {
    static let cookieName = "thinkchild_form"
    private static let cookieBytes = 16

    private let key: [UInt8]

    init(key: [UInt8]?) { self.key = key ?? Self.random(32) }

    /// The cookie's value that came with the request; nil when none did, or none of ours.
    func cookie(in header: String?) -> String? {
        guard let value = Cookies.value(of: Self.cookieName, in: header), value.utf8.count == Self.cookieBytes * 2,
            value.utf8.allSatisfy(isHexadecimal)
        else { return nil }
        return value
    }

    func newCookie() -> String { hexadecimal(Self.random(Self.cookieBytes)) }

    func setCookie(_ value: String) -> String { "\(Self.cookieName)=\(value); Path=/; HttpOnly; SameSite=Strict" }

    /// What every form of a page given to the holder of the cookie carries.
    func token(for cookie: String) -> String { hexadecimal(KeyedDigest.of(Array(cookie.utf8), key: key)) }

    func isValid(_ token: String?, for cookie: String?) -> Bool {
        guard let cookie, let digest = token.flatMap(bytes(hexadecimal:)) else { return false }
        return KeyedDigest.isValid(digest, of: Array(cookie.utf8), key: key)
    }

    /// Whether the browser says that the request comes from a page of this service, or from no page at all.
    /// Programs that are no browsers say neither; they hold no cookie either.
    static func comesFromHere(fetchSite: String?, origin: String?, host: String) -> Bool {
        if let fetchSite, fetchSite != "same-origin", fetchSite != "none" { return false }
        guard let origin else { return true }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }

    private static func random(_ count: Int) -> [UInt8] {
        var system = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &system) }
    }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
}

/// Bytes as two lower-case digits each.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// Nil unless every two characters are lower-case digits.
private func bytes(hexadecimal text: String) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    guard utf8.count.isMultiple(of: 2), utf8.count <= 128, utf8.allSatisfy(isHexadecimal) else { return nil }
    func value(_ digit: UInt8) -> UInt8 {
        digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }
    return stride(from: 0, to: utf8.count, by: 2).map { value(utf8[$0]) << 4 | value(utf8[$0 + 1]) }
}
