internal import Kernel
internal import Web

/// Names the documents that sources cite by their short marks.
struct DocumentNames: Sendable {
    /// What `P10` stands for; nil when the mark is all there is.
    let name: @Sendable (String) -> String?

    func words(_ source: Citation) -> String {
        name(source.document).map { "\($0), \(source.paragraph)" } ?? source.description
    }

    func html(_ sources: [Citation]) -> HTML {
        switch sources.count {
        case 0: "<span class=\"tc-quiet\">No source given</span>"
        case 1: HTML(text: words(sources[0]))
        default: Piece.bullets(sources.map { HTML(text: words($0)) })
        }
    }
}
