internal import Doors
internal import Kernel
internal import Records
internal import Web

/// The pages by which records of one kind are added, changed from a day, corrected and ended.
struct ChangingRoutes {
    let desk: Desk
    let kind: Kind

    var all: [Route] { [askNew, add, askChange, change, askCorrection, correct, askEnd, end] }

    private var path: String { Paths.list(kind) }
    private var one: String { kind.nounInSentence }

    // MARK: Add

    private var askNew: Route {
        Route(.get, path + "/new", needs: kind.changing, summary: "Ask for a new \(one).") { request, house in
            let typed = request.kept ?? request.query.prefill(of: kind)
            return kind.reply([], .page(try await Asking(desk, kind, request, house).newPage(typed)))
        }
    }

    private var add: Route {
        Route(.post, path + "/new", needs: kind.changing, summary: "Add \(kind.article).") { request, house in
            let asking = Asking(desk, kind, request, house)
            let (draft, problems) = try await asking.newDraft()
            do {
                let id = try await Deed(desk, house, request, problems: problems).add(draft)
                return .see(done(.added, id, request))
            } catch Refusal.invalid(let all) {
                return kind.reply([], .page(try await asking.newPage(request.form, problems: all.onForm)))
            }
        }
    }

    // MARK: Change from a day

    private var askChange: Route {
        Route(
            .get, path + "/:id/change", needs: kind.changing,
            summary: "Ask what changes about one \(one), and from when."
        ) {
            request, house in
            let asking = Asking(desk, kind, request, house)
            let id = try request.recordID()
            var from: Day?, problems: [Problem] = []
            do throws(Refusal) {
                from = try (request.kept ?? request.query).day(CommonKey.from.rawValue, label: "The day")
                if from == nil, Self.asksFrom(request) { problems = [Self.noDay] }
            } catch {
                guard case .invalid(let all) = error else { throw error }
                problems = all
            }
            guard let from else { return .page(try await asking.dayPage(id, problems)) }
            return .page(try await asking.changePage(id, from: from))
        }
    }

    /// Whether the question of the day was sent, though perhaps with nothing in it.
    private static func asksFrom(_ request: Request) -> Bool {
        request.query.pairs.contains { $0.name.hasPrefix("from") }
    }
    private static let noDay = Problem(CommonKey.from.rawValue, "Enter the first day on which it is otherwise")

    private var change: Route {
        Route(.post, path + "/:id/change", needs: kind.changing, summary: "Change one \(one) from a day.") {
            request, house in
            let asking = Asking(desk, kind, request, house)
            let id = try request.recordID()
            let (draft, problems) = try await asking.changeDraft(id)
            do {
                try await Deed(desk, house, request, problems: problems)
                    .change(id, to: draft, seen: request.form.text(RecordForm.seen))
                return .see(done(.changed, id, request))
            } catch Refusal.invalid(let all) {
                let from = draft.day(.from)
                guard let from else { return .page(try await asking.dayPage(id, all.onForm)) }
                return .page(try await asking.changePage(id, from: from, problems: all.onForm))
            } catch Refusal.changedMeanwhile {
                guard let from = draft.day(.from) else { return .page(try await asking.dayPage(id, [Self.noDay])) }
                return .page(try await asking.changePage(id, from: from, isConflict: true), status: 409)
            }
        }
    }

    // MARK: Correct

    private var askCorrection: Route {
        Route(.get, path + "/:id/correct", needs: kind.changing, summary: "Ask what was never so about one \(one).") {
            request, house in
            let asking = Asking(desk, kind, request, house)
            let id = try request.recordID()
            let version = (request.kept ?? request.query).text(CorrectPage.version)
            return .page(try await asking.correctionPage(id, version))
        }
    }

    private var correct: Route {
        Route(.post, path + "/:id/correct", needs: kind.changing, summary: "Correct what one \(one) was said to be.") {
            request, house in
            let asking = Asking(desk, kind, request, house)
            let id = try request.recordID()
            let version = request.form.text(CorrectPage.version)
            let (draft, problems) = try await asking.correctionDraft(id)
            do {
                try await Deed(desk, house, request, problems: problems).correct(
                    id, version: version.flatMap { Int($0) } ?? 1, to: draft,
                    because: request.form.text(CommonInputs.because) ?? "", seen: request.form.text(RecordForm.seen))
                return .see(done(.corrected, id, request))
            } catch Refusal.invalid(let all) {
                return .page(try await asking.correctionPage(id, version, problems: all.onForm))
            } catch Refusal.changedMeanwhile {
                return .page(try await asking.correctionPage(id, version, isConflict: true), status: 409)
            }
        }
    }

    // MARK: End

    private var askEnd: Route {
        Route(.get, path + "/:id/end", needs: kind.changing, summary: "Ask when one \(one) ended.") { request, house in
            .page(try await Asking(desk, kind, request, house).endPage(try request.recordID()))
        }
    }

    private var end: Route {
        Route(.post, path + "/:id/end", needs: kind.changing, summary: "End one \(one).") { request, house in
            let asking = Asking(desk, kind, request, house)
            let id = try request.recordID()
            let (draft, problems) = try await asking.endingDraft()
            do {
                try await Deed(desk, house, request, problems: problems).end(
                    id, by: draft, because: request.form.text(CommonInputs.because) ?? "",
                    seen: request.form.text(RecordForm.seen))
                return .see(done(.ended, id, request))
            } catch Refusal.invalid(let all) {
                return .page(try await asking.endPage(id, problems: all.onForm))
            } catch Refusal.changedMeanwhile {
                return .page(try await asking.endPage(id, wasChanged: true), status: 409)
            }
        }
    }

    private func done(_ done: Done, _ id: String, _ request: Request) -> String {
        request.link(Paths.record(kind, id) + "?done=\(done.rawValue)")
    }
}

extension [Problem] {
    /// What programs are told of `set` is about the form as a whole.
    fileprivate var onForm: [Problem] { map { $0.field == Deed.set ? Problem("", $0.message) : $0 } }
}
