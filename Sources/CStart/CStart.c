#include "CStart.h"

// Two parts of Swift's runtime that work before main and cost a start a tenth each. What others need of them is
// defined here, so that the linker leaves them out.

#include <stdbool.h>

// CommandLine.cpp reads the words of the command line out of the stack, whose end it finds by parsing
// /proc/self/maps before main. glibc hands them to every constructor.
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

// Backtrace.cpp prepares for crashes by looking for a program called swift-backtrace around this one, which nobody
// installs with tug. Every program is made to name the function, which that program alone calls; fatal errors read
// the settings, where zeros mean off. The runtime's own struct is shorter.
bool _swift_backtrace_isThunkFunction(const char *name) {
    (void)name;
    return false;
}

const char _swift_backtraceSettings[512];
