#if __has_include(<minizip/zip.h>)
#include <minizip/zip.h>
#else
#include <zip.h>
#endif
#include <stdlib.h>
#include <string.h>

#include "workbooks.h"

// The file functions that minizip needs to write an archive, on memory that grows. minizip goes back
// to the header of a part when it knows the part's size, which a pipe could not do.

static voidpf open_memory(voidpf opaque, const void *name, int mode) {
    (void)name;
    (void)mode;
    return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size) {
    (void)opaque;
    cworkbooks_memory *memory = stream;
    size_t rest = memory->count - memory->offset;
    size_t count = size < rest ? size : rest;
    if (count > 0) memcpy(buffer, memory->bytes + memory->offset, count);
    memory->offset += count;
    return (uLong)count;
}

static uLong write_memory(voidpf opaque, voidpf stream, const void *buffer, uLong size) {
    (void)opaque;
    cworkbooks_memory *memory = stream;
    size_t end = memory->offset + size;
    if (end > memory->capacity) {
        size_t capacity = memory->capacity * 2 > end ? memory->capacity * 2 : end + 4096;
        unsigned char *bytes = realloc(memory->bytes, capacity);
        if (!bytes) return 0;
        memory->bytes = bytes;
        memory->capacity = capacity;
    }
    memcpy(memory->bytes + memory->offset, buffer, size);
    memory->offset = end;
    if (end > memory->count) memory->count = end;
    return size;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream) {
    (void)opaque;
    return ((cworkbooks_memory *)stream)->offset;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
    (void)opaque;
    cworkbooks_memory *memory = stream;
    size_t start = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) start = memory->offset;
    if (origin == ZLIB_FILEFUNC_SEEK_END) start = memory->count;
    if (start + offset > memory->count) return -1;
    memory->offset = start + (size_t)offset;
    return 0;
}

static int close_memory(voidpf opaque, voidpf stream) {
    (void)opaque;
    (void)stream;
    return 0;
}

void *cworkbooks_create_zip(cworkbooks_memory *memory) {
    zlib_filefunc64_def functions = {
        .zopen64_file = open_memory,
        .zread_file = read_memory,
        .zwrite_file = write_memory,
        .ztell64_file = tell_memory,
        .zseek64_file = seek_memory,
        .zclose_file = close_memory,
        .zerror_file = close_memory,
        .opaque = memory,
    };
    return zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
}
