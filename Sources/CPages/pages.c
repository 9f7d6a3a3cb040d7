#include "pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char name[] = "minerbook-pages";
static sqlite3_vfs *system_files;
static sqlite3_vfs layer;

// Operations of xFileControl; SQLite leaves those from 100 on to others.
enum {
    PROTECT_NEW = 0x4D4E5200, READ_STATE, SEAL, SCAN, TOLERATE, WRONG_PAGE
};

// An open book. The system's own file follows it in memory.
typedef struct {
    sqlite3_file base;
    int is_known;           // whether the next three are what the file says
    cpages_state state;
    int page_size;
    int is_new;             // whether an empty file becomes a protected one
    int is_tolerant;
    unsigned wrong_page;
} book;

static sqlite3_file *file(sqlite3_file *base) { return (sqlite3_file *)((book *)base + 1); }

// MARK: Checksums

static uint64_t word(const unsigned char *bytes) {
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}

// Every step is a bijection of each word, so that two pages that differ in one word never have the
// same checksum. The number of the page is in it, because pages may be swapped. Four words at a time,
// since a multiplication takes several cycles.
static uint64_t checksum(const unsigned char *page, int size, uint32_t number) {
    const uint64_t prime = 0x9E3779B185EBCA87;
    uint64_t lanes[4] = {number + 1, prime, ~prime, 0x165667B19E3779F9};
    int end = size - CPAGES_RESERVED, at = 0;
    for (; at + 32 <= end; at += 32) {
        for (int lane = 0; lane < 4; lane++) {
            uint64_t mixed = (lanes[lane] ^ word(page + at + 8 * lane)) * prime;
            lanes[lane] = mixed ^ mixed >> 29;
        }
    }
    for (; at + 8 <= end; at += 8) {
        lanes[0] = (lanes[0] ^ word(page + at)) * prime;
        lanes[0] ^= lanes[0] >> 29;
    }
    uint64_t sum = 0;
    for (int lane = 0; lane < 4; lane++) {
        sum = (sum ^ lanes[lane]) * prime;
        sum ^= sum >> 32;
    }
    return sum;
}

// What the last bytes of a page should be: its checksum; on page 1 half of it, and the file change
// counter.
static void make_seal(
    unsigned char seal[CPAGES_RESERVED], const unsigned char *page, int size, uint32_t number) {
    uint64_t sum = checksum(page, size, number);
    for (int index = 0; index < 8; index++) seal[index] = (unsigned char)(sum >> (56 - 8 * index));
    if (number == 1) memcpy(seal + 4, page + 24, 4);
}

static int has_seal(const unsigned char *page, int size, uint32_t number) {
    unsigned char seal[CPAGES_RESERVED];
    make_seal(seal, page, size, number);
    return memcmp(seal, page + size - CPAGES_RESERVED, CPAGES_RESERVED) == 0;
}

// MARK: State of a file

// Reads what page 1 says (https://sqlite.org/fileformat.html#the_database_header).
static int learn(book *book) {
    unsigned char header[100], seal[CPAGES_RESERVED];
    sqlite3_int64 size;
    sqlite3_file *real = file(&book->base);
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
        int is_ours = code == SQLITE_OK && !is_in_wal_mode && memcmp(seal + 4, header + 24, 4) == 0;
        book->state = is_ours ? CPAGES_PROTECTED : CPAGES_CHANGED;
    }
    book->is_known = 1;
    return SQLITE_OK;
}

// Something to do with each page of a file.
typedef int (*visitor)(sqlite3_file *, unsigned char *page, int size, uint32_t number, void *context);

// Calls `visit` for the pages from `first` to `last`, or to the end, until it returns an error.
static int visit_pages(
    book *book, uint32_t first, uint32_t last, visitor visit, void *context) {
    sqlite3_int64 size;
    sqlite3_file *real = file(&book->base);
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
    if (has_seal(page, size, number)) return SQLITE_OK;
    unsigned char seal[CPAGES_RESERVED];
    make_seal(seal, page, size, number);
    sqlite3_int64 end = (sqlite3_int64)number * size;
    return real->pMethods->xWrite(real, seal, sizeof seal, end - CPAGES_RESERVED);
}

// Page 1, which says that the others have checksums, comes last, once these are on the disk.
static int seal_all(book *book) {
    sqlite3_file *real = file(&book->base);
    int code = learn(book);
    if (code != SQLITE_OK || book->state != CPAGES_CHANGED) return code;
    code = visit_pages(book, 2, UINT32_MAX - 1, seal_page, NULL);
    if (code == SQLITE_OK) code = real->pMethods->xSync(real, SQLITE_SYNC_FULL);
    if (code == SQLITE_OK) code = visit_pages(book, 1, 1, seal_page, NULL);
    if (code == SQLITE_OK) book->state = CPAGES_PROTECTED;
    return code;
}

static int compare_page(
    sqlite3_file *real, unsigned char *page, int size, uint32_t number, void *context) {
    (void)real;
    cpages_findings *findings = context;
    findings->pages++;
    if (findings->state != CPAGES_PROTECTED || has_seal(page, size, number)) return SQLITE_OK;
    if (findings->wrong < sizeof findings->first / sizeof *findings->first) {
        findings->first[findings->wrong] = number;
    }
    findings->wrong++;
    return SQLITE_OK;
}

static int scan(book *book, cpages_findings *findings) {
    int code = learn(book);
    if (code != SQLITE_OK) return code;
    memset(findings, 0, sizeof *findings);
    findings->state = book->state;
    return visit_pages(book, 1, UINT32_MAX - 1, compare_page, findings);
}

// MARK: Methods of a file

static int close_file(sqlite3_file *base) {
    return file(base)->pMethods->xClose(file(base));
}

static int read_file(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    book *open = (book *)base;
    sqlite3_file *real = file(base);
    int code = real->pMethods->xRead(real, bytes, count, offset);
    if (code != SQLITE_OK || count < 512 || open->is_tolerant) return code;
    code = learn(open);
    if (code != SQLITE_OK || open->state != CPAGES_PROTECTED) return code;
    if (count != open->page_size || offset % count != 0) return code;
    uint32_t number = (uint32_t)(offset / count) + 1;
    if (has_seal(bytes, count, number)) return SQLITE_OK;
    open->wrong_page = number;
    return SQLITE_IOERR_DATA;
}

static int write_file(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    book *open = (book *)base;
    sqlite3_file *real = file(base);
    if (count >= 512 && offset % count == 0) {
        int code = learn(open);
        if (code != SQLITE_OK) return code;
        if (open->page_size == 0) open->page_size = count;
        if (open->state == CPAGES_PROTECTED && count == open->page_size) {
            // The reserved bytes are the layer's, so it may write them to SQLite's copy of the page.
            unsigned char *page = (unsigned char *)bytes;
            make_seal(page + count - CPAGES_RESERVED, page, count, (uint32_t)(offset / count) + 1);
        }
    }
    return real->pMethods->xWrite(real, bytes, count, offset);
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 size) {
    return file(base)->pMethods->xTruncate(file(base), size);
}

static int sync_file(sqlite3_file *base, int flags) {
    return file(base)->pMethods->xSync(file(base), flags);
}

static int file_size(sqlite3_file *base, sqlite3_int64 *size) {
    return file(base)->pMethods->xFileSize(file(base), size);
}

// Others may have written to the file while it was not locked, and a journal may be rolled back after
// the first lock.
static int lock(sqlite3_file *base, int level) {
    if (level == SQLITE_LOCK_SHARED) ((book *)base)->is_known = 0;
    return file(base)->pMethods->xLock(file(base), level);
}

static int unlock(sqlite3_file *base, int level) {
    ((book *)base)->is_known = 0;
    return file(base)->pMethods->xUnlock(file(base), level);
}

static int check_reserved_lock(sqlite3_file *base, int *result) {
    return file(base)->pMethods->xCheckReservedLock(file(base), result);
}

static int control(sqlite3_file *base, int operation, void *argument) {
    book *open = (book *)base;
    int code = SQLITE_OK;
    switch (operation) {
    case PROTECT_NEW: open->is_new = 1; open->is_known = 0; return SQLITE_OK;
    case READ_STATE:
        code = learn(open);
        *(cpages_state *)argument = open->state;
        return code;
    case SEAL: return seal_all(open);
    case SCAN: return scan(open, argument);
    case TOLERATE: open->is_tolerant = 1; return SQLITE_OK;
    case WRONG_PAGE: *(unsigned *)argument = open->wrong_page; return SQLITE_OK;
    default: return file(base)->pMethods->xFileControl(file(base), operation, argument);
    }
}

static int sector_size(sqlite3_file *base) {
    return file(base)->pMethods->xSectorSize(file(base));
}

static int characteristics(sqlite3_file *base) {
    return file(base)->pMethods->xDeviceCharacteristics(file(base));
}

static int map_shared(sqlite3_file *base, int page, int size, int extends, void volatile **result) {
    return file(base)->pMethods->xShmMap(file(base), page, size, extends, result);
}

static int lock_shared(sqlite3_file *base, int offset, int count, int flags) {
    return file(base)->pMethods->xShmLock(file(base), offset, count, flags);
}

static void barrier_shared(sqlite3_file *base) {
    file(base)->pMethods->xShmBarrier(file(base));
}

static int unmap_shared(sqlite3_file *base, int deletes) {
    return file(base)->pMethods->xShmUnmap(file(base), deletes);
}

// Version 2: without the functions for mapped memory, whose pages the layer would not see.
static const sqlite3_io_methods methods = {
    2, close_file, read_file, write_file, truncate_file, sync_file, file_size, lock, unlock,
    check_reserved_lock, control, sector_size, characteristics, map_shared, lock_shared,
    barrier_shared, unmap_shared, NULL, NULL
};

// MARK: Opening

static int open_file(
    sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *result) {
    (void)vfs;
    // Journals and temporary files.
    if (!(flags & SQLITE_OPEN_MAIN_DB)) {
        return system_files->xOpen(system_files, path, base, flags, result);
    }
    memset(base, 0, sizeof(book));
    int code = system_files->xOpen(system_files, path, file(base), flags, result);
    if (file(base)->pMethods) base->pMethods = &methods;
    return code;
}

int cpages_register(void) {
    sqlite3_vfs *found = sqlite3_vfs_find(NULL);
    if (!found) return SQLITE_ERROR;
    layer = *found;
    layer.szOsFile = (int)sizeof(book) + found->szOsFile;
    layer.zName = name;
    layer.xOpen = open_file;
    system_files = found;
    return sqlite3_vfs_register(&layer, 0);
}

const char *cpages_layer(void) { return system_files ? name : NULL; }

// MARK: Connections

static int call(sqlite3 *database, int operation, void *argument) {
    return sqlite3_file_control(database, "main", operation, argument);
}

int cpages_protect_new(sqlite3 *database) {
    int code = cpages_reserve(database);
    return code == SQLITE_OK ? call(database, PROTECT_NEW, NULL) : code;
}

int cpages_reserve(sqlite3 *database) {
    int count = CPAGES_RESERVED;
    return call(database, SQLITE_FCNTL_RESERVE_BYTES, &count);
}

int cpages_read_state(sqlite3 *database, cpages_state *state) {
    return call(database, READ_STATE, state);
}

int cpages_seal(sqlite3 *database) { return call(database, SEAL, NULL); }

int cpages_scan(sqlite3 *database, cpages_findings *findings) {
    return call(database, SCAN, findings);
}

int cpages_tolerate(sqlite3 *database) { return call(database, TOLERATE, NULL); }

unsigned cpages_wrong_page(sqlite3 *database) {
    unsigned number = 0;
    call(database, WRONG_PAGE, &number);
    return number;
}
