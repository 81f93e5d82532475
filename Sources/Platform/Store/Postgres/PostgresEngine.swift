#if PostgreSQL
    import Kernel

    /// PostgreSQL behind a store.
    final class PostgresEngine: Backend {
        init(_ url: String, _ settings: StoreSettings, _ counting: Counting) throws {
            throw Refusal.unavailable("PostgreSQL is on its way")
        }

        func add(_ job: Job) {}
        func close(waiting: Bool) {}
    }
#endif
