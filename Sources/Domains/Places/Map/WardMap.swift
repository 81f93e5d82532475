import Kernel

/// What a map shows: shapes with their names, and what groups them.
struct WardMap: Sendable {
    /// One ward.
    struct Shape: Sendable {
        let ward: AreaSummary
        /// Its number in the table beside the map.
        let number: Int
        let committee: AreaSummary?
        let wedge: AreaSummary?
        let outline: Outline
        /// Whether the page is about it.
        let isMarked: Bool
    }

    let shapes: [Shape]
    /// In the order of their colours.
    let wedges: [AreaSummary]

    /// - Parameters:
    ///   - outlines: by ward; wards without one are left out.
    ///   - marked: the wards the page is about; nil when it is about all of them.
    init(_ tree: AreaTree, outlines: [ID<Area>: Outline], marked: Set<ID<Area>>? = nil) {
        wedges = tree.all("wedge")
        shapes = tree.all("ward").enumerated().compactMap { index, ward in
            guard let outline = outlines[ward.id] else { return nil }
            return Shape(
                ward: ward, number: index + 1, committee: tree.ancestor("committee-area", of: ward.id),
                wedge: tree.ancestor("wedge", of: ward.id), outline: outline,
                isMarked: marked?.contains(ward.id) ?? true)
        }
    }

    /// 1 to 5 by the ward's wedge; 0 when it is in none.
    func tone(of shape: Shape) -> Int {
        guard let wedge = shape.wedge, let index = wedges.firstIndex(where: { $0.id == wedge.id }) else { return 0 }
        return index % 5 + 1
    }
}
