#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// Everything a handler touches is static and async-signal-safe.

enum { slots = 16, children = 4, signals = 65, none = -1 };

static atomic_int changed_terminal = none;
static struct termios found_mode;
static struct termios wanted_mode;

static char paths[slots][PATH_MAX];
static atomic_int path_used[slots];

static char last_words[256];
static atomic_int last_words_length;
static atomic_int helpers[children];  // processes at work for us; zero is a free place

static atomic_int pipe_ends[signals];  // the descriptor plus one; zero is "not piped"
static int kept[signals];  // the keeper wants the handler even when no pipe does
static struct sigaction former[signals];

static char fault_stack[64 * 1024];

static void set_mode(int fd, const struct termios *mode) {
    // A job in the background holds no mode of its own: the terminal is the shell's then.
    pid_t foreground = tcgetpgrp(fd);
    if (foreground > 0 && foreground != getpgrp()) return;
    sigset_t block, before;
    sigemptyset(&block);
    sigaddset(&block, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &block, &before);
    while (tcsetattr(fd, TCSANOW, mode) != 0 && errno == EINTR) {}
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void cterminal_restore(void) {
    int fd = atomic_exchange(&changed_terminal, none);
    if (fd >= 0) set_mode(fd, &found_mode);
}

static void remove_files(void) {
    for (int slot = 0; slot < slots; slot++) {
        if (atomic_exchange(&path_used[slot], 0)) unlink(paths[slot]);
    }
}

static void end_helpers(void) {
    for (int place = 0; place < children; place++) {
        int helper = atomic_exchange(&helpers[place], 0);
        if (helper > 0) kill(helper, SIGTERM);
    }
}

static void clean_up(void) {
    cterminal_restore();
    remove_files();
    end_helpers();
}

static void on_signal(int number);

static int set_handler(int number) {
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART | SA_ONSTACK};
    sigfillset(&action.sa_mask);
    return sigaction(number, &action, NULL) == 0 ? 0 : errno;
}

static void raise_by_default(int number) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
    sigset_t unblock;
    sigemptyset(&unblock);
    sigaddset(&unblock, number);
    pthread_sigmask(SIG_UNBLOCK, &unblock, NULL);
    raise(number);
}

static void reapply_mode(void) {
    int fd = atomic_load(&changed_terminal);
    if (fd >= 0) set_mode(fd, &wanted_mode);
}

static void on_signal(int number) {
    int error = errno;
    int end = atomic_load(&pipe_ends[number]);
    if (end > 0) {
        // A third request to leave while nobody takes the signals out of the pipe: the program is stuck.
        int untaken = 0;
        if ((number == SIGINT || number == SIGTERM) && ioctl(end - 1, FIONREAD, &untaken) == 0 && untaken >= 2) {
            clean_up();
            _exit(1);
        }
        unsigned char byte = (unsigned char)number;
        // A full pipe already holds more news than the reader has taken: one more may be lost.
        ssize_t ignored = write(end - 1, &byte, 1);
        (void)ignored;
    } else if (number == SIGTSTP) {
        int fd = atomic_load(&changed_terminal);
        if (fd >= 0) set_mode(fd, &found_mode);
        raise_by_default(number);
        set_handler(number);
        reapply_mode();
    } else if (number == SIGCONT) {
        reapply_mode();
    } else {
        clean_up();
        int length = atomic_load(&last_words_length);
        if (length > 0 && (number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT)) {
            ssize_t ignored = write(STDERR_FILENO, last_words, (size_t)length);
            (void)ignored;
        }
        raise_by_default(number);
        _exit(128 + number);
    }
    errno = error;
}

static int install(int number) {
    struct sigaction present;
    if (sigaction(number, NULL, &present) != 0) return errno;
    if (present.sa_handler == on_signal) return 0;
    former[number] = present;
    return set_handler(number);
}

static void install_keeper(void) {
    static const int deadly[] = {
        SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,  SIGFPE,  SIGSEGV, SIGPIPE,
        SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU, SIGSYS,  SIGTSTP, SIGCONT,
    };
    static int is_first = 1;
    // A handler for an overflown stack needs a stack of its own.
    stack_t stack = {.ss_sp = fault_stack, .ss_size = sizeof fault_stack};
    stack_t present_stack;
    if (sigaltstack(NULL, &present_stack) == 0 && (present_stack.ss_flags & SS_DISABLE)) sigaltstack(&stack, NULL);
    for (size_t index = 0; index < sizeof deadly / sizeof *deadly; index++) {
        int number = deadly[index];
        struct sigaction present;
        // nohup and background shells ignore signals on purpose: that stays.
        if (sigaction(number, NULL, &present) != 0 || present.sa_handler == SIG_IGN) continue;
        kept[number] = install(number) == 0 && former[number].sa_handler != SIG_IGN;
    }
    if (is_first) atexit(clean_up);
    is_first = 0;
}

static int change_mode(int fd, void (*change)(struct termios *)) {
    struct termios mode;
    if (tcgetattr(fd, &mode) != 0) return errno;
    install_keeper();
    int already = atomic_load(&changed_terminal);
    if (already >= 0 && already != fd) return EBUSY;
    if (already < 0) found_mode = mode;
    change(&mode);
    wanted_mode = mode;
    // Told to the handlers first: a signal between the two lines must find it.
    atomic_store(&changed_terminal, fd);
    while (tcsetattr(fd, TCSANOW, &mode) != 0) {
        if (errno == EINTR) continue;
        int error = errno;
        if (already < 0) cterminal_restore();
        return error;
    }
    return 0;
}

static void make_raw(struct termios *mode) {
    cfmakeraw(mode);
    mode->c_cc[VMIN] = 1;
    mode->c_cc[VTIME] = 0;
}

static void drop_echo(struct termios *mode) {
    mode->c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
}

int cterminal_enter_raw(int fd) { return change_mode(fd, make_raw); }
int cterminal_hide_echo(int fd) { return change_mode(fd, drop_echo); }

int cterminal_remove_on_exit(const char *path) {
    size_t length = strlen(path);
    if (length == 0) return ENOENT;
    if (length >= PATH_MAX) return ENAMETOOLONG;
    install_keeper();
    for (int slot = 0; slot < slots; slot++) {
        if (atomic_load(&path_used[slot])) continue;
        memcpy(paths[slot], path, length + 1);
        atomic_store(&path_used[slot], 1);
        return 0;
    }
    return EMFILE;
}

void cterminal_keep(const char *path) {
    for (int slot = 0; slot < slots; slot++) {
        if (atomic_load(&path_used[slot]) && strcmp(paths[slot], path) == 0) atomic_store(&path_used[slot], 0);
    }
}

void cterminal_say_on_signal(const char *text) {
    atomic_store(&last_words_length, 0);
    size_t length = strlen(text);
    if (length == 0 || length > sizeof last_words) return;
    memcpy(last_words, text, length);
    install_keeper();
    atomic_store(&last_words_length, (int)length);
}

int cterminal_end_on_exit(int process) {
    install_keeper();
    for (int place = 0; place < children; place++) {
        int free_place = 0;
        if (atomic_compare_exchange_strong(&helpers[place], &free_place, process)) return 0;
    }
    return EMFILE;
}

void cterminal_forget(int process) {
    for (int place = 0; place < children; place++) {
        int known = process;
        atomic_compare_exchange_strong(&helpers[place], &known, 0);
    }
}

int cterminal_open_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0 ? 0 : errno; }

int cterminal_pipe_signal(int number, int write_end) {
    if (number < 1 || number >= signals) return EINVAL;
    if (atomic_load(&pipe_ends[number])) return EBUSY;
    atomic_store(&pipe_ends[number], write_end + 1);
    int error = install(number);
    if (error) atomic_store(&pipe_ends[number], 0);
    return error;
}

void cterminal_unpipe_signal(int number) {
    if (number < 1 || number >= signals || !atomic_load(&pipe_ends[number])) return;
    if (!kept[number]) sigaction(number, &former[number], NULL);
    atomic_store(&pipe_ends[number], 0);
}

void cterminal_open_missing(void) {
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF) (void)open("/dev/null", O_RDONLY);
    }
}

int cterminal_ignore_signal(int number) {
    struct sigaction action = {.sa_handler = SIG_IGN};
    sigemptyset(&action.sa_mask);
    return sigaction(number, &action, NULL) == 0 ? 0 : errno;
}

int cterminal_window_size(int fd, uint16_t *rows, uint16_t *columns) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0) return errno;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

size_t cterminal_format_general(double value, int precision, char *buffer, size_t size) {
    int length = snprintf(buffer, size, "%.*g", precision, value);
    if (length < 0 || size == 0) return 0;
    return (size_t)length < size ? (size_t)length : size - 1;
}
