import Foundation
import Kernel
import Testing

@Suite("Identifiers")
struct IDTests {
    @Test(
        "Are made of small letters, digits and hyphens",
        arguments: [
            ("iscb", true), ("nhs-leeds", true), ("2009", true), (String(repeating: "a", count: 80), true),
            ("", false), ("ISCB", false), ("a b", false), ("a/b", false), ("é", false), ("-a", false), ("a\n", false),
            (String(repeating: "a", count: 81), false),
        ])
    func wellFormed(text: String, expected: Bool) { #expect((ID<IDTests>(checking: text) != nil) == expected) }

    @Test(
        "Names become identifiers",
        arguments: [
            ("Director of Children's Services", "director-of-childrens-services"), ("  A & B  ", "a-b"), ("'", nil),
            ("", nil), ("Siân ÉVA", "sian-eva"),
        ])
    func slugs(name: String, slug: String?) { #expect(IDText.slug(of: name) == slug) }

    @Test(
        "Whatever the name, its slug is well formed",
        arguments: [
            "-x", "ÀÉ", "💙 Leeds", String(repeating: "Long name ", count: 20), "x'",
        ])
    func slugsAreWellFormed(name: String) {
        if let slug = IDText.slug(of: name) { #expect(IDText.isWellFormed(slug), "\(slug)") }
    }

    @Test("Fresh ones are well formed, differ, and sort by when they were made")
    func fresh() {
        var random = SystemRandomNumberGenerator()
        let moments = [0, 1.5, 1_262_217_600, 4_000_000_000].map { Date(timeIntervalSince1970: $0) }
        let ids = moments.map { IDText.fresh(at: $0, from: &random) }
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        #expect(ids.allSatisfy { IDText.isWellFormed($0) })
    }
}
