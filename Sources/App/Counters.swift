import Doors
import Store

extension StoreCounters {
    /// As `/metrics` shows them.
    var shown: [House.Counter] {
        [
            House.Counter("thinkchild_store_reads_total", help: "Reads asked of the database.", value: Double(reads)),
            House.Counter("thinkchild_store_writes_total", help: "Writes that were kept.", value: Double(writes)),
            House.Counter(
                "thinkchild_store_commits_total", help: "Commits, each one flush to disk.", value: Double(commits)),
            House.Counter(
                "thinkchild_store_group_size_max", help: "The most writes that shared a flush.",
                value: Double(groupSizeMax)),
            House.Counter(
                "thinkchild_store_busy_total", help: "Times that the database was busy.", value: Double(busy)),
            House.Counter(
                "thinkchild_store_retries_total", help: "Writes tried again after meeting another.",
                value: Double(retries)),
            House.Counter(
                "thinkchild_store_reconnects_total", help: "Connections made anew.", value: Double(reconnects)),
        ]
    }
}
