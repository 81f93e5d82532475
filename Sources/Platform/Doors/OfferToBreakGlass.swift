public import Kernel
public import Web

extension Route {
    /// What is said in place of "you may not" where one may break the glass: to somebody who has signed in and has
    /// standing, and whether or not there is such a record. Nil for anybody else.
    public func offer(toBreakGlass request: Request, _ refusal: Refusal, in house: House) -> Page? {
        guard case .notAllowed = refusal, !request.isAPI, request.visitor.session != nil,
            opensInNeed(to: request.caller, in: house) != nil
        else { return nil }
        return Page(
            title: "You may not see this",
            body: """
                <p class="govuk-body">Your post or seat does not let you see it.</p>
                <p class="govuk-body">\(
                    Link("I must see it now", "/break-glass/new?to=\(urlPart(request.path))").html)</p>
                """)
    }
}
