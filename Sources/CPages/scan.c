#include "book.h"

#include <stdlib.h>
#include <string.h>

// Reads what page 1 says (https://sqlite.org/fileformat.html#the_database_header).
int cpages_learn(cpages_book *book) {
    unsigned char header[100], seal[CPAGES_RESERVED];
    sqlite3_int64 size;
    sqlite3_file *real = cpages_file(&book->base);
    if (book->is_known) return SQLITE_OK;
    int code = real->pMethods->xFileSize(real, &size);
    if (code != SQLITE_OK) return code;
    if (size < 512) {
        // SQLite has not decided on the size of pages yet.
        book->page_size = 0;
        book->state = book->is_new ? CPAGES_PROTECTED : CPAGES_UNPROTECTED;
        book->is_known = 1;
        return SQLITE_OK;
    }
    code = real->pMethods->xRead(real, header, sizeof header, 0);
    if (code != SQLITE_OK) return code;
    int page_size = header[16] << 8 | header[17];
    if (page_size == 1) page_size = 65536;
    book->page_size = page_size;
    book->state = CPAGES_UNPROTECTED;
    int is_valid = page_size >= 512 && (page_size & (page_size - 1)) == 0;
    if (is_valid && header[20] == CPAGES_RESERVED) {
        code = real->pMethods->xRead(real, seal, sizeof seal, page_size - CPAGES_RESERVED);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
        int is_in_wal_mode = header[18] != 1 || header[19] != 1;
        int has_mark = code == SQLITE_OK && cpages_big_endian(seal + 4) == cpages_mark(header);
        book->state = has_mark && !is_in_wal_mode ? CPAGES_PROTECTED : CPAGES_CHANGED;
    }
    book->is_known = 1;
    return SQLITE_OK;
}

// Something to do with each page of a file.
typedef int (*visitor)(sqlite3_file *, unsigned char *page, int size, uint32_t number, void *context);

// Calls `visit` for the pages from `first` to `last`, or to the end, until it returns an error.
static int visit_pages(
    cpages_book *book, uint32_t first, uint32_t last, visitor visit, void *context) {
    sqlite3_int64 size;
    sqlite3_file *real = cpages_file(&book->base);
    int code = real->pMethods->xFileSize(real, &size);
    if (code != SQLITE_OK || book->page_size == 0) return code;
    unsigned char *page = malloc((size_t)book->page_size);
    if (!page) return SQLITE_NOMEM;
    // The page with the bytes that SQLite locks is not used
    // (https://sqlite.org/fileformat.html#the_lock_byte_page).
    uint32_t unused = (uint32_t)(0x40000000 / book->page_size) + 1;
    uint32_t count = (uint32_t)(size / book->page_size);
    if (last > count) last = count;
    for (uint32_t number = first; number <= last && code == SQLITE_OK; number++) {
        if (number == unused) continue;
        sqlite3_int64 offset = (sqlite3_int64)(number - 1) * book->page_size;
        code = real->pMethods->xRead(real, page, book->page_size, offset);
        if (code == SQLITE_OK) code = visit(real, page, book->page_size, number, context);
    }
    free(page);
    return code;
}

static int seal_page(
    sqlite3_file *real, unsigned char *page, int size, uint32_t number, void *context) {
    (void)context;
    if (cpages_has_seal(page, size, number)) return SQLITE_OK;
    unsigned char seal[CPAGES_RESERVED];
    cpages_make_seal(seal, page, size, number);
    sqlite3_int64 end = (sqlite3_int64)number * size;
    return real->pMethods->xWrite(real, seal, sizeof seal, end - CPAGES_RESERVED);
}

// Page 1, which says that the others have checksums, comes last, once these are on the disk.
int cpages_seal_book(cpages_book *book) {
    sqlite3_file *real = cpages_file(&book->base);
    int code = cpages_learn(book);
    if (code != SQLITE_OK || book->state != CPAGES_CHANGED) return code;
    code = visit_pages(book, 2, UINT32_MAX - 1, seal_page, NULL);
    if (code == SQLITE_OK) code = real->pMethods->xSync(real, SQLITE_SYNC_FULL);
    if (code == SQLITE_OK) code = visit_pages(book, 1, 1, seal_page, NULL);
    if (code == SQLITE_OK) book->state = CPAGES_PROTECTED;
    return code;
}

typedef struct {
    cpages_findings *findings;
    unsigned char *is_free;  // a bit for each page
} comparison;

static void add_wrong(cpages_findings *findings, uint32_t number) {
    if (findings->wrong < sizeof findings->first / sizeof *findings->first) {
        findings->first[findings->wrong] = number;
    }
    findings->wrong++;
}

static int compare_page(
    sqlite3_file *real, unsigned char *page, int size, uint32_t number, void *context) {
    (void)real;
    comparison *all = context;
    int is_free = all->is_free[number / 8] >> number % 8 & 1;
    if (!is_free && !cpages_has_seal(page, size, number)) add_wrong(all->findings, number);
    return SQLITE_OK;
}

// Marks the free pages without content: their bytes mean nothing, and SQLite does not bring them back
// when it rolls back (https://sqlite.org/fileformat.html#the_freelist). Ends where the list is broken.
static int find_free(cpages_book *book, unsigned char *is_free, uint32_t count) {
    sqlite3_file *real = cpages_file(&book->base);
    unsigned char *page = malloc((size_t)book->page_size);
    if (!page) return SQLITE_NOMEM;
    int code = real->pMethods->xRead(real, page, book->page_size, 0);
    uint32_t trunk = code == SQLITE_OK ? cpages_big_endian(page + 32) : 0;
    for (uint32_t seen = 0; seen < count && trunk > 1 && trunk <= count; seen++) {
        sqlite3_int64 offset = (sqlite3_int64)(trunk - 1) * book->page_size;
        code = real->pMethods->xRead(real, page, book->page_size, offset);
        // A damaged list may name pages that are in use.
        if (code != SQLITE_OK || !cpages_has_seal(page, book->page_size, trunk)) break;
        uint32_t leaves = cpages_big_endian(page + 4);
        uint32_t room = (uint32_t)book->page_size / 4 - 2;
        for (uint32_t leaf = 0; leaf < leaves && leaf < room; leaf++) {
            uint32_t number = cpages_big_endian(page + 8 + 4 * leaf);
            if (number <= count) is_free[number / 8] |= (unsigned char)(1 << number % 8);
        }
        trunk = cpages_big_endian(page);
    }
    free(page);
    return code;
}

int cpages_scan_book(cpages_book *book, cpages_findings *findings) {
    sqlite3_int64 size;
    sqlite3_file *real = cpages_file(&book->base);
    int code = cpages_learn(book);
    if (code != SQLITE_OK) return code;
    memset(findings, 0, sizeof *findings);
    findings->state = book->state;
    if (book->state != CPAGES_PROTECTED || book->page_size == 0) return SQLITE_OK;
    code = real->pMethods->xFileSize(real, &size);
    if (code != SQLITE_OK) return code;
    uint32_t count = (uint32_t)(size / book->page_size);
    comparison all = {findings, calloc(1, count / 8 + 1)};
    if (!all.is_free) return SQLITE_NOMEM;
    code = find_free(book, all.is_free, count);
    if (code == SQLITE_OK) code = visit_pages(book, 1, count, compare_page, &all);
    // The rest of a page whose end was cut off.
    if (size % book->page_size != 0) add_wrong(findings, count + 1);
    free(all.is_free);
    return code;
}
