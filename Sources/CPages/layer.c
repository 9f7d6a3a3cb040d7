#include "book.h"

#include <stdlib.h>
#include <string.h>

static const char name[] = "minerbook-pages";
static sqlite3_vfs *system_files;
static sqlite3_vfs layer;

// Operations of xFileControl; SQLite leaves those from 100 on to others.
enum {
    PROTECT_NEW = 0x4D4E5200, READ_STATE, SEAL, SCAN, TOLERATE, WRONG_PAGE
};

sqlite3_file *cpages_file(sqlite3_file *base) {
    return (sqlite3_file *)((cpages_book *)base + 1);
}

// MARK: Methods of a file

static int close_file(sqlite3_file *base) {
    return cpages_file(base)->pMethods->xClose(cpages_file(base));
}

// Compares a page with `code` after SQLite has read `count` bytes of it. Some versions of SQLite read
// only as much of a page as they need.
static int compare_read(
    cpages_book *open, const void *bytes, int count, sqlite3_int64 offset, int code) {
    sqlite3_int64 size;
    sqlite3_file *real = cpages_file(&open->base);
    uint32_t number = (uint32_t)(offset / open->page_size) + 1;
    int is_right = 0;
    if (code == SQLITE_OK && count == open->page_size) {
        is_right = cpages_has_seal(bytes, count, number);
    } else {
        int error = real->pMethods->xFileSize(real, &size);
        if (error != SQLITE_OK) return error;
        // A new page, which the file does not have yet.
        if (offset >= size) return code;
        unsigned char *page = malloc((size_t)open->page_size);
        if (!page) return SQLITE_NOMEM;
        error = real->pMethods->xRead(real, page, open->page_size, offset);
        is_right = error == SQLITE_OK && cpages_has_seal(page, open->page_size, number);
        free(page);
    }
    if (is_right) return code;
    open->wrong_page = number;
    return SQLITE_IOERR_DATA;
}

static int read_file(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    cpages_book *open = (cpages_book *)base;
    sqlite3_file *real = cpages_file(base);
    // Before anything is read, as another process may seal the file in between.
    int code = cpages_learn(open);
    if (code != SQLITE_OK) return code;
    code = real->pMethods->xRead(real, bytes, count, offset);
    int is_page = open->page_size > 0 && offset % open->page_size == 0 && count > 100;
    if (!is_page || open->state != CPAGES_PROTECTED || open->is_tolerant) return code;
    return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ
        ? compare_read(open, bytes, count, offset, code) : code;
}

static int write_file(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    cpages_book *open = (cpages_book *)base;
    sqlite3_file *real = cpages_file(base);
    if (count >= 512 && offset % count == 0) {
        int code = cpages_learn(open);
        if (code != SQLITE_OK) return code;
        if (open->page_size == 0) open->page_size = count;
        if (open->state == CPAGES_PROTECTED && count == open->page_size) {
            // The reserved bytes are the layer's, so it may write them to SQLite's copy of the page.
            unsigned char *page = (unsigned char *)bytes;
            uint32_t number = (uint32_t)(offset / count) + 1;
            cpages_make_seal(page + count - CPAGES_RESERVED, page, count, number);
        }
    }
    return real->pMethods->xWrite(real, bytes, count, offset);
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 size) {
    return cpages_file(base)->pMethods->xTruncate(cpages_file(base), size);
}

static int sync_file(sqlite3_file *base, int flags) {
    return cpages_file(base)->pMethods->xSync(cpages_file(base), flags);
}

static int file_size(sqlite3_file *base, sqlite3_int64 *size) {
    return cpages_file(base)->pMethods->xFileSize(cpages_file(base), size);
}

// Others may have written to the file while it was not locked, and a journal may be rolled back after
// the first lock.
static int lock(sqlite3_file *base, int level) {
    if (level == SQLITE_LOCK_SHARED) ((cpages_book *)base)->is_known = 0;
    return cpages_file(base)->pMethods->xLock(cpages_file(base), level);
}

static int unlock(sqlite3_file *base, int level) {
    ((cpages_book *)base)->is_known = 0;
    return cpages_file(base)->pMethods->xUnlock(cpages_file(base), level);
}

static int check_reserved_lock(sqlite3_file *base, int *result) {
    return cpages_file(base)->pMethods->xCheckReservedLock(cpages_file(base), result);
}

static int control(sqlite3_file *base, int operation, void *argument) {
    cpages_book *open = (cpages_book *)base;
    int code = SQLITE_OK;
    switch (operation) {
    case PROTECT_NEW: open->is_new = 1; open->is_known = 0; return SQLITE_OK;
    case READ_STATE:
        code = cpages_learn(open);
        *(cpages_state *)argument = open->state;
        return code;
    case SEAL: return cpages_seal_book(open);
    case SCAN: return cpages_scan_book(open, argument);
    case TOLERATE: open->is_tolerant = 1; return SQLITE_OK;
    case WRONG_PAGE: *(unsigned *)argument = open->wrong_page; return SQLITE_OK;
    default: return cpages_file(base)->pMethods->xFileControl(cpages_file(base), operation, argument);
    }
}

static int sector_size(sqlite3_file *base) {
    return cpages_file(base)->pMethods->xSectorSize(cpages_file(base));
}

static int characteristics(sqlite3_file *base) {
    return cpages_file(base)->pMethods->xDeviceCharacteristics(cpages_file(base));
}

static int map_shared(sqlite3_file *base, int page, int size, int extends, void volatile **result) {
    return cpages_file(base)->pMethods->xShmMap(cpages_file(base), page, size, extends, result);
}

static int lock_shared(sqlite3_file *base, int offset, int count, int flags) {
    return cpages_file(base)->pMethods->xShmLock(cpages_file(base), offset, count, flags);
}

static void barrier_shared(sqlite3_file *base) {
    cpages_file(base)->pMethods->xShmBarrier(cpages_file(base));
}

static int unmap_shared(sqlite3_file *base, int deletes) {
    return cpages_file(base)->pMethods->xShmUnmap(cpages_file(base), deletes);
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
    memset(base, 0, sizeof(cpages_book));
    int code = system_files->xOpen(system_files, path, cpages_file(base), flags, result);
    if (cpages_file(base)->pMethods) base->pMethods = &methods;
    return code;
}

int cpages_register(void) {
    sqlite3_vfs *found = sqlite3_vfs_find(NULL);
    if (!found) return SQLITE_ERROR;
    layer = *found;
    layer.szOsFile = (int)sizeof(cpages_book) + found->szOsFile;
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
