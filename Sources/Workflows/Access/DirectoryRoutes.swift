import Doors
import Foundation
import Identity
import Kernel
import Outbound
import SingleSignOn
import Web

/// Signing in with the council's own directory: there, and back.
enum DirectoryRoutes {
    static let path = "/sign-in/directory"
    private static let back = SignOnSettings.backPath

    static var all: [Route] { [setOut, comeBack] }

    /// Asked for as a page and not sent as a form: a form may lead nowhere but to this service, and this leads away.
    private static let setOut = Route(
        .get, path, needs: .signIn, summary: "Go to the council's directory to sign in there."
    ) { request, house in
        let identity = try house.signingIn(), onward = Onward(request)
        guard let directory = house.directory else { throw Refusal.notFound }
        if request.visitor.stage != .nobody { return .see(onward.path(after: request.visitor.stage)) }
        do {
            let (address, pending) = try await directory.begin(now: request.now)
            // One browser may set out twice, from two of its windows.
            let mark = request.directoryMark ?? .fresh()
            let trip = DirectoryTrip(
                begun: try JSONEncoder().encode(pending), to: onward.to, kept: onward.kept, mark: mark)
            try await identity.setOut(trip, state: pending.state, from: request.coming, at: request.now)
            return .leave(for: try WebAddress(address), holding: mark)
        } catch let failure as SignOnFailure {
            return DirectoryPage(failure, onward).reply(because: failure.why)
        }
    }

    private static let comeBack = Route(
        .get, back, needs: .signIn, summary: "Come back from the council's directory, signed in or not."
    ) { request, house in
        let identity = try house.signingIn(), brought = request.query
        guard let directory = house.directory else { throw Refusal.notFound }
        guard let state = brought.first("state"), let mark = request.directoryMark,
            let trip = try await identity.comeBack(state: state, mark: mark, at: request.now),
            let pending = try? JSONDecoder().decode(PendingSignOn.self, from: trip.begun)
        else {
            // Whoever goes back a page once they are in comes here again: nothing is wrong with that.
            if request.visitor.stage != .nobody { return .see(Onward().path(after: request.visitor.stage)) }
            return DirectoryPage(.stale, Onward()).reply
        }
        let onward = Onward(trip)
        do {
            let claims = try await directory.finish(
                code: brought.first("code"), state: state, error: brought.first("error"),
                issuer: brought.first("iss"), pending: pending, now: request.now)
            let person = DirectoryPerson(
                issuer: claims.issuer, subject: claims.subject, email: claims.emailVerified ? claims.email : nil,
                hasProvedTwice: claims.hasProvedTwice)
            let signedIn = try await identity.signIn(
                person, replacing: request.session, from: request.coming, at: request.now, on: request.today)
            guard let signedIn else { return DirectoryPage(.unknown, onward).reply }
            // Not sent on by the directory's own redirect: the browser would leave its form's cookie behind, and with
            // it what it may have sent before its session ended.
            return .signedIn(signedIn.secret, .page(GoingOnPage(to: onward.path(after: signedIn.stage)).page))
        } catch let failure as SignOnFailure {
            return DirectoryPage(failure, onward).reply(because: failure.why)
        }
    }
}

extension SignOnFailure {
    /// For whoever runs the service. Of what came from outside only letters are kept.
    var why: String {
        switch self {
        case .stateMismatch: "the answer belongs to another sign-in"
        case .tooLate: "the answer came too late"
        case .refused(let code): "the directory said \(code.filter { $0.isLetter || "_0123456789".contains($0) })"
        case .wrongIssuer: "the answer came from another directory"
        case .badDirectory(let what): "the directory cannot be used: \(what)"
        case .unreachable: "the directory does not answer"
        case .doubted(let doubt): "the directory's token is not believed: \(doubt)"
        }
    }
}
