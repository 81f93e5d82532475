internal import Doors
internal import Kernel
internal import Records
internal import Web

/// The questions about a record's own fields, as one form asks them.
struct RecordForm: Sendable {
    let kind: Kind
    /// What has been typed so far, or what the record says now.
    let typed: Fields
    let problems: [Problem]
    /// What each field that points may point at, by the field's name.
    let candidates: [String: Candidates]
    /// What is pointed at now.
    let subjects: [String: Subject]
    let search: String

    var inputs: HTML {
        HTML.joined(
            kind.fields.map { field in
                FieldInput(
                    field: field, candidates: candidates[field.name] ?? .many, typed: typed, problems: problems,
                    subjects: subjects, search: search
                ).html
            })
    }

    var common: CommonInputs { CommonInputs(typed: typed, problems: problems) }

    /// A form that is sent to this page's own path, carrying what the reader has seen.
    static func sent(to path: String, seen: String?, _ content: HTML) -> HTML {
        GovUK.form(path, "\(seen.map { GovUK.hidden(Self.seen, $0) })\(content)")
    }

    /// The hidden field that says which state of the record its reader has seen.
    static let seen = "seen"
}
