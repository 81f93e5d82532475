internal import Kernel
public import Web

extension House {
    /// What stands around the page that answers this request.
    /// - Parameter notices: what the reader should know of the day shown.
    public func layout(for request: Request, notices: [String] = []) -> Layout {
        Layout(
            councilName: settings.councilName, serviceName: settings.serviceName,
            navigation: navigation(for: request),
            footer: settings.footer.map { Link($0.text, request.link($0.href)) },
            home: request.link("/"),
            asOn: AsOn(
                day: request.on, today: request.today, path: request.path,
                keeping: request.query.without("on", "page").pairs.map { AsOn.Kept($0.name, $0.value) },
                scenario: request.scenario, notices: notices),
            searched: request.path == "/search" ? request.query.first("q") ?? "" : "")
    }

    /// The links of every page, with the one marked whose path is the longest that begins this page's.
    private func navigation(for request: Request) -> [Link] {
        let here = settings.navigation.map(\.href)
            .filter { request.path == $0 || ($0 != "/" && request.path.hasPrefix($0 + "/")) }
            .max { $0.utf8.count < $1.utf8.count }
        return settings.navigation.map { Link($0.text, request.link($0.href), current: $0.href == here) }
    }
}
