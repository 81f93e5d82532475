internal import Foundation

/// Names as search compares them: small letters and digits without accents, words one space apart.
public enum Folding {
    public static func folded(_ text: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": folded.append(UInt8(truncatingIfNeeded: scalar.value))
            case "'", "’": break
            case "&": folded += Array(" and ".utf8)
            case _ where scalar.isASCII: folded.append(UInt8(ascii: " "))
            default: folded += letters(of: scalar)
            }
        }
        let words = folded.split(separator: UInt8(ascii: " "))
        return String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    }

    /// The letter under an accent; the character itself where there is none.
    private static func letters(of scalar: Unicode.Scalar) -> [UInt8] {
        if let plain = undecomposed[scalar] { return Array(plain.utf8) }
        let decomposed = String(Character(scalar)).decomposedLetters
        guard !decomposed.isEmpty else {
            return scalar.properties.isAlphabetic ? Array(String(scalar).utf8) : [UInt8(ascii: " ")]
        }
        return decomposed
    }

    /// Letters that no accent can be taken from, though people type them without.
    private static let undecomposed: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
    ]
}

extension String {
    /// ASCII letters and digits left when every accent is taken away.
    fileprivate var decomposedLetters: [UInt8] {
        decomposedStringWithCanonicalMapping.unicodeScalars.filter(\.isASCII).map {
            UInt8(truncatingIfNeeded: $0.value)
        }
    }
}
