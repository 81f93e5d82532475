import Foundation

/// Records as JSON, with the keys of the files.
public enum RecordJSON {
    static func text(of versions: [Record]) -> String { "[]" }
}
