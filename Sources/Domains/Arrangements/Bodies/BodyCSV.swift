import Kernel
import Partners
import Records
import Web

extension Table {
    /// A row a seat, the chair first.
    var csv: [UInt8] {
        Web.csv(
            [
                "id", "role", "for kind", "for id", "for", "organisation", "speaks for", "title", "sector", "seniority",
                "seats", "standing", "sources",
            ],
            places.map { place in
                let seat = place.seat
                return [
                    seat.id.text, seat.role, place.holder?.kind ?? "", place.holder?.id ?? "", place.holder?.name ?? "",
                    place.organisation?.name ?? "", place.represents.map(\.name).joined(separator: "; "),
                    seat.record.text("title") ?? "",
                    seat.sector ?? "", seat.record.text("seniority") ?? "", "\(seat.number)",
                    place.isThere ? seat.standing : "lacking",
                    seat.record.sources.map(\.description).joined(separator: "; "),
                ]
            })
    }
}

extension AttendanceView {
    /// A row a figure, as its source gives it.
    var csv: [UInt8] {
        Web.csv(
            ["id", "when", "measure", "comparator", "per cent", "below the lowest acceptable", "trend", "sources"],
            figures.map { figure in
                [
                    figure.id.text, figure.record.day("meeting")?.description ?? "", figure.measure,
                    figure.comparator.rawValue,
                    "\(figure.percent)", figure.isBelow(lowest).map { $0 ? "yes" : "no" } ?? "cannot tell",
                    figure.trend ?? "",
                    figure.record.sources.map(\.description).joined(separator: "; "),
                ]
            })
    }
}
