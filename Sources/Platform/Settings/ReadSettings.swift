import Foundation
public import Kernel

/// Settings as they were read, and what was wrong with them: all of it, not the first alone.
public struct SettingsReading: Sendable {
    public let settings: Settings
    public let problems: [Problem]

    /// - Throws: `.invalid` when anything was wrong.
    public func sound() throws(Refusal) -> Settings {
        guard problems.isEmpty else { throw .invalid(problems) }
        return settings
    }
}

extension Settings {
    /// The variable that names the settings file.
    public static let fileVariable = "THINKCHILD_SETTINGS"
    /// What the tests and the build read, which is nobody's setting.
    private static let others = ["THINKCHILD_GOLDEN", "THINKCHILD_WARNINGS", "THINKCHILD_BINARY", fileVariable]
    private static let testPrefix = "THINKCHILD_TEST_"

    /// Reads the file that `THINKCHILD_SETTINGS` names, then the environment, which wins over it.
    public static func reading(
        _ declarations: [Declaration], environment: [String: String]
    ) -> SettingsReading {
        var reader = SettingsReader(declarations)
        if let path = environment[fileVariable], !path.isEmpty { reader.readFile(path) }
        let byVariable = declarations.map { ($0.variable, $0) } + declarations.map { ($0.fileVariable, $0) }
        for (variable, declaration) in byVariable {
            guard let text = environment[variable], !text.isEmpty else { continue }
            reader.take(
                text, for: declaration, isPath: variable != declaration.variable, said: variable,
                origin: .environment(variable))
        }
        reader.remark(onUnknown: environment.keys.filter { $0.hasPrefix("THINKCHILD_") && !isOther($0) }.sorted())
        return SettingsReading(settings: reader.settings, problems: reader.problems)
    }

    private static func isOther(_ variable: String) -> Bool {
        others.contains(variable) || variable.hasPrefix(testPrefix)
    }
}

/// Gathers values and what is wrong with them.
struct SettingsReader {
    static let fileBytesMax = 1_048_576

    private(set) var settings: Settings
    private(set) var problems: [Problem] = []

    init(_ declarations: [Declaration]) { settings = Settings(declarations) }

    mutating func readFile(_ path: String) {
        guard let data = FileManager.default.contents(atPath: path) else {
            return complain(Settings.fileVariable, "\(Settings.fileVariable) names \(path), which cannot be read")
        }
        guard data.count <= Self.fileBytesMax, let text = String(data: data, encoding: .utf8) else {
            return complain(Settings.fileVariable, "\(path) is not a settings file: it is too large, or no UTF-8 text")
        }
        var lines = SettingsFile(text, path: path)
        var firstLines: [String: Int] = [:]
        while let line = lines.next() {
            switch line {
            case .wrong(let number, let why): complain(path, "\(path):\(number): \(why)")
            case .value(let number, let name, let text):
                if let first = firstLines[name] {
                    complain(path, "\(path):\(number): \(name) was given on line \(first) already")
                    continue
                }
                firstLines[name] = number
                take(text, named: name, path, number)
            }
        }
    }

    private mutating func take(_ text: String, named name: String, _ path: String, _ line: Int) {
        let place = "\(path):\(line)"
        let whole = settings.declarations.first { $0.name == name }
        guard let declaration = whole ?? settings.declarations.first(where: { $0.isSecret && $0.fileName == name })
        else {
            let near = Nearest.word(to: name, among: settings.declarations.map(\.name))
            return complain(
                name, "\(place): there is no setting \(name)" + (near.map { ": write \($0)" } ?? ""))
        }
        if text.isEmpty { return }
        if whole != nil, declaration.isSecret, declaration.shown(text) != text, isOpen(path, said: place) { return }
        take(text, for: declaration, isPath: whole == nil, said: "\(place): \(name)", origin: .file(path, line: line))
    }

    /// - Parameter said: How the setting was named, for what is wrong with it.
    mutating func take(
        _ text: String, for declaration: Declaration, isPath: Bool, said: String, origin: Settings.Origin
    ) {
        var text = text, origin = origin
        if isPath {
            guard declaration.isSecret else { return remark(onUnknown: [declaration.fileVariable]) }
            guard let held = readSecret(text, said: said) else { return }
            origin = .secretFile(text, named: "\(origin)")
            text = held
        }
        do throws(Unfit) { try declaration.check(text) } catch {
            return complain(declaration.name, "\(said) \(error.clause)")
        }
        settings.held[declaration.name] = Settings.Held(text: text, origin: origin)
    }

    /// The text of a secret's own file, without white space around it.
    private mutating func readSecret(_ path: String, said: String) -> String? {
        if isOpen(path, said: said) { return nil }
        guard let data = FileManager.default.contents(atPath: path), data.count <= 65_536,
            let text = String(data: data, encoding: .utf8)?.trimmingCharacters(in: .whitespacesAndNewlines),
            !text.isEmpty
        else {
            complain(path, "\(said) names \(path), which cannot be read, or holds nothing")
            return nil
        }
        return text
    }

    /// Whether anybody at all may read the file, which a secret must not allow.
    private mutating func isOpen(_ path: String, said: String) -> Bool {
        let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        guard let mode, mode.intValue & 0o004 != 0 else { return false }
        complain(path, "\(said): everybody on this machine may read \(path), which holds a secret: chmod o= \(path)")
        return true
    }

    mutating func remark(onUnknown variables: [String]) {
        let known = settings.declarations.flatMap { $0.isSecret ? [$0.variable, $0.fileVariable] : [$0.variable] }
        for variable in variables where !known.contains(variable) {
            let near = Nearest.word(to: variable, among: known.map { $0.lowercased().replacing("_", with: "-") })
            let meant = near.map { ": perhaps \($0.uppercased().replacing("-", with: "_")) was meant" } ?? ""
            let remark = "\(variable) is not a setting, and is not used\(meant)"
            if !settings.remarks.contains(remark) { settings.remarks.append(remark) }
        }
    }

    private mutating func complain(_ field: String, _ sentence: String) { problems.append(Problem(field, sentence)) }
}
