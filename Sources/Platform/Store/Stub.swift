import GRDB
#if PostgreSQL
import CPostgres
let v = PQlibVersion()
#endif
