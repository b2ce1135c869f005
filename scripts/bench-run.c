// Runs commands in turn and prints the median wall time of each in microseconds, a line each.
// Usage: bench-run RUNS COMMAND… %% COMMAND…
// A shell would time its own fork as well, which is half as long as what is measured here.
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static double run(char **words, posix_spawn_file_actions_t *quiet) {
    pid_t child;
    double start = now();
    if (posix_spawnp(&child, words[0], quiet, NULL, words, environ) != 0) {
        fprintf(stderr, "bench-run: cannot start %s\n", words[0]);
        exit(1);
    }
    waitpid(child, NULL, 0);
    return now() - start;
}

static int ascending(const void *one, const void *other) {
    double difference = *(const double *)one - *(const double *)other;
    return (difference > 0) - (difference < 0);
}

int main(int count, char **words) {
    int runs = count > 2 ? atoi(words[1]) : 0, commands = 1;
    if (runs < 1) return fprintf(stderr, "usage: bench-run RUNS COMMAND… %%%% COMMAND…\n"), 2;
    char **first[count];
    first[0] = words + 2;
    for (int i = 2; i < count; i++) {
        if (strcmp(words[i], "%%") != 0) continue;
        words[i] = NULL;
        first[commands++] = words + i + 1;
    }
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    double *times = malloc(sizeof(double) * runs * commands);
    for (int turn = 0; turn < runs; turn++)
        for (int i = 0; i < commands; i++) times[i * runs + turn] = run(first[i], &quiet);
    for (int i = 0; i < commands; i++) {
        qsort(times + i * runs, runs, sizeof(double), ascending);
        printf("%.0f\n", times[i * runs + runs / 2]);
    }
    free(times);
}
