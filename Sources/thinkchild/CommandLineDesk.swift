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

    /// 0 done; 1 the answer is no; 2 wrong use or bad input; 3 something this service stands on does not answer.
    func run(_ arguments: [String]) async -> Int32 {
        let verbs =
            building.verbs + [
                ServeVerb(building: building).verb, DoctorVerb(building: building, environment: environment).verb,
            ]
        guard let first = arguments.first, !["help", "--help", "-h"].contains(first) else {
            print(CommandHelp.overview(of: verbs))
            return arguments.isEmpty ? 2 : 0
        }
        if first == "--version" { print("thinkchild \(Building.version)"); return 0 }
        guard let verb = Self.longestMatch(arguments, in: verbs) else {
            complain(["There is no verb \(first). `thinkchild help` lists them."])
            return 2
        }
        var rest = Array(arguments.dropFirst(verb.name.split(separator: " ").count))
        if rest.contains("--help") || rest.contains("-h") { print(CommandHelp.page(of: verb)); return 0 }
        do {
            let configuration = try configuration(&rest, for: verb)
            return try await perform(verb, rest, configuration)
        } catch {
            return tell(error)
        }
    }

    /// What the file, the environment and the command line say together.
    private func configuration(_ arguments: inout [String], for verb: Verb) throws(Refusal) -> Settings {
        let reading = Settings.reading(Building.declaredSettings, environment: environment)
        // The doctor says what is wrong with them itself, and goes on with those that can be used.
        let isDoctor = verb.name == DoctorVerb.name
        var settings = isDoctor ? reading.settings : try reading.sound()
        if !isDoctor { complain(settings.remarks) }
        if let database = try Self.takeDatabase(from: &arguments) {
            try settings.set(Settings.database, to: database, by: "--database")
        }
        return settings
    }

    private func perform(_ verb: Verb, _ arguments: [String], _ configuration: Settings) async throws -> Int32 {
        let needsDatabase = verb.needsDatabase(for: try verb.read(arguments).words)
        let location = needsDatabase ? try Location(configuration[Settings.database]) : .memory
        let store = try await building.openStore(
            location, configuration: configuration, at: Date(), saying: { complain([$0]) })
        defer { store.close() }
        var house = building.house(over: store, configuration: configuration)
        house.terminal = Terminal(ask: Self.ask, say: { complain([$0]) })
        let output = try await verb.run(arguments, caller: .keyboard, now: Date(), house: house)
        if !output.text.isEmpty { print(output.text) }
        complain(output.remarks)
        return output.exitCode
    }

    /// The verb with the most words that the arguments begin with.
    static func longestMatch(_ arguments: [String], in verbs: [Verb]) -> Verb? {
        verbs.filter { arguments.starts(with: $0.name.split(separator: " ").map(String.init)) }
            .max { $0.name.split(separator: " ").count < $1.name.split(separator: " ").count }
    }

    /// Takes `--database PLACE` or `--database=PLACE`, which every verb understands, out of the arguments.
    static func takeDatabase(from arguments: inout [String]) throws(Refusal) -> String? {
        guard let index = arguments.firstIndex(where: { $0 == "--database" || $0.hasPrefix("--database=") }) else {
            return nil
        }
        let option = arguments.remove(at: index)
        if option != "--database" { return String(option.dropFirst("--database=".count)) }
        guard index < arguments.count else {
            throw .invalid([Problem("database", "--database needs a value: a path, or a postgres:// address")])
        }
        return arguments.remove(at: index)
    }

    private static func ask(_ question: String) -> Bool {
        FileHandle.standardError.write(Data("\(question) [y/N] ".utf8))
        guard let answer = readLine()?.lowercased() else { return false }
        return answer == "y" || answer == "yes"
    }

    private func tell(_ error: any Error) -> Int32 {
        guard let refusal = error as? Refusal else {
            complain(["\(error)"])
            return 3
        }
        complain(refusal.sentences)
        if case .unavailable = refusal { return 3 }
        return 2
    }
}

/// Says something to standard error, a line each.
func complain(_ sentences: [String]) {
    guard !sentences.isEmpty else { return }
    FileHandle.standardError.write(Data((sentences.map { "thinkchild: \($0)" }.joined(separator: "\n") + "\n").utf8))
}
