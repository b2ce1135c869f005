// Pseudo-terminals and children that die, for the tests of the terminal keeper.
#pragma once

/// Opens a pseudo-terminal; returns 0 or errno.
int terminal_test_open(int *master, int *slave);
/// Sets the size the terminal reports.
int terminal_test_resize(int fd, int rows, int columns);
/// Whether the terminal echoes (bit 0), reads by lines (bit 1) and processes output (bit 2).
int terminal_test_mode(int fd);

enum terminal_test_task { terminal_test_raw = 0, terminal_test_no_echo = 1, terminal_test_file = 2 };

/// Starts a child with the slave as its controlling terminal. It does the task (enter raw mode, hide
/// echo, or register `path` for removal), writes one byte to `ready` and waits for signals.
int terminal_test_start(int master, int slave, enum terminal_test_task task, const char *path, int ready);
/// Starts a child that overflows its stack in raw mode.
int terminal_test_overflow(int master, int slave);
/// Starts a child in raw mode that gets SIGTERM three times and never takes one out of its pipe.
int terminal_test_stuck(int master, int slave);
/// Waits for the child; its status as a shell shows it: the exit code, or 128 and the signal.
int terminal_test_wait(int child);
/// Starts a child that sees a job of its own in raw mode through stop, continue and end; it exits with 0,
/// or the number of the step that went wrong.
int terminal_test_stop(int master, int slave);
/// Starts a child that closes its standard streams and has them opened again; it exits with 0, or the
/// number of the stream that is wrong.
int terminal_test_missing(void);
/// Starts a child that registers files until no more are taken; it exits with their number, or 101 when the one too
/// many was taken, 102 when forgetting one made no room. Files registered by the parent are among those it has.
int terminal_test_slots(void);
