public import Foundation
public import Kernel
import Outbound
public import SingleSignOn

/// Looks at whether the council's directory can be reached, and can be used.
public enum DirectoryDoctor {
    private static let mend = "docs/operating/directory.md says how."

    /// Empty where no directory is set.
    public static func lines(at now: Date, _ settings: () throws(Refusal) -> SignOnSettings?) async -> [DoctorLine] {
        do throws(Refusal) {
            guard let settings = try settings() else { return [] }
            return [await line(SingleSignOn(settings, by: Outbound()), at: now)]
        } catch {
            return [.wrong("directory", error.sentences.joined(separator: "; "), mend: mend)]
        }
    }

    static func line(_ directory: SingleSignOn, at now: Date) async -> DoctorLine {
        let place = "\(directory.settings.issuer)"
        do {
            try await directory.look(at: now)
            return .fine("directory", "\(place) answers, and sends people back to \(directory.settings.redirect)")
        } catch let failure as SignOnFailure {
            return .wrong("directory", "\(place): \(failure.why)", mend: mend)
        } catch {
            return .wrong("directory", "\(place) cannot be asked", mend: mend)
        }
    }
}
