import Cast
import Doors
import Drafts
import Foundation
import Kernel
import Sealing
import Store
import Testing
import Web

/// A room with one form, which refuses a toy without a colour; and the drafts kept over it.
private struct ToyShop {
    static let noon = Date(timeIntervalSince1970: 1_267_444_800)
    static let clerk = Caller(name: "clerk", roles: [.clerk])
    static let other = Caller(name: "other clerk", roles: [.clerk])

    static let room: Module = {
        let act = Action("toys.add")
        let ask = Route(.get, "/toys/new", needs: act, summary: "Ask for a toy.") { request, _ in
            .page(form(request.typed ?? Fields(), []))
        }
        let add = Route(.post, "/toys/new", needs: act, summary: "Add a toy.") { request, _ in
            if request.form.text("name") == "taken" { throw Refusal.outOfOrder("There is one already") }
            guard request.form.text("colour") != nil else {
                return .page(form(request.form, [Problem("colour", "Enter a colour")]))
            }
            return .see("/toys")
        }
        return Module(
            name: "toys", title: "Toys", schema: Schema(room: "toys", migrations: []),
            policy: Policy([act: [.anyone]]), routes: [ask, add])
    }()

    private static func form(_ typed: Fields, _ problems: [Problem]) -> Page {
        let inputs = ["name", "colour"].map { GovUK.textInput($0, label: $0, value: typed.first($0) ?? "") }
        return Page(title: "Add a toy", problems: problems, body: GovUK.form("/toys/new", inputs.joined()))
    }

    let house: House
    let router: Router

    init(on engine: Engine, _ limits: DraftLimits = DraftLimits()) async throws {
        let modules = Drafts(limits: limits).over([Self.room])
        let store = try await freshStore(on: engine)
        try await store.migrate([Sealing.schema] + modules.map(\.schema))
        house = House(store: store, modules: modules)
        router = Router(modules.flatMap(\.routes))
    }

    func ask(
        _ address: String, _ form: [(String, String)]? = nil, by caller: Caller = clerk, after days: Double = 0
    ) async throws -> Reply {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        let method: Doors.Method = form == nil ? .get : .post
        guard case .route(let route, _) = router.find(method, halves[0]) else { throw Refusal.notFound }
        let now = Self.noon.addingTimeInterval(days * 86_400)
        let request = Request(
            caller: caller, now: now, today: Day(inEnglandAt: now), method: method, path: halves[0],
            query: halves.count > 1 ? try Fields(parsing: halves[1].utf8) : Fields(), form: Fields(form ?? []))
        return try await route.answer(request, house)
    }

    func words(_ address: String, by caller: Caller = clerk, after days: Double = 0) async throws -> String {
        guard case .page(let page, _) = try await ask(address, by: caller, after: days) else { return "" }
        return page.body.string
    }

    /// As the script sends it, which knows nothing of what is typed but the form's own fields.
    func type(_ name: String, in form: String = "/toys/new", after days: Double = 0) async throws -> Reply {
        try await ask(
            "/drafts",
            [("_form", form), ("_title", "Add a toy"), ("_draft", "1"), ("_token", "secret"), ("name", name)],
            after: days)
    }
}

@Suite("Drafts")
struct DraftsTests {
    private static let offered = "You have an unsaved draft of “Add a toy”"

    @Test(
        "A form that is refused is kept, offered, gone on with, and gone once it is taken",
        arguments: Engine.allForTests)
    func refused(engine: Engine) async throws {
        let shop = try await ToyShop(on: engine)
        #expect(try await !shop.words("/toys/new").contains("draft-offer"))
        _ = try await shop.ask("/toys/new", [("_draft", "1"), ("name", "Kite & <string>")])
        let offer = try await shop.words("/toys/new")
        #expect(offer.contains(Self.offered) && !offer.contains("Kite"))
        let taken = try await shop.words("/toys/new?draft=continue")
        #expect(taken.contains("value=\"Kite &amp; &lt;string&gt;\"") && taken.contains("This is your draft"))
        let saved = try await shop.ask("/toys/new", [("_draft", "1"), ("name", "Kite"), ("colour", "red")])
        #expect(saved == .see("/toys"))
        #expect(try await !shop.words("/toys/new").contains("draft-offer"))
    }

    @Test(
        "What the script sends is kept without the form's token, and what came last stands",
        arguments: Engine.allForTests)
    func typed(engine: Engine) async throws {
        let shop = try await ToyShop(on: engine)
        #expect(try await shop.type("K") == .empty)
        #expect(try await shop.type("Kite") == .empty)
        #expect(try await shop.words("/toys/new?draft=continue").contains("value=\"Kite\""))
        let held = try await shop.house.store.read { tx in
            let kept = try tx.rows("SELECT fields FROM drafts_draft").map { $0.text(0) }
            let place = SealedPlace("drafts_draft", "fields", of: "clerk /toys/new")
            let opened = try kept.map { try tx.open(words: $0, for: SealedFor("drafts", "clerk"), at: place) }
            return (kept, opened)
        }
        #expect(held.1 == ["name=Kite"])
        #expect(held.0.allSatisfy { !$0.contains("Kite") }, "what was typed lies open in the database")
    }

    @Test("A refusal that leaves no form on the page keeps what was typed all the same", arguments: Engine.allForTests)
    func refusedWhole(engine: Engine) async throws {
        let shop = try await ToyShop(on: engine)
        await #expect(throws: Refusal.outOfOrder("There is one already")) {
            _ = try await shop.ask("/toys/new", [("_draft", "1"), ("name", "taken"), ("colour", "red")])
        }
        #expect(try await shop.words("/toys/new?draft=continue").contains("value=\"taken\""))
    }

    @Test("A draft is its owner's alone, and can be let go", arguments: Engine.allForTests)
    func owners(engine: Engine) async throws {
        let shop = try await ToyShop(on: engine)
        _ = try await shop.type("Kite")
        #expect(try await !shop.words("/toys/new", by: ToyShop.other).contains("draft-offer"))
        #expect(try await !shop.words("/toys/new?draft=continue", by: ToyShop.other).contains("Kite"))
        #expect(try await shop.words("/drafts", by: ToyShop.other).contains("you have none"))
        _ = try await shop.ask("/drafts/discard", [("_form", "/toys/new")], by: ToyShop.other)
        #expect(try await shop.words("/drafts").contains("/toys/new?draft=continue"))
        let left = try await shop.ask("/drafts/discard", [("_form", "/toys/new")])
        #expect(left == .see("/toys/new"))
        #expect(try await shop.words("/drafts").contains("you have none"))
    }

    @Test("Strangers keep none: they would find one another's")
    func strangers() async throws {
        let shop = try await ToyShop(on: .sqlite)
        _ = try await shop.ask("/toys/new", [("_draft", "1"), ("name", "Kite")], by: .stranger)
        #expect(try await !shop.words("/toys/new?draft=continue", by: .stranger).contains("Kite"))
        await #expect(throws: Refusal.notFound) {
            _ = try await shop.ask("/drafts", [("_form", "/toys/new"), ("name", "Kite")], by: .stranger)
        }
    }

    @Test("A draft outlives its days by none, and is then taken away", arguments: Engine.allForTests)
    func expiry(engine: Engine) async throws {
        let shop = try await ToyShop(on: engine, DraftLimits(daysKept: 30))
        _ = try await shop.type("Kite")
        #expect(try await shop.words("/toys/new", after: 30).contains("30 days ago"))
        #expect(try await !shop.words("/toys/new", after: 30.01).contains("draft-offer"))
        _ = try await shop.type("Ball", in: "/toys/other", after: 31)
        let forms = try await shop.house.store.read { tx in
            try tx.rows("SELECT form FROM drafts_draft").map { $0.text(0) }
        }
        #expect(forms == ["/toys/other"])
    }

    @Test("Too long a draft is refused, and the oldest makes room for too many", arguments: Engine.allForTests)
    func limits(engine: Engine) async throws {
        let shop = try await ToyShop(on: engine, DraftLimits(bytesMax: 40, draftsMax: 2))
        await #expect(throws: Refusal.self) { _ = try await shop.type(String(repeating: "long ", count: 10)) }
        // The form itself still comes back with everything in it.
        let back = try await shop.ask("/toys/new", [("_draft", "1"), ("name", String(repeating: "long ", count: 10))])
        guard case .page(let page, 422) = back else { Issue.record("\(back)"); return }
        #expect(page.body.string.contains("long long"))
        for (days, form) in ["/a", "/b", "/c"].enumerated() {
            _ = try await shop.type("x", in: form, after: Double(days))
        }
        let list = try await shop.words("/drafts", after: 3)
        #expect(!list.contains("/a?") && list.contains("/b?") && list.contains("/c?"))
    }

    @Test("What is no path of a form is no draft", arguments: ["", "toys", "//elsewhere.example/x"])
    func paths(form: String) async throws {
        let shop = try await ToyShop(on: .sqlite)
        await #expect(throws: Refusal.self) { _ = try await shop.type("Kite", in: form) }
        await #expect(throws: Refusal.self) { _ = try await shop.ask("/drafts/discard", [("_form", form)]) }
    }

    @Test("A page with a form may not be kept by a browser")
    func unkept() async throws {
        let shop = try await ToyShop(on: .sqlite)
        for route in shop.house.routes where route.method == .get { #expect(route.isUnkept, "\(route)") }
    }
}

@Suite("Which forms are kept as drafts")
struct DraftedFormTests {
    private static func isDrafted(_ content: HTML, upload: Bool = false) -> Bool {
        GovUK.form("/x", upload: upload, content).string.contains("data-draft=")
    }

    @Test("Those that ask more than one thing")
    func fields() {
        let name = GovUK.textInput("name", label: "Name"), note = GovUK.textarea("note", label: "Note")
        #expect(Self.isDrafted(name + note))
        #expect(!Self.isDrafted(name))
        #expect(!Self.isDrafted(name + GovUK.hidden("seen", "1") + GovUK.button("Save")))
        let answers = [GovUK.Choice("a", "A"), GovUK.Choice("b", "B")]
        #expect(!Self.isDrafted(GovUK.radios("one", legend: "One question", answers)))
    }

    @Test("Not those with a password or a file in them")
    func secrets() {
        let name = GovUK.textInput("name", label: "Name") + GovUK.textInput("more", label: "More")
        let password: HTML = "<input class=\"govuk-input\" name=\"word\" type=\"password\">"
        #expect(!Self.isDrafted(name + password))
        #expect(!Self.isDrafted(name + GovUK.fileUpload("file", label: "File"), upload: true))
        #expect(!Self.isDrafted(name + GovUK.fileUpload("file", label: "File")))
    }

    @Test("What somebody typed is not taken for a field")
    func typed() {
        let trap = GovUK.textInput("name", label: "Name", value: "<input name=\"b\"><input type=\"password\">")
        #expect(!Self.isDrafted(trap))
        #expect(Self.isDrafted(trap + GovUK.textInput("more", label: "More")))
    }
}
