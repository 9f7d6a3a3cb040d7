// The arguments with which the process was started.
//
// On Linux, Swift's CommandLine reads them through /proc and is empty if that cannot be opened: if
// /proc is not mounted, or if no file descriptor is free.

// The number of arguments, including the program's name; 0 if the system does not provide them.
int carguments_count(void);

// The argument at an index from 0 to the count less one.
const char *carguments_at(int index);
