public import Kernel

/// What an operator has decided, and where each was said. What nobody decided is as usual.
public struct Settings: Sendable {
    /// Where a value came from.
    public enum Origin: Sendable, Equatable, CustomStringConvertible {
        case usual
        case file(String, line: Int)
        case environment(String)
        /// A secret's own file, and what named it.
        case secretFile(String, named: String)
        case commandLine(String)

        public var description: String {
            switch self {
            case .usual: "usual"
            case .file(let path, let line): "\(path):\(line)"
            case .environment(let variable): variable
            case .secretFile(let path, let name): "\(path), named by \(name)"
            case .commandLine(let option): option
            }
        }
    }

    struct Held: Sendable {
        let text: String
        let origin: Origin
    }

    /// Every setting there is, in the order in which a person should read them.
    public let declarations: [Declaration]
    /// What was found while reading and does not stop anything: a variable that is probably mistyped.
    public internal(set) var remarks: [String] = []
    var held: [String: Held] = [:]

    /// All as usual.
    public init(_ declarations: [Declaration] = []) { self.declarations = declarations }

    /// The value in force.
    public subscript<Value>(_ setting: Setting<Value>) -> Value {
        guard let held = held[setting.declaration.name] else { return setting.usual }
        // What is held was read once already, when it was given.
        return (try? setting.read(held.text)) ?? setting.usual
    }

    public func origin(of declaration: Declaration) -> Origin { held[declaration.name]?.origin ?? .usual }

    /// The value in force, as it may be printed; a secret as `set` or `not set`.
    public func shown(_ declaration: Declaration) -> String {
        if let held = held[declaration.name] { return declaration.shown(held.text) }
        return declaration.isSecret && declaration.usual.isEmpty ? "not set" : declaration.usual
    }

    /// Puts a value of the command line above all others.
    /// - Parameter option: How it was said there: `--port`.
    /// - Throws: `.invalid` when the text will not do.
    public mutating func set<Value>(_ setting: Setting<Value>, to text: String, by option: String) throws(Refusal) {
        do throws(Unfit) { try setting.declaration.check(text) } catch {
            throw .invalid([Problem(setting.declaration.name, "\(option) \(error.clause)")])
        }
        held[setting.declaration.name] = Held(text: text, origin: .commandLine(option))
    }
}
