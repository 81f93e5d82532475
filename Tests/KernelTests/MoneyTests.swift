import Foundation
import Kernel
import Testing

@Suite("Sterling in whole pence")
struct MoneyTests {
    @Test(
        "Is written with the pound, the commas and the pence",
        arguments: [
            (0, "£0.00"), (5, "£0.05"), (123_456, "£1,234.56"), (100_000, "£1,000.00"), (99_999, "£999.99"),
            (-123_456, "-£1,234.56"), (123_456_789_00, "£123,456,789.00"),
            (Int64.max, "£92,233,720,368,547,758.07"), (Int64.min, "-£92,233,720,368,547,758.08"),
        ])
    func written(pence: Int64, text: String) {
        #expect(Money(pence: pence).description == text)
        #expect(Money(text) == Money(pence: pence))
    }

    @Test(
        "Is read as people type it",
        arguments: [
            ("1234.56", 123_456), ("£1,234", 123_400), ("1234", 123_400), ("-5", -500), ("-£0.05", -5),
        ])
    func read(text: String, pence: Int64) { #expect(Money(text) == Money(pence: pence)) }

    @Test(
        "Refuses what has two readings or none",
        arguments: [
            "", "£", "-", ".", "£.50", "1.5", "1.234", "1,23", "12,34.00", ",123", "1,234,", "1 234", "£-5", "--5",
            "£££5", "1.2.3", "1e3", "١٢", "£92,233,720,368,547,758.08", "99999999999999999999",
        ])
    func refuses(text: String) { #expect(Money(text) == nil) }

    @Test("Adds up, and refuses what does not fit")
    func sums() throws {
        let most = Money(pence: .max), penny = Money(pence: 1)
        #expect(try Money.total(of: [penny, Money(pence: 41)]) == Money(pence: 42))
        #expect(try penny.subtracting(most).adding(most) == penny)
        #expect(try Money(pence: -250).times(4) == Money(pence: -1_000))
        #expect(throws: Refusal.self) { try most.adding(penny) }
        #expect(throws: Refusal.self) { try Money(pence: .min).subtracting(penny) }
        #expect(throws: Refusal.self) { try most.times(2) }
    }

    @Test("Is a whole number of pence in JSON")
    func json() throws {
        #expect(String(decoding: try JSONEncoder().encode([Money(pence: 150)]), as: UTF8.self) == "[150]")
        #expect(try JSONDecoder().decode([Money].self, from: Data("[150]".utf8)) == [Money(pence: 150)])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Money].self, from: Data("[1.5]".utf8)) }
    }
}
