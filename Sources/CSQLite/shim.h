#include <sqlite3.h>

// Swift can't call a function with variable arguments.
static inline int csqlite_configure(sqlite3 *database, int option, int value) {
    return sqlite3_db_config(database, option, value, (int *)0);
}

static inline int csqlite_configure_all(int option, int value) {
    return sqlite3_config(option, value);
}

// Swift can't see a macro that casts: SQLite copies the text before the call returns.
static inline int csqlite_bind_text(
    sqlite3_stmt *statement, int index, const char *text, int count) {
    return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}
