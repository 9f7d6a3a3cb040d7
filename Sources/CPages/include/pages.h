#include <sqlite3.h>

// A file system layer for SQLite (https://sqlite.org/vfs.html) that keeps a checksum of every page of
// a book, so that damage to the file is an error instead of a wrong figure.
//
// The checksum is in the last 8 bytes of a page, which SQLite leaves to extensions ("reserved space",
// https://sqlite.org/fileformat.html#resb). It is written with the page and compared whenever the
// page is read; a page that differs makes the read fail with SQLITE_IOERR_DATA.
//
// Other programs write pages without checksums, which is no damage. Every write changes the file
// change counter on page 1, and page 1 also has a mark that was made from the counter when this layer
// wrote last. If the two do not fit, or the file is in WAL mode, the file is "changed by others": its
// pages are read without comparison, and none gets a checksum until `cpages_seal` gives one to all.

// The bytes of a page that are reserved for its checksum.
enum { CPAGES_RESERVED = 8 };

typedef enum {
    CPAGES_UNPROTECTED,  // its pages have no room for checksums
    CPAGES_PROTECTED,    // every page has the checksum of what was written last
    CPAGES_CHANGED       // another program has written to it since
} cpages_state;

// What `cpages_scan` found.
typedef struct {
    cpages_state state;
    unsigned wrong;        // how many pages differ from their checksum; 0 unless protected
    unsigned first[50];    // the numbers of the first of these, from 1 on
} cpages_findings;

// Registers the layer. To be called once.
int cpages_register(void);

// The name of the layer for sqlite3_open_v2; NULL, which means that of the system, if it is not
// registered.
const char *cpages_layer(void);

// Makes a new file, which has no bytes yet, a protected one. To be called before anything is written.
int cpages_protect_new(sqlite3 *database);

// Reserves room for checksums in an unprotected file once VACUUM rewrites it.
int cpages_reserve(sqlite3 *database);

// Sets `state` to that of the file. The caller is in a transaction.
int cpages_read_state(sqlite3 *database, cpages_state *state);

// Gives every page of a file that others have changed the checksum of its present content. The caller
// is in a transaction that may write. Pages do not change otherwise, so this is safe if the program
// ends in the middle, and if the transaction is rolled back.
int cpages_seal(sqlite3 *database);

// Compares all pages that are in use with their checksums. The caller is in a transaction.
int cpages_scan(sqlite3 *database, cpages_findings *findings);

// Reads pages from now on even if their checksums are wrong, to find out what else is.
int cpages_tolerate(sqlite3 *database);

// The number of the page that made the last read fail with SQLITE_IOERR_DATA; 0 if none did.
unsigned cpages_wrong_page(sqlite3 *database);
