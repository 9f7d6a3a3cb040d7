#include <stddef.h>

// A file to be moved, and how to undo that.
typedef struct {
    const char *part;   // its name now
    const char *place;  // its name afterwards, in the same file system
    const char *old;    // another name of the file at `place`; NULL if there is none
    int is_new;         // whether there is no file at `place`
} cfiles_move;

// Progress of moving some files. All zero before the first move.
typedef struct {
    size_t moved;     // how many files have been renamed
    int error;        // errno of the rename that failed; 0 if none failed
    int undo_failed;  // whether an earlier file could not be put back
    int ended;        // whether there is nothing left to do
    int is_resumed;   // whether a killed child may have done one move more than `moved`
} cfiles_progress;

// Renames all files. If one cannot be renamed, puts those before it back.
//
// A child process does it, because a process that is killed between two renames would leave some
// files new and others old. If the child is killed, the caller finishes the moves. Files stay mixed
// only if both processes are killed at the same time.
cfiles_progress cfiles_move_all(const cfiles_move *moves, size_t count);

// Does the moves that `progress` says are left, in this process.
void cfiles_continue(const cfiles_move *moves, size_t count, volatile cfiles_progress *progress);

// Copies the access control list of the file open as `from` to the file open as `to`; removes it if
// `from` has none. Returns 0, or -1 on failure.
int cfiles_copy_acl(int from, int to);

// Tells the system to start writing a file to the disk, without waiting. If many files are synced
// later, they are then written at the same time. Does nothing if the system has no such call.
void cfiles_start_writing(int descriptor);
