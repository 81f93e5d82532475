import Doors
import Kernel
import Partners
import Records
import Web

/// The part of a body's page that tells who sits at its table, as what, and for whom.
struct BodySeatsPage {
    let view: BodyView
    let request: Request

    var html: HTML {
        Piece.section("seats", "Who sits on it", "\(counts)\(table)\(Piece.paragraph("\(add)\(csv)"))")
    }

    private var seats: Table { view.seats }
    private var add: HTML { request.wayToAdd("Add a seat", Seat.kind, "body", view.id) }

    private var csv: HTML {
        .when(!seats.places.isEmpty, ". \(request.way("The seats as a table (CSV)", "/bodies/\(view.id)/seats.csv"))")
    }

    private var counts: HTML {
        guard !seats.places.isEmpty else { return .empty }
        var words = "\(seats.members) \(seats.members == 1 ? "member's seat" : "members' seats")"
        if seats.vacant > 0 { words += ", \(seats.vacant) of them vacant" }
        words += "; \(seats.attendees) for those who attend or advise, who are not members"
        if !seats.lacking.isEmpty { words += "; \(seats.lacking.count) said to be lacking, or proposed" }
        return Piece.paragraph("\(words).")
    }

    private var table: HTML {
        let request = request
        var columns: [Column<Table.Place>] = [
            Column("Role") { "\(Seat.roles.label(of: $0.seat.role))" },
            Column("For") { BodySeatsPage.whom($0, request) },
        ]
        if seats.places.contains(where: { !$0.represents.isEmpty }) {
            columns.append(
                Column("Speaks for") {
                    HTML.joined($0.represents.map { request.way(to: $0, "organisation") }, by: ", ")
                })
        }
        if seats.places.contains(where: { $0.seat.record.text("seniority") != nil }) {
            columns.append(
                Column("Seniority") { "\($0.seat.record.text("seniority").map { Post.grades.label(of: $0) } ?? "")" })
        }
        columns += [
            .number("Seats") { $0.seat.number },
            Column("Standing") { BodySeatsPage.standing($0) },
            Column("Source") { Piece.source($0.seat.record) },
        ]
        return GovUK.table(caption: "Seats", columns, seats.places, empty: "none is recorded.", captionHidden: true)
    }

    private static func whom(_ place: Table.Place, _ request: Request) -> HTML {
        let title: HTML? = place.seat.record.text("title").map { "\($0)" }
        let holder: HTML? = place.holder.map { request.way(to: $0) }
        let organisation: HTML? = place.organisation.map { "<br><span class=\"tc-quiet\">\($0.name)</span>" }
        let area: HTML? = place.area.map { "<br>for \(request.way(to: $0, "area"))" }
        let named = HTML.joined([title, holder].compactMap(\.self), by: ": ")
        let marks = [
            place.seat.record.flag("independent") == true ? "independent" : nil,
            place.seat.record.flag("lay") == true ? "lay member" : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let mark: HTML = .when(!marks.isEmpty, "<br><span class=\"tc-quiet\">\(marks)</span>")
        return "\(named.isEmpty ? "\(place.sectorWords)" : named)\(organisation)\(area)\(mark)"
    }

    private static func standing(_ place: Table.Place) -> HTML {
        if place.seat.record.provenance == .proposed { return GovUK.tag("Proposed", .purple) }
        guard place.isThere else { return GovUK.tag("Said to be lacking", .red) }
        return switch place.seat.standing {
        case "vacant": GovUK.tag("Vacant", .red)
        default: place.isPostVacant ? GovUK.tag("Its post is vacant", .orange) : "Filled"
        }
    }
}
