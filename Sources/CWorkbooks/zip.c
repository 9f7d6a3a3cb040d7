#if __has_include(<minizip/unzip.h>)
#include <minizip/unzip.h>
#else
#include <unzip.h>
#endif
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "workbooks.h"

// The file functions that minizip needs, on a descriptor of the caller.

typedef struct {
    int descriptor;
    off_t offset;
    off_t size;
    int error;
} zip_file;

static voidpf open_file(voidpf opaque, const void *name, int mode) {
    (void)name;
    (void)mode;
    zip_file *file = malloc(sizeof(zip_file));
    struct stat status;
    if (!file) return NULL;
    file->descriptor = (int)(intptr_t)opaque;
    file->offset = 0;
    file->error = 0;
    if (fstat(file->descriptor, &status) != 0) {
        free(file);
        return NULL;
    }
    file->size = status.st_size;
    return file;
}

static uLong read_file(voidpf opaque, voidpf stream, void *buffer, uLong size) {
    (void)opaque;
    zip_file *file = stream;
    uLong done = 0;
    while (done < size) {
        ssize_t count = pread(file->descriptor, (char *)buffer + done, size - done, file->offset);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) file->error = errno;
        if (count <= 0) break;
        file->offset += count;
        done += (uLong)count;
    }
    return done;
}

static ZPOS64_T tell_file(voidpf opaque, voidpf stream) {
    (void)opaque;
    return (ZPOS64_T)((zip_file *)stream)->offset;
}

static long seek_file(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
    (void)opaque;
    zip_file *file = stream;
    off_t start = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) start = file->offset;
    if (origin == ZLIB_FILEFUNC_SEEK_END) start = file->size;
    // No archive has an offset beyond its end; a large one would overflow the sum.
    if (offset > (ZPOS64_T)file->size || start + (off_t)offset > file->size) return -1;
    file->offset = start + (off_t)offset;
    return 0;
}

static int close_file(voidpf opaque, voidpf stream) {
    (void)opaque;
    free(stream);
    return 0;
}

static int file_error(voidpf opaque, voidpf stream) {
    (void)opaque;
    return ((zip_file *)stream)->error;
}

void *cworkbooks_open_zip(int descriptor) {
    zlib_filefunc64_def functions = {
        .zopen64_file = open_file,
        .zread_file = read_file,
        .ztell64_file = tell_file,
        .zseek64_file = seek_file,
        .zclose_file = close_file,
        .zerror_file = file_error,
        .opaque = (voidpf)(intptr_t)descriptor,
    };
    return unzOpen2_64("", &functions);
}
