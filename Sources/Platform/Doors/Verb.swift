public import Foundation
public import Kernel
public import Ledger

/// What a verb was told besides its words: `--on 2009-12-31`, `--json`.
public struct Options: Sendable, Equatable {
    var values: [String: [String]] = [:]
    public init(_ values: [String: [String]] = [:]) { self.values = values }

    /// The value given; nil when the option was not given.
    public func value(_ name: String) -> String? { values[name]?.last }
    public func all(_ name: String) -> [String] { values[name] ?? [] }
    public func has(_ name: String) -> Bool { values[name] != nil }
}

/// What a verb prints, and how it went.
public struct VerbOutput: Sendable, Equatable {
    /// For standard output. Ends without a line end.
    public var text: String
    /// For standard error: what a person should know that is not the answer.
    public var remarks: [String]
    /// 0 done; 1 the answer is no, such as findings; 2 wrong use or bad input.
    public var exitCode: Int32
    /// The restricted records that the text shows.
    public var shown: [Shown] = []
    /// Which way they go out.
    public var way = WayIn.terminal

    public init(_ text: String, remarks: [String] = [], exitCode: Int32 = 0, showing shown: [Shown] = []) {
        self.shown = shown
        self.text = text
        self.remarks = remarks
        self.exitCode = exitCode
    }
}

/// One thing the terminal can do.
public struct Verb: Sendable {
    public typealias Handler =
        @Sendable (
            _ words: [String], _ options: Options, _ caller: Caller, _ now: Date, _ house: House
        ) async throws -> VerbOutput

    /// An option the verb takes.
    public struct Option: Sendable {
        /// Without its dashes.
        public let name: String
        /// What its value is called in the help; nil for an option that has none.
        public let value: String?
        /// Whether it may be given several times, each with a value of its own.
        public let isRepeatable: Bool
        public let help: String

        public init(_ name: String, value: String? = nil, isRepeatable: Bool = false, help: String) {
            self.name = name
            self.value = value
            self.isRepeatable = isRepeatable
            self.help = help
        }
    }

    public enum DatabaseUse: Sendable {
        /// It looks at a database that must be there.
        case always
        /// It writes to a database, and makes one where there is none, once it has gone well.
        case makes
        /// It goes on over a database until it is told to stop, and begins by making one where there is none.
        case opens
        case never
        /// Not when it is given words: files stand in its place.
        case unlessGivenWords
    }

    /// Whether these words need the database.
    public func needsDatabase(for words: [String]) -> Bool {
        switch database {
        case .always, .makes, .opens: true
        case .never: false
        case .unlessGivenWords: words.isEmpty
        }
    }

    /// One or more words: `check`, `post end`.
    public let name: String
    /// What follows the name: `[FILE…] [--on DAY]`.
    public let usage: String
    /// One sentence.
    public let summary: String
    public let action: Action
    public let options: [Option]
    /// When it reads or writes the database; when it does not it is handed an empty store in memory.
    public let database: DatabaseUse
    public let handler: Handler
    /// Which restricted records it shows; nil where nobody has said, which a restricted room's verb may not leave.
    public private(set) var shows: Shows?
    /// Whether its room is restricted: then what it shows must be said, or it is not done.
    private(set) var isRestricted = false

    public init(
        _ name: String, usage: String, summary: String, needs action: Action, options: [Option] = [],
        database: DatabaseUse = .always, _ handler: @escaping Handler
    ) {
        self.name = name
        self.usage = usage
        self.summary = summary
        self.action = action
        self.options = options
        self.database = database
        self.handler = handler
    }

    /// Runs it, once it is sure that the caller may.
    public func run(_ arguments: [String], caller: Caller, now: Date, house: House) async throws -> VerbOutput {
        try caller.must(action, under: house.policy)
        let (words, options) = try read(arguments)
        if isRestricted, shows == nil { throw Unsaid(what: name) }
        let output = try await handler(words, options, caller, now, house)
        if !output.shown.isEmpty {
            if shows?.showsSomething != true { throw Unsaid(what: name) }
            let looking = Looking(
                at: output.shown, through: output.way, by: action,
                because: caller.why(action, under: house.policy, at: output.shown))
            try await house.write(looking, by: caller, at: now)
        }
        return output
    }

    /// The same verb, with what it shows said, unless it was said before.
    public func showing(_ shows: Shows) -> Verb {
        if self.shows != nil { return self }
        var copy = self
        copy.shows = shows
        return copy
    }

    var restricted: Verb {
        var copy = self
        copy.isRestricted = true
        return copy
    }

    /// Tells words from options. `--` ends the options; `--name value` and `--name=value` are one.
    /// - Throws: `.invalid` for an option it does not take, one without its value, or one given twice that has one.
    public func read(_ arguments: [String]) throws(Refusal) -> (words: [String], options: Options) {
        var words: [String] = [], read = Options(), rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" { words += rest; break }
            guard argument.hasPrefix("--") else { words.append(argument); continue }
            let halves = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(halves[0])
            guard let option = options.first(where: { $0.name == name }) else {
                throw .invalid([Problem(name, "\(self.name) has no option --\(name)")])
            }
            guard let placeholder = option.value else {
                guard halves.count == 1 else { throw .invalid([Problem(name, "--\(name) takes no value")]) }
                read.values[name, default: []].append("")
                continue
            }
            guard let value = halves.count > 1 ? String(halves[1]) : rest.popFirst() else {
                throw .invalid([Problem(name, "--\(name) needs a value: \(placeholder)")])
            }
            guard option.isRepeatable || !read.has(name) else {
                throw .invalid([Problem(name, "--\(name) is given twice, and has one value: give it once")])
            }
            read.values[name, default: []].append(value)
        }
        return (words, read)
    }
}
