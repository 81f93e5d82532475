import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

/// Who has come to a body's meetings, by its registers: a picture and tables.
struct AttendancePage {
    let body: Named
    let attendance: AttendanceOverTime
    let names: [String: String]
    let lowest: Int
    let request: Request

    static let routes: [Route] = [
        Route(
            .get, "/bodies/:body/attendance", needs: .readMeetings,
            summary: "Who has come to a body's meetings, by member, organisation, sector and seniority."
        ) { request, house in
            let body: ID<Body> = try request.id("body"), cache = house.store.kept(orKeep: { RegisterCache() })
            let page = try await house.reading(request) { reading, tx in
                guard try reading.versions(of: body.text).first?.kind.name == Body.kind.name else {
                    throw Refusal.notFound
                }
                return try AttendancePage(
                    of: body, try reading.registers(of: body, keptIn: cache, tx), in: reading, request)
            }
            return .page(page.page)
        }
    ]

    private init(
        of body: ID<Body>, _ registers: BodyRegisters, in reading: DayBook, _ request: Request
    ) throws {
        self.body = try reading.named(body)
        self.request = request
        attendance = AttendanceOverTime(registers, until: reading.on)
        lowest = try AttendanceView(of: body, in: reading).lowest.value
        var names: [String: String] = [:]
        let keys = attendance.shares(by: .seat).map(\.key) + attendance.shares(by: .organisation).map(\.key)
        try reading.prefetch(keys)
        for key in keys where !key.isEmpty { names[key] = try reading.name(of: key) }
        self.names = names
    }

    var page: Page {
        Page(
            title: "Who has come to \(body.name)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link(body.name, request.link("/bodies/\(body.id)/meetings")),
            ],
            body: attendance.isEmpty
                ? nothing
                : "\(lead)\(picture)\(sittings)\(shares)"
        )
    }

    private var picture: HTML { AttendanceChartPicture(attendance: attendance, name: body.name, lowest: lowest).html }

    /// What is left out, and why.
    private var partial: HTML {
        .when(
            attendance.partial > 0,
            """
            \(attendance.partial == 1 ? "1 register leaves" : "\(attendance.partial) registers leave") out a member, so \
            that nobody can tell how many came, and \(attendance.partial == 1 ? "is" : "are") not counted. \

            """)
    }

    private var nothing: HTML {
        Piece.paragraph(
            """
            \(partial)No register of a whole meeting is held up to \(request.on.long), which is not to say that it is well attended. \
            \(request.way("What papers say of its attendance", "/bodies/\(body.id)#attendance")).
            """)
    }

    private var lead: HTML {
        let below = attendance.sittings.count { $0.percent < lowest }
        return Piece.paragraph(
            """
            From the registers of \(attendance.sittings.count) meetings up to \(request.on.long). \(below) of them \
            were attended by fewer than \(lowest)% of the members, which is the lowest acceptable. \(partial)A seat counts as \
            taken when its holder or a substitute came; attendees, advisers and observers are not counted.
            """)
    }

    private var sittings: HTML {
        let (request, lowest) = (request, lowest)
        let columns: [Column<AttendanceOverTime.Sitting>] = [
            Column("Meeting") { request.way($0.on.long, "/meetings/\($0.meeting)") },
            .number("Members") { $0.members }, .number("Came") { $0.there },
            Column("Share", numeric: true) { "\($0.percent)%" },
            Column("Against \(lowest)%") { $0.percent < lowest ? GovUK.tag("Below", .red) : "Not below" },
        ]
        return GovUK.table(caption: "Meetings", columns, attendance.sittings.reversed().prefix(60))
    }

    private var shares: HTML {
        let parts: [HTML] = AttendanceOverTime.Grouping.allCases.map { grouping in
            let columns: [Column<AttendanceOverTime.Share>] = [
                .text(title(grouping)) { name($0.key, grouping) },
                .number("Asked") { $0.places }, .number("Came") { $0.there },
                Column("Share", numeric: true) { "\($0.percent)%" },
                .text("Last came") { $0.lastCame?.long ?? "Never" },
            ]
            return GovUK.table(caption: "By \(title(grouping).lowercased())", columns, attendance.shares(by: grouping))
        }
        return Piece.section("shares", "Who comes", "\(parts)")
    }

    private func title(_ grouping: AttendanceOverTime.Grouping) -> String {
        switch grouping {
        case .seat: "Member"
        case .organisation: "Organisation"
        case .sector: "Sector"
        case .seniority: "Seniority"
        }
    }

    private func name(_ key: String, _ grouping: AttendanceOverTime.Grouping) -> String {
        if key.isEmpty { return "Not said" }
        return switch grouping {
        case .seat, .organisation: names[key] ?? key
        case .sector: Organisation.sectors.label(of: key)
        case .seniority: Post.grades.label(of: key)
        }
    }
}
