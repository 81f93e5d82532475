import Kernel
public import Settings

/// Looks at what the operator decided.
public enum SettingsDoctor {
    public static func lines(_ reading: SettingsReading, secret: Setting<Secret?>) -> [DoctorLine] {
        let problems = reading.problems.map { problem in
            DoctorLine.wrong("settings", problem.message, mend: "docs/operating/settings.md lists what each may be.")
        }
        let remarks = reading.settings.remarks.map { remark in
            DoctorLine.warning("settings", remark, mend: "Correct its name, or take it out.")
        }
        let all = problems + remarks
        let count = reading.settings.declarations.count { reading.settings.origin(of: $0) != .usual }
        let fine = DoctorLine.fine("settings", "all that is set can be used: \(count) of them, the rest as usual")
        return (all.isEmpty ? [fine] : all) + [line(reading.settings[secret])]
    }

    private static func line(_ secret: Secret?) -> DoctorLine {
        let make =
            "Make one with `openssl rand -hex 32`, put it in a file that only the service may read, and set "
            + "THINKCHILD_SECRET_FILE to its path."
        guard let secret else {
            return .warning(
                "secret",
                "none is set: forms that are open when the service restarts must be sent twice, and two "
                    + "machines cannot share the work", mend: make)
        }
        let words = ["changeme", "password", "secret", "example", "thinkchild", "12345678"]
        if Set(secret.text).count < 8 || words.contains(where: secret.text.lowercased().contains) {
            return .wrong("secret", "it can be guessed", mend: make)
        }
        return .fine("secret", "set")
    }
}
