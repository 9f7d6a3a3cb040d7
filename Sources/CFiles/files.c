#define _GNU_SOURCE
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

// What the child tells the parent.
typedef struct {
    int error;
    size_t failed;
} result;

static result move_all(const cfiles_move *moves, size_t count) {
    for (size_t index = 0; index < count; index++) {
        if (rename(moves[index].part, moves[index].place) == 0) continue;
        result result = {errno, index};
        while (index-- > 0) {
            if (moves[index].is_new) unlink(moves[index].place);
            if (moves[index].old) rename(moves[index].old, moves[index].place);
        }
        return result;
    }
    return (result){0, 0};
}

int cfiles_move_all(const cfiles_move *moves, size_t count, size_t *failed) {
    result result = {EIO, 0};
    int pipes[2];
    if (count <= 1 || pipe(pipes) != 0) {
        result = move_all(moves, count);
        *failed = result.failed;
        return result.error;
    }
    // Between fork and _exit only functions that are safe in a signal handler may be called
    // (https://man7.org/linux/man-pages/man7/signal-safety.7.html).
    pid_t child = fork();
    if (child == 0) {
        setsid();
        result = move_all(moves, count);
        ssize_t written = write(pipes[1], &result, sizeof result);
        _exit(written == sizeof result ? 0 : 1);
    }
    if (child < 0) {
        result = move_all(moves, count);
    } else {
        while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
        // Shorter than a pipe holds, so it has been written at once or not at all.
        if (read(pipes[0], &result, sizeof result) != sizeof result) result.error = EIO;
    }
    close(pipes[0]);
    close(pipes[1]);
    *failed = result.failed;
    return result.error;
}

void cfiles_start_writing(int descriptor) {
#ifdef __linux__
    sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
#else
    (void)descriptor;
#endif
}
