import Kernel
import Records
import Store
import Testing

/// A published meeting of 24 March 2026 at which Mia declared a sensitive interest; and who may know what it is.
enum WithheldInterest {
    static let details = "Owns a house in Quillon Street", danger = "A man was violent to her there"
    static let id = "withheld-declared", path = "/interests/withheld-declared"
    static let words = ["Quillon", "violent to her"]
    static let kept = [("person", "mia"), ("details", details), ("danger", danger), ("agreed", "2026-03-25")]

    /// What the records say of the meeting, a line of the terminal each.
    static let lines: [[String]] = [
        ["body", "board", "name=Board", "type=committee"],
        ["seat", "seat-mia", "body=board", "role=member", "person=mia"],
        ["seat", "seat-otto", "body=board", "role=member", "person=otto"],
        ["meeting", "m", "body=board", "on=2026-03-24", "agenda-published=2026-03-01", "status=held"],
        ["agenda-item", "item", "meeting=m", "number=1", "title=Housing", "route=note"],
        [
            "declaration", "declared", "item=item", "seat=seat-mia", "interest=pecuniary", "sensitive=true",
            "left-room=true", "nature=Details withheld under section 32 of the Localism Act 2011",
        ],
    ]

    static func adding(_ line: [String]) -> [String] {
        ["record", "add", line[0], "--id", line[1]] + line.dropFirst(2).flatMap { ["--set", $0] } + [
            "--from", "2026-01-01",
        ]
    }

    static func holds(_ text: String) -> Bool { words.contains(where: text.contains) }
}

extension SignInHouse {
    /// The meeting, with both members able to sign in, and the monitoring officer's post answering for the room.
    static func withInterest(_ engine: Engine) async throws -> (house: SignInHouse, mia: Browser, otto: Browser) {
        let house = try await SignInHouse(engine, responsible: "interests=mo-post")
        let mia = try await house.settle("mia", nil), otto = try await house.settle("otto", nil)
        for line in WithheldInterest.lines { _ = try await house.run(WithheldInterest.adding(line)) }
        return (house, mia, otto)
    }

    /// The monitoring officer, who has kept the details.
    func officer() async throws -> Browser {
        let officer = try await settle("mo", .monitoring)
        _ = try await setUpCodes(officer)
        _ = try await officer.get("/interests/of/declared")
        let said = try await officer.post("/interests/of/declared", WithheldInterest.kept)
        try #require(said.status == 303)
        wait(minutes: 2)
        return officer
    }
}
