/// Every setting as a page for operators, written from the declarations.
public enum SettingsPage {
    public static func markdown(_ declarations: [Declaration]) -> String {
        let rows = declarations.map { one in
            let cells = [
                "`\(one.name)`", "`\(one.variable)`", one.kind + unprinted(one),
                one.usual.isEmpty ? "" : "`\(one.usual)`", one.meaning,
            ]
            return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return """
            # Settings

            Written by `bin/golden` from the code. `thinkchild settings` prints what is in force on a machine, and
            where each value came from.

            A setting is given in the environment, by its variable, or in the file that `\(Settings.fileVariable)`
            names, by its name, a line each:

            ```
            # Who runs it, and where it is reached.
            council = Leeds City Council
            allowed-hosts = trust.example.org
            ```

            The environment wins over the file, and an option of the command line over both. A value is the rest of
            its line. A name that is not here, or a value that will not do, stops the service before it starts, with
            the file, the line and the name that was probably meant. A variable that is not here is remarked on. An
            empty value is as good as none.

            What is not printed may also be given as the path of a file that holds it: `THINKCHILD_SECRET_FILE`, or
            `secret-file` in the settings file. A file that holds a secret and that everybody may read is refused.

            | Setting | Variable | What it may be | Usually | What it decides |
            |---|---|---|---|---|

            """ + rows.map { $0 + "\n" }.joined()
    }

    private static func unprinted(_ one: Declaration) -> String {
        guard one.isSecret else { return "" }
        return one.shown("/") == "/" ? "; a password in it is not printed" : "; not printed"
    }
}
