import Doors

/// What `--help` prints, from what the verbs say of themselves.
enum CommandHelp {
    static func overview(of verbs: [Verb]) -> String {
        let width = verbs.map(\.name.count).max() ?? 0
        let lines = verbs.sorted { $0.name < $1.name }.map { verb in
            "  " + verb.name.padding(to: width + 2) + verb.summary
        }
        return """
            thinkchild: a children's trust as it stood on any day, and what is wrong with it

            \(lines.joined(separator: "\n"))

            thinkchild VERB --help says what a verb takes.
            --database PLACE, or the setting database, says where the records are: a path, or a postgres:// address.
            Settings come from the environment and a file: `thinkchild configuration` lists what is in force.
            Exit codes: 0 done; 1 the answer is no, such as findings; 2 wrong use or bad input; 3 a fault, or no \
            database.
            """
    }

    static func page(of verb: Verb) -> String {
        let options = verb.options.map { option in
            ("--" + option.name + (option.value.map { " \($0)" } ?? ""), option.help)
        }
        let width = options.map(\.0.count).max() ?? 0
        let lines = options.map { "  " + $0.0.padding(to: width + 2) + $0.1 }
        let usage = ["thinkchild", verb.name, verb.usage].filter { !$0.isEmpty }.joined(separator: " ")
        let listed = lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n")
        return "\(usage)\n\n\(verb.summary)\(listed)\n\nNeeds: \(verb.action.name)"
    }
}

extension String {
    func padding(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
}
