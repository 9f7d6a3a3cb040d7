#define _GNU_SOURCE
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/xattr.h>
#endif
#ifdef __APPLE__
#include <copyfile.h>
#endif

static int is_missing(const char *path) {
    struct stat status;
    return lstat(path, &status) != 0 && errno == ENOENT;
}

// Puts the old file back at `place`, and the new one at `part`. Undoing twice does no harm, so a
// process that resumes may undo every move.
static int undo(const cfiles_move *move) {
    if (move->is_new) return rename(move->place, move->part) == 0 || errno == ENOENT;
    if (!move->old) return 0;
    if (is_missing(move->old)) return 1;
    if (link(move->place, move->part) != 0 && errno != EEXIST) return 0;
    return rename(move->old, move->place) == 0;
}

// After fork only functions that are safe in a signal handler may be called
// (https://man7.org/linux/man-pages/man7/signal-safety.7.html).
void cfiles_continue(const cfiles_move *moves, size_t count, volatile cfiles_progress *progress) {
    while (progress->error == 0 && progress->moved < count) {
        const cfiles_move *move = &moves[progress->moved];
        if (rename(move->part, move->place) == 0) {
            progress->moved++;
            continue;
        }
        int error = errno;
        // A killed process did this rename, but did not count it.
        if (progress->is_resumed && error == ENOENT && is_missing(move->part)) {
            progress->moved++;
        } else {
            progress->error = error;
        }
    }
    if (progress->error != 0) {
        for (size_t index = progress->moved; index-- > 0;) {
            if (!undo(&moves[index])) progress->undo_failed = 1;
        }
    }
    progress->ended = 1;
}

cfiles_progress cfiles_move_all(const cfiles_move *moves, size_t count) {
    cfiles_progress own = {0};
    // Both processes see this memory, so the caller knows how far a killed child got.
    cfiles_progress *shared = MAP_FAILED;
    if (count > 1) {
        shared = mmap(
            NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANON, -1, 0);
    }
    if (shared == MAP_FAILED) {
        cfiles_continue(moves, count, &own);
        return own;
    }
    // A signal to both processes before `setsid` must not end the child.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t child = fork();
    if (child == 0) {
        setsid();
        cfiles_continue(moves, count, shared);
        _exit(0);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (child > 0) {
        while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    }
    own = *shared;
    munmap(shared, sizeof *shared);
    if (!own.ended) {
        own.is_resumed = child > 0;
        cfiles_continue(moves, count, &own);
    }
    return own;
}

int cfiles_copy_acl(int from, int to) {
#if defined(__linux__)
    static const char name[] = "system.posix_acl_access";
    char list[65536];  // the longest value there can be (xattr(7))
    ssize_t size = fgetxattr(from, name, list, sizeof list);
    if (size >= 0) return fsetxattr(to, name, list, (size_t)size, 0);
    if (errno != ENODATA && errno != ENOTSUP) return -1;
    // Removes a list that the file inherited from its folder.
    if (fremovexattr(to, name) == 0 || errno == ENODATA || errno == ENOTSUP) return 0;
    return -1;
#elif defined(__APPLE__)
    return fcopyfile(from, to, NULL, COPYFILE_ACL);
#else
    (void)from, (void)to;
    return 0;
#endif
}

void cfiles_start_writing(int descriptor) {
#ifdef __linux__
    sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
#else
    (void)descriptor;
#endif
}
