#include <stddef.h>

// A file to be moved, and how to undo that.
typedef struct {
    const char *part;   // its name now
    const char *place;  // its name afterwards, in the same file system
    const char *old;    // another name of the file at `place`; NULL where there is none
    int is_new;         // whether there is no file at `place`
} cfiles_move;

// Renames all files, or none where one cannot be. Returns 0 or the number of the error (errno),
// then with the index of the file in `failed`.
//
// A process of its own does it: one that is killed between two renames would leave some files new
// and others old, and nothing can kill this process by way of the one that called.
int cfiles_move_all(const cfiles_move *moves, size_t count, size_t *failed);

// Tells the system to begin writing a file's content to the disk, without waiting: of many files
// that are synced afterwards, all are then written at the same time. Does nothing where the system
// has no such call.
void cfiles_start_writing(int descriptor);
