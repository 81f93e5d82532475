import Foundation
import Testing

@testable import Identity

@Suite("One-time codes")
struct OneTimeCodeTests {
    /// RFC 6238 appendix B, the rows for SHA-1: eight digits, a key of twenty bytes.
    static let vectors: [(Int64, String)] = [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ]
    static let code = OneTimeCode(key: Array("12345678901234567890".utf8))

    @Test("They are those of RFC 6238", arguments: vectors)
    func fits(seconds: Int64, digits: String) {
        #expect(Self.code.code(at: seconds / 30, digits: 8) == digits)
    }

    @Test("A code holds for its step and the ones beside it, and once")
    func steps() {
        let now = Date(timeIntervalSince1970: 1_234_567_890), step = OneTimeCode.step(at: now)
        for (away, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let typed = Self.code.code(at: step + Int64(away))
            #expect((Self.code.step(of: typed, at: now, after: 0) != nil) == isTaken, "\(away) steps away")
            #expect(Self.code.step(of: typed, at: now, after: step + Int64(away)) == nil, "used already")
        }
        #expect(Self.code.step(of: "", at: now, after: 0) == nil)
        #expect(Self.code.step(of: "000", at: now, after: 0) == nil)
    }

    /// RFC 4648 section 10.
    @Test("Keys are written in base 32", arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foobar", "MZXW6YTBOI")])
    func base32(plain: String, written: String) {
        #expect(Base32.text(of: Array(plain.utf8)) == written)
        #expect(Base32.bytes(of: written) == Array(plain.utf8))
    }

    @Test("A key that is typed with spaces or in small letters is read; another is not")
    func typed() {
        #expect(OneTimeCode(typed: Self.code.typed.lowercased())?.key == Self.code.key)
        #expect(OneTimeCode(typed: "MZXW6YTBOI") == nil)
        #expect(OneTimeCode(typed: "not a key!") == nil)
    }

    @Test("An app is told the account and the service, whatever is in their names")
    func address() {
        let address = Self.code.address(of: "a&b@example.org", at: "Leeds: children")
        #expect(address.hasPrefix("otpauth://totp/Leeds%3A%20children:a%26b%40example%2Eorg?secret=GEZDGNBVGY3TQOJQ"))
    }

    @Test("Recovery codes are read however they are typed, and differ")
    func recovery() throws {
        let codes = (0..<100).map { _ in RecoveryCode.fresh() }
        #expect(Set(codes).count == 100)
        let code = codes[0]
        let digest = try #require(RecoveryCode.digest(code))
        #expect(RecoveryCode.digest(code.lowercased().replacing("-", with: " ")) == digest)
        #expect(RecoveryCode.digest("ABCD-EFGH") == nil && RecoveryCode.digest("") == nil)
    }
}
