import GRDB
#if PostgreSQL
import CPostgres
#endif
