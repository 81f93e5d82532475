import Foundation
public import Kernel
public import Programs
public import Settings

/// Reads one sheet of a workbook (XLSX) as CSV in UTF-8, by xlsx2csv, where the machine has it.
///
/// Numbers come as they are held and not as they are shown: a cell that shows 12.3% holds 0.123. Days come as
/// 2019-04-01, and a line break within a cell as a space, so that a line is a row of the sheet.
public struct ReadWorkbook: Sendable {
    private let reader: Program

    /// - Throws: `.unavailable`, naming the package to install, where the program is missing.
    public init(_ settings: Settings) throws(Refusal) {
        let path = settings[Settings.workbookReader]
        for (path, package) in [(path, "xlsx2csv"), (Program.limiter, "util-linux")] {
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw .unavailable(
                    "Workbooks cannot be read on this machine: there is no \(path). Whoever runs the service can "
                        + "install \(package). Until then save the sheet as CSV, in UTF-8, and send that")
            }
        }
        reader = Program(path: path)
    }

    /// Whether a file that begins so is a packed one, as workbooks are.
    public static func mayBeOne(_ head: some Sequence<UInt8>) -> Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// - Parameters:
    ///   - workbook: Its name in the folder.
    ///   - sheet: The sheet's name; nil for the first.
    ///   - csv: The name that the table is written under.
    ///   - file: What remarks call the workbook.
    /// - Throws: `.invalid` for what is no workbook, is locked, or has no such sheet.
    public func perform(
        _ workbook: String, sheet: String?, to csv: String, called file: String, in folder: PrivateFolder
    ) async throws {
        let which = sheet.map { ["--sheetname", $0] } ?? ["--sheet", "1"]
        let options = ["--no-line-breaks", "--dateformat", "%Y-%m-%d", "--ignore-formats", "float"]
        let outcome: Program.Outcome
        do { outcome = try await reader.run(options + which + [workbook, csv], in: folder) } catch let failure
            as ProgramFailure
        {
            throw Refusal.unavailable("\(file) could not be read: \(failure)")
        }
        guard outcome.status != 0 || !FileManager.default.fileExists(atPath: folder.file(csv)) else { return }
        if let sheet, outcome.complaint.contains("not found") {
            throw Refusal.invalid([Problem(file, "\(file): There is no sheet “\(sheet)” in it")])
        }
        throw Refusal.invalid([
            Problem(
                file,
                "\(file): This cannot be read as a workbook (XLSX): it is damaged, locked, too large, or of another "
                    + "sort: save the sheet as CSV, in UTF-8, and send that")
        ])
    }
}
