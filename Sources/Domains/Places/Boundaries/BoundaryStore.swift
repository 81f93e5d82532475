import Kernel
import Store

extension Transaction {
    /// Every boundary that is held, by area.
    func outlines() throws -> [ID<Area>: Outline] {
        var outlines: [ID<Area>: Outline] = [:]
        try each("SELECT area, outline FROM places_boundary ORDER BY area") { row in
            if let outline = Outline(text: row.text(1)) { outlines[row.id(0)] = outline }
        }
        return outlines
    }
}
