import Foundation
import Kernel
import Sealing
public import Settings
public import Store
public import Workflows

/// Looks at whether what is sealed can be opened, without making or changing a key.
public enum KeyDoctor {
    private static let page = "docs/operating/keys.md says how."

    public static func lines(_ location: Location, _ settings: Settings) async -> [DoctorLine] {
        let source = MasterKeySource(location, settings), held: MasterKey?
        do { held = try source.held() } catch {
            return [.wrong("master key", error.sentences.joined(separator: "; "), mend: page)]
        }
        guard let needs = await needs(of: location), let mark = needs.inUse else { return [new(held, location)] }
        guard let held else {
            return [.wrong("master key", "the one with the mark \(mark) is needed, and is not here", mend: lost)]
        }
        let keys = MasterKeys(now: held, before: settings[Settings.masterKeyBefore])
        if let problem = needs.problem(with: keys) {
            return [.wrong("master key", problem, mend: keys[mark] == nil ? lost : page)]
        }
        if held.mark != mark {
            return [
                .warning(
                    "master key", "the one given is new, and the one in use has the mark \(mark)",
                    mend: "Run `thinkchild keys rotate-master`.")
            ]
        }
        return [
            .fine(
                "master key",
                "the one needed is here, with the mark \(mark): if no copy is kept apart, its loss loses what is sealed"
            )
        ]
            + needs.lost.sorted().map { lost in
                .warning(
                    "lost master key", "what the master key \(lost) sealed can be read by nobody",
                    mend: "If it is found, give it as keys.master-old and run `thinkchild keys rotate-master`.")
            }
    }

    private static let lost =
        "Put it back from the copy kept of it. If there is none, `thinkchild keys start-anew` gives up what it sealed."

    private static func new(_ held: MasterKey?, _ location: Location) -> DoctorLine {
        if held != nil { return .fine("master key", "there is one; the database needs none yet") }
        if location.engine == .postgres {
            return .wrong("master key", "none is set, and PostgreSQL needs one", mend: page)
        }
        return .warning(
            "master key", "there is none yet", mend: "The service makes one at its start: keep a copy apart, at once.")
    }

    /// Nil where the database does not answer, of which others tell.
    private static func needs(of location: Location) async -> KeyNeeds? {
        if case .file(let path) = location, !FileManager.default.fileExists(atPath: path) { return nil }
        guard let store = try? Store.open(location) else { return nil }
        defer { store.close() }
        return try? await store.keyNeeds()
    }
}
