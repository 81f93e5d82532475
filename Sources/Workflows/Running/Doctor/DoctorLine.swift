import Kernel
import Web

/// One thing that was looked at in an installation, and how it is.
public struct DoctorLine: Sendable, Equatable {
    /// How it is. `wrong` is what must be mended before the service can be relied on.
    public enum State: String, Sendable {
        case fine, warning, wrong
    }

    /// What was looked at, in a word or two.
    public let name: String
    public let state: State
    public let sentence: String
    /// What to do about it; empty when nothing needs to be.
    public let mend: String

    public init(_ name: String, _ state: State, _ sentence: String, mend: String = "") {
        self.name = name
        self.state = state
        self.sentence = sentence
        self.mend = mend
    }

    public static func fine(_ name: String, _ sentence: String) -> DoctorLine { DoctorLine(name, .fine, sentence) }
    public static func warning(_ name: String, _ sentence: String, mend: String) -> DoctorLine {
        DoctorLine(name, .warning, sentence, mend: mend)
    }
    public static func wrong(_ name: String, _ sentence: String, mend: String) -> DoctorLine {
        DoctorLine(name, .wrong, sentence, mend: mend)
    }
}

extension [DoctorLine] {
    /// For a person: what is wrong stands out, and what to do about it stands below it.
    public var text: String {
        map { line in
            let first = "\(line.state.rawValue.padding(toWidth: 8)) \(line.name): \(line.sentence)"
            return line.mend.isEmpty ? first : "\(first)\n         \(line.mend)"
        }.joined(separator: "\n")
    }

    public var json: String {
        var writer = JSONWriter()
        writer.array { writer in
            for line in self {
                writer.object { writer in
                    writer.field("name", line.name)
                    writer.field("state", line.state.rawValue)
                    writer.field("sentence", line.sentence)
                    writer.field("mend", line.mend)
                }
            }
        }
        return writer.string
    }

    public var exitCode: Int32 { contains { $0.state == .wrong } ? 1 : 0 }
}
