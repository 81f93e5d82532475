/// One thing that an operator may decide: its name, what it may be, and what it means.
public struct Setting<Value: Sendable>: Sendable {
    public let declaration: Declaration
    let usual: Value
    let read: @Sendable (String) throws(Unfit) -> Value

    /// - Parameters:
    ///   - usual: What holds when nobody decides; `usually` says it as text.
    ///   - shown: The text as it may be printed, for one that holds something secret.
    public init(
        _ name: String, _ variable: String, kind: String, usual: Value, usually: String, _ meaning: String,
        isSecret: Bool = false, shown: @escaping @Sendable (String) -> String = { $0 },
        read: @escaping @Sendable (String) throws(Unfit) -> Value
    ) {
        declaration = Declaration(
            name: name, variable: variable, kind: kind, usual: usually, meaning: meaning, isSecret: isSecret,
            shown: shown, check: { text throws(Unfit) in _ = try read(text) })
        self.usual = usual
        self.read = read
    }
}

extension Setting where Value == String {
    public static func text(_ name: String, _ variable: String, usual: String, _ meaning: String) -> Setting {
        Setting(name, variable, kind: "text", usual: usual, usually: usual, meaning) { text throws(Unfit) in text }
    }

    /// One of a few words.
    public static func word(
        _ name: String, _ variable: String, among words: [String], usual: String, _ meaning: String
    ) -> Setting {
        Setting(
            name, variable, kind: "one of " + words.joined(separator: ", "), usual: usual, usually: usual, meaning
        ) { text throws(Unfit) in
            if words.contains(text) { return text }
            throw Unfit("is one of \(words.joined(separator: ", ")), and “\(text)” is none of them")
        }
    }
}

extension Setting where Value == String? {
    /// Text that is not there unless it is given.
    public static func text(_ name: String, _ variable: String, kind: String = "text", _ meaning: String) -> Setting {
        Setting(name, variable, kind: kind, usual: nil, usually: "", meaning) { text throws(Unfit) in text }
    }
}

extension Setting where Value == Int {
    public static func number(
        _ name: String, _ variable: String, in bounds: ClosedRange<Int>, usual: Int, _ meaning: String
    ) -> Setting {
        let kind = "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
        return Setting(name, variable, kind: kind, usual: usual, usually: "\(usual)", meaning) { text throws(Unfit) in
            guard let number = Int(text), bounds.contains(number) else {
                throw Unfit("is \(kind), and “\(text)” is not")
            }
            return number
        }
    }
}

extension Setting where Value == Duration {
    public static func duration(
        _ name: String, _ variable: String, in bounds: ClosedRange<Duration>, usual: Duration, _ meaning: String
    ) -> Setting {
        let kind = "a time from \(TimeText.text(bounds.lowerBound)) to \(TimeText.text(bounds.upperBound))"
        let usually = TimeText.text(usual)
        return Setting(name, variable, kind: kind, usual: usual, usually: usually, meaning) { text throws(Unfit) in
            guard let duration = TimeText.duration(text) else {
                throw Unfit("is a time such as 500ms, 30s, 15m, 8h or 7d, and “\(text)” is not")
            }
            guard bounds.contains(duration) else { throw Unfit("is \(kind), and “\(text)” is not") }
            return duration
        }
    }
}

extension Setting where Value == Bool {
    public static func answer(_ name: String, _ variable: String, usual: Bool, _ meaning: String) -> Setting {
        Setting(
            name, variable, kind: "yes or no", usual: usual, usually: usual ? "yes" : "no", meaning
        ) { text throws(Unfit) in
            switch text.lowercased() {
            case "yes", "true", "on", "1": return true
            case "no", "false", "off", "0": return false
            default: throw Unfit("is yes or no, and “\(text)” is neither")
            }
        }
    }
}

extension Setting where Value == [String] {
    /// Words with commas between them.
    public static func list(
        _ name: String, _ variable: String, usual: [String] = [], _ meaning: String,
        each check: @escaping @Sendable (String) throws(Unfit) -> Void = { _ throws(Unfit) in }
    ) -> Setting {
        Setting(
            name, variable, kind: "a list, with commas", usual: usual, usually: usual.joined(separator: ", "), meaning
        ) { text throws(Unfit) in
            let words = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
            for word in words { try check(word) }
            return words
        }
    }
}

extension Setting where Value == Secret? {
    /// - Parameter bytesMin: A shorter one is refused: it could be guessed.
    public static func secret(_ name: String, _ variable: String, bytesMin: Int = 1, _ meaning: String) -> Setting {
        let kind = bytesMin > 1 ? "a secret of at least \(bytesMin) characters" : "a secret"
        return Setting(
            name, variable, kind: kind, usual: nil, usually: "", meaning, isSecret: true, shown: { _ in "set" }
        ) { text throws(Unfit) in
            guard text.utf8.count >= bytesMin else { throw Unfit("is \(kind), and what was given is shorter") }
            return Secret(text)
        }
    }
}
