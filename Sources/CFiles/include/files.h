#include <stddef.h>

// A file to be moved, and how to undo that.
typedef struct {
    const char *part;   // its name now
    const char *place;  // its name afterwards, in the same file system
    const char *old;    // another name of the file at `place`; NULL if there is none
    int is_new;         // whether there is no file at `place`
} cfiles_move;

// How far the moves of some files are. All zero before the first.
typedef struct {
    size_t moved;     // how many files have been renamed
    int error;        // why the next one cannot be (errno); 0 if all could
    int undo_failed;  // whether a file before that could not be put back
    int ended;        // whether there is nothing left to do
    int is_resumed;   // whether the process that began may have done more than `moved` says
} cfiles_progress;

// Renames all files. If one cannot be renamed, puts those before it back.
//
// A process of its own does it, because one that is killed between two renames would leave some
// files new and others old. Only what kills both processes at once can still do that. If the child
// is killed, the caller does the rest.
cfiles_progress cfiles_move_all(const cfiles_move *moves, size_t count);

// Does the moves that `progress` says are left, in this process.
void cfiles_continue(const cfiles_move *moves, size_t count, volatile cfiles_progress *progress);

// Gives the file open as `to` the access control list of the file open as `from`, or none if that
// has none. Returns 0, or -1 if it could not be done.
int cfiles_copy_acl(int from, int to);

// Tells the system to begin writing a file's content to the disk, without waiting: of many files
// that are synced afterwards, all are then written at the same time. Does nothing if the system
// has no such call.
void cfiles_start_writing(int descriptor);
