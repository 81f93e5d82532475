import Foundation
public import Kernel

/// What a password must be: long, and not one that is tried first (NIST SP 800-63B 5.1.1.2; NCSC password guidance).
/// Nothing is asked of the kinds of characters in it.
public enum PasswordRules {
    public static let lengthMin = 12, lengthMax = 200

    /// - Parameter about: what an attacker would try for this person: their name, e-mail and the service's name.
    /// - Returns: what is wrong with it, in a sentence for the person who typed it; nil when nothing is.
    public static func problem(with password: String, about: [String] = []) -> String? {
        let plain = password.precomposedStringWithCompatibilityMapping
        if plain.count < lengthMin { return "Use at least \(lengthMin) characters: three words in a row will do" }
        if plain.count > lengthMax { return "Use at most \(lengthMax) characters" }
        let folded = plain.lowercased()
        if Set(folded).count < 5 || isRepeated(folded) { return "This repeats itself: use something less regular" }
        if isRun(folded) { return "This is a run of neighbouring keys: use something less regular" }
        if isCommon(folded) { return "This is one of the passwords that are tried first: choose another" }
        let near = about.map { $0.lowercased() }.filter { $0.count >= 3 }.sorted { $0.count > $1.count }
        let rest = near.reduce(folded) { $0.replacing($1, with: "") }
        if rest != folded, rest.count(where: \.isLetter) < 6 {
            return "This holds your name, your e-mail address or the name of this service, and little besides"
        }
        return nil
    }

    /// `abcabcabcabc`: some shorter text again and again.
    private static func isRepeated(_ text: String) -> Bool {
        let all = Array(text)
        return (1...max(1, all.count / 2)).contains { length in
            all.count.isMultiple(of: length) && all.indices.allSatisfy { all[$0] == all[$0 % length] }
        }
    }

    /// `abcdefghijkl`, `qwertyuiop[]`, `123456789012`, and each backwards.
    private static func isRun(_ text: String) -> Bool {
        let runs = [
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "123456789012345678901234567890",
            "`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./", "qwertyuiopasdfghjklzxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
        ]
        return runs.contains { $0.contains(text) || String($0.reversed()).contains(text) }
    }

    /// Whether it is a common password, as it is or with the usual changes: digits and signs at either end, letters
    /// written as digits, two common words joined.
    private static func isCommon(_ folded: String) -> Bool {
        let digits: [Character: Character] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s",
        ]
        let letters = String(folded.map { digits[$0] ?? $0 })
        let ends = CharacterSet.letters.inverted
        return [folded, letters, folded.trimmingCharacters(in: ends), letters.trimmingCharacters(in: ends)].contains {
            CommonPasswords.all.contains($0) || isTwoCommonWords($0)
        }
    }

    private static func isTwoCommonWords(_ text: String) -> Bool {
        text.indices.dropFirst().contains { cut in
            CommonPasswords.all.contains(String(text[..<cut])) && CommonPasswords.all.contains(String(text[cut...]))
        }
    }
}
