internal import Kernel
internal import Records

/// What the page of one record shows.
struct RecordView: Sendable {
    /// A version, and how it differs from the one before.
    struct VersionRow: Sendable {
        let record: Record
        let changes: [Difference]
    }

    /// Things of one kind that point at this one through one field.
    struct Pointer: Sendable {
        let kind: Kind
        let field: Field
        let subjects: [Subject]
        let hasMore: Bool
        let mayAdd: Bool
    }

    /// First to last; never empty.
    let versions: [Record]
    /// The version shown: the one that held on the day, or the nearest.
    let shown: Record
    let name: String
    let standing: Standing
    let pointers: [Pointer]

    var kind: Kind { shown.kind }
    var id: String { shown.id }

    func rows(in words: ValueWords) -> [VersionRow] {
        versions.enumerated().map { position, record in
            VersionRow(
                record: record,
                changes: position == 0
                    ? [] : Difference.between(versions[position - 1], record, in: words).filter { $0.label != "Held" })
        }
    }
}
