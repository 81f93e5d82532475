import Doors
import Identity
import Web

/// Where somebody who signs in goes in the end: handed from step to step.
struct Onward: Equatable {
    /// A path of this service.
    let to: String
    /// The form that waits to be given back to them, by its secret.
    let kept: String?

    init(to: String = "/", kept: String? = nil) { (self.to, self.kept) = (to, kept) }
    init(_ request: Request) { self.init(to: request.comesBackTo, kept: request.keptForm) }
    init(_ trip: DirectoryTrip) { self.init(to: trip.to, kept: trip.kept) }

    /// Where the next step is asked for.
    func path(after stage: Visitor.Stage) -> String {
        switch stage {
        case .nobody: "/sign-in" + carried
        case .needsCode: "/sign-in/code" + carried
        case .needsSetUp: "/account/codes" + carried
        case .whole: kept.map { "/sign-in/kept?kept=\($0)" } ?? to
        }
    }

    /// As the end of an address.
    var carried: String {
        var parts: [String] = []
        if let kept { parts.append("kept=\(kept)") }
        if to != "/" { parts.append("to=\(urlPart(to))") }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    /// As fields of a form.
    var fields: HTML {
        let to: HTML = .when(to != "/", GovUK.hidden("to", to))
        let kept: HTML? = kept.map { GovUK.hidden("kept", $0) }
        return "\(to)\(kept)"
    }
}
