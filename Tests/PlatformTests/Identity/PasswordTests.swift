import Testing

@testable import Identity

@Suite("Passwords")
struct PasswordTests {
    static let cheap = PasswordCost(logRounds: 4)

    @Test("A password fits its own hash, as it was kept, and no other")
    func hash() throws {
        let hash = try PasswordHash(of: "three odd words", cost: Self.cheap)
        let kept = try #require(PasswordHash(hash.text))
        #expect(kept == hash)
        #expect(try kept.matches("three odd words"))
        #expect(try !kept.matches("three odd word"))
        #expect(try !kept.matches(""))
        #expect(try PasswordHash(of: "three odd words", cost: Self.cheap) != hash, "the salt is new each time")
    }

    @Test("One password typed as different characters is one password")
    func forms() throws {
        let hash = try PasswordHash(of: "Si\u{E2}n and a kettle", cost: Self.cheap)
        #expect(try hash.matches("Sia\u{302}n and a kettle"))
    }

    @Test("What is kept of no password fits nothing")
    func never() throws {
        let never = PasswordHash(never: Self.cheap)
        for typed in ["", "password", "three odd words"] { #expect(try !never.matches(typed)) }
    }

    @Test(
        "What is no hash of ours is not taken for one",
        arguments: [
            "", "scrypt$17$8$1$AAAA", "bcrypt$4$8$1$AAAA$AAAA", "scrypt$60$8$1$AAAA$AAAA", "scrypt$4$8$1$!!$AAAA",
        ])
    func malformed(text: String) { #expect(PasswordHash(text) == nil) }

    /// NIST SP 800-63B 5.1.1.2: length, and a list of what is tried first; nothing about kinds of characters.
    @Test(
        "Long and unlikely is enough; short or likely is refused",
        arguments: [
            ("kettle window orbit", true), ("kettlewindow", true), ("ÆØÅ ţiţei łódź", true), ("kettle orbit", true),
            ("kettle orb", false), ("passwordpassword", false), ("Password1234!", false), ("P@ssw0rd!!!!!", false),
            ("qwertyuiopas", false), ("123456789012", false), ("abcabcabcabc", false), ("aaaaaaaaaaaa", false),
            ("letmeinplease", false), ("priyashah2026", false), ("thinkchild12", false), ("sunshine2026!!", false),
        ])
    func rules(password: String, isGood: Bool) {
        let problem = PasswordRules.problem(with: password, about: ["Priya", "priyashah", "ThinkChild"])
        #expect((problem == nil) == isGood, "\(password): \(problem ?? "taken")")
    }

    @Test("One too long to try is refused before it is tried")
    func tooLong() { #expect(PasswordRules.problem(with: String(repeating: "kettle ", count: 40)) != nil) }
}
