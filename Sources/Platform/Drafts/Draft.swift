internal import Doors
internal import Foundation
internal import Web

/// What somebody typed in a form and has not sent, or has sent and was asked to mend.
struct Draft: Sendable, Equatable {
    /// Whose it is: the caller's name.
    let owner: String
    /// The path to which the form is sent, such as `/records/posts/new`.
    let form: String
    /// What the form's page is called.
    let title: String
    let fields: Fields
    let keptAt: Date

    /// The form with what was typed in it.
    var way: String { "\(form)?\(DraftMark.asked)=\(DraftMark.goOn)" }

    /// How long ago it was kept, as a person would say it.
    func age(at now: Date) -> String {
        let minutes = max(0, Int(now.timeIntervalSince(keptAt) / 60))
        switch minutes {
        case 0: return "less than a minute ago"
        case 1: return "a minute ago"
        case ..<60: return "\(minutes) minutes ago"
        case ..<120: return "an hour ago"
        case ..<1_440: return "\(minutes / 60) hours ago"
        case ..<2_880: return "yesterday"
        default: return "\(minutes / 1_440) days ago"
        }
    }
}

/// The names by which forms, addresses and the service speak of drafts.
enum DraftMark {
    /// In an address: whether to go on with the draft.
    static let asked = "draft"
    static let goOn = "continue"
    /// Beside the fields of a form, when the browser keeps it: where the form is sent, and its page's title.
    static let form = "_form"
    static let title = "_title"
    /// Fields that are about the form and no part of what was typed.
    static let ours = [GovUK.draftField, Page.tokenField, form, title]
}

extension Fields {
    /// What was typed, without what only says that it is a form.
    var typed: Fields { Fields(pairs.filter { !DraftMark.ours.contains($0.name) }.map { ($0.name, $0.value) }) }

    /// As a form sends it.
    var encoded: String { pairs.map { "\(urlPart($0.name))=\(urlPart($0.value))" }.joined(separator: "&") }
}
