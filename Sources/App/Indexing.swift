import Doors
import Meetings
import Store

extension Background {
    /// Keeps what the search of meetings looks in up with the records.
    static func indexing(_ store: Store, _ index: IndexMeetings) -> Background {
        Background("search") { _, report in
            var isTold = false
            while !Task.isCancelled {
                do {
                    let hasMore = try await index.step(in: store)
                    isTold = false
                    if !hasMore { try await Task.sleep(for: .seconds(1)) }
                } catch {
                    if !isTold, !Task.isCancelled { report("The search of meetings is behind: it will be tried again") }
                    isTold = true
                    try? await Task.sleep(for: .seconds(5))
                }
            }
        }
    }
}
