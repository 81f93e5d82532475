public import Foundation

/// Files that are written from the code, kept under `docs/`, and read by people in the diff of every change.
///
/// `bin/golden` sets `THINKCHILD_GOLDEN=write` and runs every test with "golden" in its name.
public enum Golden {
    /// The top of the repository.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    public static var isWriting: Bool { ProcessInfo.processInfo.environment["THINKCHILD_GOLDEN"] == "write" }

    /// Writes the text when golden files are being written; otherwise compares it with the file.
    /// - Parameter path: from the top of the repository, such as `docs/generated/routes.txt`.
    /// - Returns: nil when they agree, or else the sentence to fail with.
    public static func difference(_ text: String, from path: String) throws -> String? {
        let file = root.appending(path: path)
        if isWriting {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return nil
        }
        guard let held = try? String(contentsOf: file, encoding: .utf8) else {
            return "There is no \(path): run bin/golden, read what it wrote, and commit it"
        }
        return held == text ? nil : "\(path) \(firstDifference(held, text)): run bin/golden and review the difference"
    }

    private static func firstDifference(_ held: String, _ made: String) -> String {
        let lines = [held, made].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        for (number, pair) in zip(lines[0], lines[1]).enumerated() where pair.0 != pair.1 {
            return "line \(number + 1) has \"\(pair.0)\" and the code says \"\(pair.1)\""
        }
        return "has \(lines[0].count) lines and the code says \(lines[1].count)"
    }
}
