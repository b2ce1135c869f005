// What Swift cannot do by itself: signal handlers, and variadic calls.
#pragma once
#include <stddef.h>
#include <stdint.h>

// All functions that can fail return 0 or an errno value.

/// Puts the terminal in raw mode; the first mode seen is what cterminal_restore goes back to.
int cterminal_enter_raw(int fd);
/// Switches off the echo of typed characters; signals typed on the keyboard keep working.
int cterminal_hide_echo(int fd);
/// Puts the terminal back as it was found. Harmless when nothing was changed.
void cterminal_restore(void);

/// Registers a file to be removed when the process ends. EMFILE when all slots are taken.
int cterminal_remove_on_exit(const char *path);
/// Forgets a file registered before.
void cterminal_keep(const char *path);
/// The process gets SIGTERM when the program ends in whatever way, unless `cterminal_forget` is called before. Returns
/// 0, or EMFILE when 4 processes are registered already.
int cterminal_end_on_exit(int process);
/// The process has ended, and is not reaped yet: its number is still its own.
void cterminal_forget(int process);

/// What a signal that asks the process to leave (SIGINT, SIGTERM, SIGHUP, SIGQUIT) puts on stderr before it ends it;
/// an empty text, and one of more than 256 bytes, is nothing.
void cterminal_say_on_signal(const char *text);

/// A pipe for signals: both ends non-blocking and closed on exec.
int cterminal_open_pipe(int ends[2]);
/// From now on the signal is one byte (its number) in the pipe.
int cterminal_pipe_signal(int number, int write_end);
/// Gives the signal back to whoever had it before.
void cterminal_unpipe_signal(int number);
/// Makes the signal ignored.
int cterminal_ignore_signal(int number);

/// Opens /dev/null, for reading only, on those of the descriptors 0, 1 and 2 that are closed.
void cterminal_open_missing(void);

/// Rows and columns of a terminal; ENOTTY for anything else.
int cterminal_window_size(int fd, uint16_t *rows, uint16_t *columns);
/// printf("%.*g"); returns the number of bytes written, at most size - 1.
size_t cterminal_format_general(double value, int precision, char *buffer, size_t size);
