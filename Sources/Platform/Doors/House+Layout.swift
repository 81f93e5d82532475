internal import Identity
public import Kernel
public import Web

extension House {
    /// What stands around the page that answers this request.
    /// - Parameters:
    ///   - notices: what the reader should know of the day shown.
    ///   - action: what it took to see it; nil for a page that says what went wrong.
    public func layout(for request: Request, notices: [String] = [], action: Action? = nil) -> Layout {
        var layout = Layout(
            councilName: settings.councilName, serviceName: settings.serviceName,
            navigation: navigation(for: request),
            footer: settings.footer.map { Link($0.text, request.link($0.href)) },
            home: request.link("/"),
            asOn: isOfNoDay(request)
                ? nil
                : AsOn(
                    day: request.on, today: request.today, path: request.path,
                    keeping: request.query.without("on", "page").pairs.map { AsOn.Kept($0.name, $0.value) },
                    scenario: request.scenario, notices: notices),
            searched: request.path == "/search" ? request.query.first("q") ?? "" : "")
        guard identity != nil else { return layout }
        layout.account =
            switch request.visitor.stage {
            case .nobody: Link("Sign in", request.signInPath)
            case .needsCode: Link("Finish signing in", "/sign-in/code")
            case .needsSetUp: Link("Finish signing in", "/account/codes")
            case .whole: Link(request.visitor.personName ?? "Your account", "/account")
            }
        layout.why = action.flatMap { why(request, $0) }
        return layout
    }

    /// Coming in is done now, whatever day is looked at; and what its addresses carry is not to be said again.
    private func isOfNoDay(_ request: Request) -> Bool {
        ["/sign-in", "/invitation/", "/forgotten"].contains { request.path.hasPrefix($0) }
    }

    /// Why the reader may see a page, in a sentence.
    private func why(_ request: Request, _ action: Action) -> String? {
        if action == .ownAccount { return "You can see this page because it is about yourself." }
        if policy.isPublic(action) {
            return request.path.hasPrefix("/invitation/")
                ? "Only whoever has this address can see this page." : "Anyone may see this page."
        }
        guard let grant = request.caller.reasons(for: action, under: policy).first else {
            return opened(request, action)
        }
        let until = grant.until.map { ", until \($0.long)" } ?? ""
        return "You can see this page because you \(grant.because)\(until)."
    }

    /// The same for a record that one may read for a while.
    private func opened(_ request: Request, _ action: Action) -> String? {
        let here = Set(request.parameters.values)
        for grant in request.caller.grants {
            guard let opening = grant.opening, opening.action == action, here.contains(opening.id),
                request.now < opening.endsAt
            else { continue }
            return "You can see this page because you \(grant.because). This ends at \(Moment.words(opening.endsAt))."
        }
        return nil
    }

    /// The links of every page, with the one marked whose path is the longest that begins this page's.
    private func navigation(for request: Request) -> [Link] {
        let here = settings.navigation.map(\.href)
            .filter { request.path == $0 || ($0 != "/" && request.path.hasPrefix($0 + "/")) }
            .max { $0.utf8.count < $1.utf8.count }
        return settings.navigation.map { Link($0.text, request.link($0.href), current: $0.href == here) }
    }
}
