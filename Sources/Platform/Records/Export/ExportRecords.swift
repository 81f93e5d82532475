internal import YAML

/// Everything in a book as the files of one folder, in the format that is read: the same book always gives the same
/// bytes.
public struct ExportRecords: Sendable {
    /// One file of the folder.
    public struct File: Sendable, Equatable {
        public let name: String
        public let text: String

        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// Things in one file; a kind with more is parted, so that each file stays within what is read.
    static let thingsMax = 10_000

    let registry: Registry
    public init(_ registry: Registry) { self.registry = registry }

    /// `01-areas.yaml`, `02-settings.yaml` and so on, in the order in which the kinds refer to one another.
    public func files(of book: Book) -> [File] {
        var files: [File] = []
        for (position, kind) in registry.kinds.enumerated() {
            let things = book.identifiers(of: kind.name).sorted().map { book[$0] }
            let parts = stride(from: 0, to: things.count, by: Self.thingsMax).map { start in
                Array(things[start..<min(things.count, start + Self.thingsMax)])
            }
            for (number, part) in parts.enumerated() {
                let suffix = parts.count > 1 ? "-\(number + 1)" : ""
                let prefix = position < 9 ? "0\(position + 1)" : "\(position + 1)"
                files.append(File(name: "\(prefix)-\(kind.plural)\(suffix).yaml", text: Self.text(of: part, as: kind)))
            }
        }
        return files
    }

    /// The same as one text.
    public func text(of book: Book) -> String {
        let pairs = registry.kinds.compactMap { kind -> YAMLPair? in
            let entries = book.identifiers(of: kind.name).sorted().map { RecordNode.entry(of: book[$0]) }
            return entries.isEmpty ? nil : YAMLPair(kind.plural, .list(entries))
        }
        return pairs.isEmpty ? "" : YAMLWriter.text(.mapping(pairs))
    }

    private static func text(of things: [[Record]], as kind: Kind) -> String {
        YAMLWriter.text(.mapping([YAMLPair(kind.plural, .list(things.map(RecordNode.entry(of:))))]))
    }
}
