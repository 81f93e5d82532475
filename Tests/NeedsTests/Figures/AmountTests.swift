import Testing

@testable import Needs

/// NE-01: a number is kept exactly as it was published.
struct AmountTests {
    @Test(
        "A number as published is read whole, or not at all",
        arguments: [
            ("24.20", 2420, 2), ("0", 0, 0), ("-0.706", -706, 3), ("1,234,567.5", 12_345_675, 1), ("007", 7, 0),
            ("0.12345678901234567", 12_345_678_901_234_567, 17),
            ("9.7619999999999998E-2", 97_619_999_999_999_998, 18), ("1.5e1", 15, 0),
        ] as [(String, Int64, Int)])
    func reading(text: String, mantissa: Int64, decimals: Int) {
        #expect(Amount(published: text) == Amount(mantissa, decimals: decimals))
    }

    @Test(arguments: [
        "", "-", "..", "x", "1.", "1,23", "1234,567", "1e5", "E-2", "2E-", "2E-99", "NaN", " 1", "1.2.3",
        "99999999999999999999", "1E-9223372036854775808", "1E9223372036854775807", "1E-31", "1E-9223372036854775809",
    ])
    func whatIsNoNumber(text: String) { #expect(Amount(published: text) == nil) }

    @Test(arguments: ["24.20", "-0.706", "0.05", "1234567", "-3"])
    func writtenAsRead(text: String) { #expect(Amount(published: text)?.description == text) }

    @Test(
        "Halves are rounded away from nought",
        arguments: [("22.35", 1, "22.4"), ("-22.35", 1, "-22.4"), ("22.34", 1, "22.3"), ("5", 2, "5")])
    func rounding(text: String, places: Int, shown: String) {
        #expect(Amount(published: text)?.rounded(to: places).description == shown)
    }

    @Test(
        "A share is worked out of whole numbers",
        arguments: [(2399, 9914, 1, "24.2"), (1, 3, 2, "33.33"), (1, 8, 1, "12.5"), (1, 16, 1, "6.3")])
    func shares(numerator: Int, denominator: Int, decimals: Int, shown: String) {
        #expect(Amount.share(numerator, of: denominator, decimals: decimals)?.description == shown)
    }

    @Test(
        "Shown as published, but for the tail that a spreadsheet leaves",
        arguments: [
            ("0.004", "0.004"), ("24.20", "24.20"), ("18.920000000000002", "18.92"),
            ("9.7619999999999998E-2", "0.09762"),
            ("2.9999999999999999", "3"), ("0.000000000001", "0.000000000001"),
        ])
    func tails(text: String, shown: String) {
        #expect(Amount(published: text)?.withoutTail.description == shown)
    }

    @Test func nothingIsDividedByNought() { #expect(Amount.share(1, of: 0, decimals: 1) == nil) }
}
