/// What the parser says, in the words of somebody who writes files.
enum ParserWords {
    static func told(_ said: String) -> (message: String, mend: String) {
        if let known = table[said] { return known }
        if said.hasPrefix("Maximum nesting level") { return tooDeep }
        return ("This is not YAML: \(said)", "See the examples in docs/format, or put the text in quotes")
    }

    static let tab = ("A tab is used where only spaces may stand", "Indent with spaces, two for each step")
    private static let tooDeep = ("Lists and mappings stand too deep in one another", "Nest them less deeply")
    private static let uneven = (
        "This line does not line up with those above it", "Start it in the same column as its neighbours"
    )
    private static let openQuote = ("A quotation mark is opened here and never closed", "Close it, or take it away")
    private static let openBracket = ("A [ or { is opened and never closed", "Close it, or put the text in quotes")
    private static let oneOnly = (
        "There is more than one document in the file", "Put each in a file of its own, with no --- between"
    )

    private static let table: [String: (message: String, mend: String)] = [
        "mapping values are not allowed in this context": (
            "A colon and a space stand where no key may", "Put the text in quotes, or the key on a line of its own"
        ),
        "mapping keys are not allowed in this context": ("A key stands where none may", "Put it on a line of its own"),
        "could not find expected ':'": ("A key has no colon after it", "Write the key, a colon, a space and the value"),
        "did not find expected key": uneven,
        "did not find expected '-' indicator": uneven,
        "did not find expected node content": (
            "A value is missing, or starts with a mark it may not", "Give it, or put it in quotes"
        ),
        "block sequence entries are not allowed in this context": (
            "An item of a list stands where none may", "Put it on a line of its own, indented under its key"
        ),
        "found character that cannot start any token": (
            "A value starts with a character it may not start with",
            "Put the value in quotes; indent with spaces, not tabs"
        ),
        "found a tab character where an indentation space is expected": tab,
        "found a tab character that violates indentation": tab,
        "found unexpected end of stream": openQuote,
        "found unexpected document indicator": openQuote,
        "did not find expected ',' or ']'": openBracket,
        "did not find expected ',' or '}'": openBracket,
        "found unknown escape character": (
            "A backslash in double quotes is followed by a letter that means nothing",
            "Write two backslashes, or use single quotes"
        ),
        "did not find expected <document start>": oneOnly,
        "found undefined tag handle": ("Tags (words after !) are not taken", "Take the tag away"),
        "control characters are not allowed": ("There is a control character in the text", "Take it away"),
    ]
}
