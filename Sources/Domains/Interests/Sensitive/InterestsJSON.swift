import Web

extension [InterestLine] {
    /// The body of `GET /api/v1/interests`, and what the terminal prints.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("interests", self) { json, line in
                json.object { json in
                    json.field("declaration", line.declaration)
                    json.field("name", line.name)
                    json.field("on", "\(line.on)")
                    json.field("held", line.isHeld)
                }
            }
        }
        return json.bytes
    }
}
