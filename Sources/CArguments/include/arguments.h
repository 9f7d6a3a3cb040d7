// The arguments that the process was started with. Swift's CommandLine reads them through
// /proc/self/maps and is empty where that cannot be opened: no /proc, no descriptor left.
// Zero and NULL where the system did not hand them over.
int carguments_count(void);
const char *carguments_at(int index);
