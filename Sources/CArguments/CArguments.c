#include "CArguments.h"

// Swift's runtime reads the words of the command line out of the stack, whose end it finds by parsing
// /proc/self/maps before main: a tenth of a start. glibc hands them to every constructor. These are the
// two functions that the runtime's CommandLine.cpp would define; with them here it is not linked.

static int count;
static char **words;

__attribute__((constructor)) static void remember(int argc, char **argv) {
    count = argc;
    words = argv;
}

char **_swift_stdlib_getUnsafeArgvArgc(int *length) {
    *length = count;
    return words;
}

void _swift_stdlib_overrideUnsafeArgvArgc(char **argv, int argc) {
    count = argc;
    words = argv;
}
