/// Finds what somebody probably meant.
public enum Nearest {
    /// Longer words are not compared: they were not mistyped, they are something else.
    public static let lengthMax = 80

    /// The word at the fewest slips from this one, when they are few for its length.
    public static func word(to given: String, among known: some Sequence<String>) -> String? {
        let given = normal(given)
        guard !given.isEmpty, given.count <= lengthMax else { return nil }
        let most = max(1, min(4, given.count / 3))
        var best: (word: String, slips: Int)?
        for word in known where abs(word.utf8.count - given.count) <= most {
            let slips = distance(given, Array(word.utf8), atMost: most)
            if slips <= most, slips < (best?.slips ?? .max) { best = (word, slips) }
        }
        return best?.word
    }

    /// `a post`, `an organisation`.
    public static func article(_ noun: String) -> String {
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        return (noun.first.map(vowels.contains) == true ? "an " : "a ") + noun
    }

    private static func normal(_ text: String) -> [UInt8] {
        text.lowercased().utf8.map { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }
    }

    /// Letters put in, left out, changed, or swapped with their neighbour.
    public static func distance(_ one: [UInt8], _ other: [UInt8], atMost most: Int) -> Int {
        var before: [Int] = [], last = Array(0...other.count)
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        for row in 1...one.count {
            var this = [row]
            for column in 1...other.count {
                var slips = min(last[column] + 1, this[column - 1] + 1)
                slips = min(slips, last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1))
                if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                    slips = min(slips, before[column - 2] + 1)
                }
                this.append(slips)
            }
            if this.min() ?? 0 > most { return most + 1 }
            (before, last) = (last, this)
        }
        return last[other.count]
    }
}
