/// The types of file that are taken: told by what is in them, never by what they are called.
public enum FileType: String, Sendable, CaseIterable, Equatable {
    case pdf, docx, xlsx, pptx, png, jpeg, csv, text

    /// What a browser is told (RFC 9110 8.3).
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .csv: "text/csv; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// The endings that a name of this type may have, the usual first.
    public var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt"]
        default: [rawValue]
        }
    }

    /// As a person would call it, to follow "is".
    public var words: String {
        switch self {
        case .pdf: "a PDF document"
        case .docx: "a Word document"
        case .xlsx: "an Excel workbook"
        case .pptx: "a PowerPoint presentation"
        case .png: "a PNG picture"
        case .jpeg: "a JPEG picture"
        case .csv: "a table of comma-separated values"
        case .text: "plain text"
        }
    }

    /// What may be sent, for a form's hint.
    public static let taken = "PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PNG, JPEG, CSV or plain text"
}
