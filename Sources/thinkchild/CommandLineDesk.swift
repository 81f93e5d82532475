import App
import Doors
import Foundation
import Kernel
import Settings
import Store

/// Finds the verb that was asked for, hands it a house, and says how it went: text to standard output, remarks and
/// refusals to standard error, and an exit code.
struct CommandLineDesk {
    let building: Building
    let environment: [String: String]
    /// Takes what is for standard output, line ends and all.
    var give: @Sendable (String) -> Void = { print($0, terminator: "") }
    /// Takes what is for standard error, a sentence each.
    var remark: @Sendable ([String]) -> Void = { complain($0) }

    /// 0 done; 1 the answer is no; 2 wrong use or bad input; 3 something this service stands on does not answer.
    func run(_ arguments: [String]) async -> Int32 {
        let verbs =
            building.verbs + [
                ServeVerb(building: building).verb, DoctorVerb(building: building, environment: environment).verb,
            ]
        var arguments = arguments
        do {
            // It may stand before the verb, after it, or among its own options.
            let asked = try Self.takeDatabase(from: &arguments)
            guard let first = arguments.first, !["help", "--help", "-h"].contains(first) else {
                line(CommandHelp.overview(of: verbs))
                return arguments.isEmpty ? 2 : 0
            }
            if first == "--version" { line("thinkchild \(Building.version)"); return 0 }
            guard let verb = Self.longestMatch(arguments, in: verbs) else {
                remark(["There is no verb \(first). `thinkchild help` lists them."])
                return 2
            }
            let rest = Array(arguments.dropFirst(verb.name.split(separator: " ").count))
            if rest.contains("--help") || rest.contains("-h") { line(CommandHelp.page(of: verb)); return 0 }
            return try await perform(verb, rest, try configuration(database: asked, for: verb))
        } catch {
            return tell(error)
        }
    }

    /// Text with one line end: a CSV brings its own.
    private func line(_ text: String) { give(text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n") }

    /// What the file, the environment and the command line say together.
    private func configuration(database: String?, for verb: Verb) throws(Refusal) -> Settings {
        let reading = Settings.reading(Building.declaredSettings, environment: environment)
        // The doctor says what is wrong with them itself, and goes on with those that can be used.
        let isDoctor = verb.name == DoctorVerb.name
        var settings = isDoctor ? reading.settings : try reading.sound()
        if !isDoctor { remark(settings.remarks) }
        if let database { try settings.set(Settings.database, to: database, by: "--database") }
        return settings
    }

    private func perform(_ verb: Verb, _ arguments: [String], _ configuration: Settings) async throws -> Int32 {
        let needsDatabase = verb.needsDatabase(for: try verb.read(arguments).words)
        let location = needsDatabase ? try Location(configuration[Settings.database]) : .memory
        try mustBeThere(location, for: verb)
        guard verb.database == .makes, let new = NewDatabase(at: location) else {
            return try await perform(verb, arguments, at: location, configuration) { remark([$0]) }
        }
        defer { new.discard() }
        // Nothing is said of the key until it is known whether it stays.
        let code = try await perform(verb, arguments, at: new.location, try new.settings(configuration)) { _ in }
        if code == 0 { try new.keep { remark([$0]) } }
        return code
    }

    private func perform(
        _ verb: Verb, _ arguments: [String], at location: Location, _ configuration: Settings,
        saying: (String) -> Void
    ) async throws -> Int32 {
        let store = try await building.openStore(
            location, configuration: configuration, at: Date(), saying: saying)
        defer { store.close() }
        var house = building.house(over: store, configuration: configuration)
        house.terminal = Terminal(ask: Self.ask, say: { [remark] in remark([$0]) })
        let output = try await verb.run(arguments, caller: .keyboard, now: Date(), house: house)
        if !output.text.isEmpty { line(output.text) }
        remark(output.remarks)
        return output.exitCode
    }

    /// A verb that only looks, or changes what is held, makes no database: an empty one would look healthy.
    private func mustBeThere(_ location: Location, for verb: Verb) throws(Refusal) {
        guard case .file(let path) = location, ![.makes, .opens].contains(verb.database),
            !FileManager.default.fileExists(atPath: path)
        else { return }
        throw .unavailable(
            "There is no database at \(path); import something to make one, or say with --database where it is")
    }

    /// The verb with the most words that the arguments begin with.
    static func longestMatch(_ arguments: [String], in verbs: [Verb]) -> Verb? {
        verbs.filter { arguments.starts(with: $0.name.split(separator: " ").map(String.init)) }
            .max { $0.name.split(separator: " ").count < $1.name.split(separator: " ").count }
    }

    /// Takes `--database PLACE` or `--database=PLACE`, which every verb understands, out of the arguments.
    static func takeDatabase(from arguments: inout [String]) throws(Refusal) -> String? {
        func isOption(_ argument: String) -> Bool { argument == "--database" || argument.hasPrefix("--database=") }
        let options = arguments.prefix { $0 != "--" }
        guard let index = options.firstIndex(where: isOption) else { return nil }
        let option = arguments.remove(at: index)
        var place = String(option.dropFirst("--database=".count))
        if option == "--database" {
            guard index < arguments.count else {
                throw .invalid([Problem("database", "--database needs a value: a path, or a postgres:// address")])
            }
            place = arguments.remove(at: index)
        }
        if arguments.prefix(while: { $0 != "--" }).contains(where: isOption) {
            throw .invalid([Problem("database", "--database is given twice, and has one value: give it once")])
        }
        return place
    }

    private static func ask(_ question: String) -> Bool {
        FileHandle.standardError.write(Data("\(question) [y/N] ".utf8))
        guard let answer = readLine()?.lowercased() else { return false }
        return answer == "y" || answer == "yes"
    }

    private func tell(_ error: any Error) -> Int32 {
        guard let refusal = error as? Refusal else {
            remark(["\(error)"])
            return 3
        }
        remark(refusal.sentences)
        if case .unavailable = refusal { return 3 }
        return 2
    }
}

/// Says something to standard error, a line each.
func complain(_ sentences: [String]) {
    guard !sentences.isEmpty else { return }
    FileHandle.standardError.write(Data((sentences.map { "thinkchild: \($0)" }.joined(separator: "\n") + "\n").utf8))
}
