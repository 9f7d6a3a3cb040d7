#include "pages.h"

#include <stdint.h>

// An open book. The system's own file follows it in memory.
typedef struct {
    sqlite3_file base;
    int is_known;        // whether the next two are what the file says
    cpages_state state;
    int page_size;       // 0 for a file without bytes
    int is_new;          // whether an empty file becomes a protected one
    int is_tolerant;     // whether wrong pages are read
    unsigned wrong_page;
} cpages_book;

// The system's file of a book.
sqlite3_file *cpages_file(sqlite3_file *base);

// A number of four bytes as SQLite writes it.
uint32_t cpages_big_endian(const unsigned char *bytes);

// The mark of page 1: its file change counter and its schema cookie, which programs that copy pages
// to an existing file change as well (https://sqlite.org/fileformat.html#the_database_header).
uint32_t cpages_mark(const unsigned char *page);

// What the last bytes of a page should be: its checksum; on page 1 half of it, and the mark.
void cpages_make_seal(
    unsigned char seal[CPAGES_RESERVED], const unsigned char *page, int size, uint32_t number);

// Whether the last bytes of a page are what they should be.
int cpages_has_seal(const unsigned char *page, int size, uint32_t number);

// Reads the state of a book from its page 1, unless it is known.
int cpages_learn(cpages_book *book);

// What `cpages_seal` and `cpages_scan` do.
int cpages_seal_book(cpages_book *book);
int cpages_scan_book(cpages_book *book, cpages_findings *findings);
