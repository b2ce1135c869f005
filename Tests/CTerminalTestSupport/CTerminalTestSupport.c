#include "CTerminalTestSupport.h"

#include <CTerminal.h>
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int terminal_test_open(int *master, int *slave) {
    if (openpty(master, slave, NULL, NULL, NULL) != 0) return errno;
    fcntl(*master, F_SETFD, FD_CLOEXEC);
    fcntl(*slave, F_SETFD, FD_CLOEXEC);
    return 0;
}

int terminal_test_resize(int fd, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(fd, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

int terminal_test_mode(int fd) {
    struct termios mode;
    if (tcgetattr(fd, &mode) != 0) return -1;
    return (mode.c_lflag & ECHO ? 1 : 0) | (mode.c_lflag & ICANON ? 2 : 0) | (mode.c_oflag & OPOST ? 4 : 0);
}

static void become_terminal_owner(int master, int slave) {
    close(master);
    setsid();
    ioctl(slave, TIOCSCTTY, 0);
    // A core file of a dying test helps nobody.
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // The test program may have been started with some of them ignored.
    for (int number = 1; number < 32; number++) {
        struct sigaction present;
        if (sigaction(number, NULL, &present) == 0 && present.sa_handler == SIG_IGN) signal(number, SIG_DFL);
    }
    sigset_t nothing;
    sigemptyset(&nothing);
    sigprocmask(SIG_SETMASK, &nothing, NULL);
}

int terminal_test_start(int master, int slave, enum terminal_test_task task, const char *path, int ready) {
    pid_t child = fork();
    if (child != 0) return child;
    become_terminal_owner(master, slave);
    int error = 0;
    switch (task) {
    case terminal_test_raw: error = cterminal_enter_raw(slave); break;
    case terminal_test_no_echo: error = cterminal_hide_echo(slave); break;
    case terminal_test_file: error = cterminal_remove_on_exit(path); break;
    }
    if (error || write(ready, "r", 1) != 1) _exit(99);
    for (;;) pause();
}

__attribute__((noinline)) static int dig(volatile int depth) {
    volatile char page[4096];
    page[depth % 4096] = (char)depth;
    return depth == 1 << 30 ? 0 : dig(depth + 1) + page[0];
}

int terminal_test_overflow(int master, int slave) {
    pid_t child = fork();
    if (child != 0) return child;
    become_terminal_owner(master, slave);
    if (cterminal_enter_raw(slave)) _exit(99);
    _exit(dig(0) == 0 ? 98 : 97);
}

int terminal_test_stuck(int master, int slave) {
    pid_t child = fork();
    if (child != 0) return child;
    become_terminal_owner(master, slave);
    int ends[2];
    if (cterminal_open_pipe(ends) || cterminal_pipe_signal(SIGTERM, ends[1]) || cterminal_enter_raw(slave)) _exit(99);
    raise(SIGTERM);
    raise(SIGTERM);
    raise(SIGTERM);
    _exit(98);
}

int terminal_test_wait(int child) {
    int status;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static int wait_for_mode(int fd, int mode) {
    for (int tries = 0; tries < 500 && terminal_test_mode(fd) != mode; tries++) usleep(10000);
    return terminal_test_mode(fd) == mode;
}

// The kernel stops no orphaned group: as under a shell, the job has a parent in the same session.
static int stop_a_job(int slave) {
    enum { raw = 0, cooked = 7 };
    pid_t job = fork();
    if (job == 0) {
        setpgid(0, 0);
        signal(SIGTTOU, SIG_IGN);
        tcsetpgrp(slave, getpid());
        if (cterminal_enter_raw(slave)) _exit(99);
        for (;;) pause();
    }
    int status;
    if (!wait_for_mode(slave, raw)) return 1;
    kill(job, SIGTSTP);
    if (waitpid(job, &status, WUNTRACED) != job || !WIFSTOPPED(status)) return 2;
    if (terminal_test_mode(slave) != cooked) return 3;
    kill(job, SIGCONT);
    if (!wait_for_mode(slave, raw)) return 4;
    kill(job, SIGTERM);
    if (terminal_test_wait(job) != 128 + SIGTERM) return 5;
    return terminal_test_mode(slave) == cooked ? 0 : 6;
}

int terminal_test_stop(int master, int slave) {
    pid_t child = fork();
    if (child != 0) return child;
    become_terminal_owner(master, slave);
    alarm(20);
    _exit(stop_a_job(slave));
}

int terminal_test_missing(void) {
    pid_t child = fork();
    if (child != 0) return child;
    for (int fd = 0; fd <= 3; fd++) close(fd);
    cterminal_open_missing();
    char byte;
    if (read(0, &byte, 1) != 0) _exit(1);
    if (write(1, "x", 1) != -1 || errno != EBADF) _exit(2);
    if (write(2, "x", 1) != -1 || errno != EBADF) _exit(3);
    _exit(open("/dev/null", O_RDONLY) == 3 ? 0 : 4);
}

int terminal_test_slots(void) {
    pid_t child = fork();
    if (child != 0) return child;
    char path[32];
    int count = 0;
    do {
        snprintf(path, sizeof path, "/nowhere/%d", count);
    } while (cterminal_remove_on_exit(path) == 0 && ++count < 100);
    if (cterminal_remove_on_exit("/nowhere/more") != EMFILE) _exit(101);
    cterminal_keep("/nowhere/3");
    if (cterminal_remove_on_exit("/nowhere/more") != 0) _exit(102);
    _exit(count);
}
