#include <sqlite3.h>

// Swift can't call a function with variable arguments.
static inline int csqlite_configure(sqlite3 *database, int option, int value) {
    return sqlite3_db_config(database, option, value, (int *)0);
}

static inline int csqlite_configure_all(int option, int value) {
    return sqlite3_config(option, value);
}

// Swift does not import a macro that casts. SQLite copies the text before the call returns.
static inline int csqlite_bind_text(
    sqlite3_stmt *statement, int index, const char *text, int count) {
    return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}

// SQLite does not copy the text, which is valid until the statement moves to the next row.
static inline void csqlite_result_text(sqlite3_context *context, const char *text, int count) {
    sqlite3_result_text(context, text, count, SQLITE_STATIC);
}

// Rows in the program's memory that statements read as a virtual table: see
// StorageSQLite/Engine/Feed.swift.
typedef struct {
    const char *declaration;
    const void *rows;
    sqlite3_int64 count;
} csqlite_feed;

typedef struct {
    sqlite3_vtab base;
    const csqlite_feed *feed;
} csqlite_feed_table;

typedef struct {
    sqlite3_vtab_cursor base;
    const csqlite_feed *feed;
    sqlite3_int64 row;
} csqlite_feed_cursor;
