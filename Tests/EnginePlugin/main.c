// An engine plugin that needs nothing in its root but itself: it listens where its arguments say and tells everyone
// who asks that it implements what they name.
//   tug-test-plugin SOCKET KIND
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

// The first process of a container has no default way to end.
static void leave(int number) {
    (void)number;
    _exit(0);
}

static void answer(int client, const char *kind) {
    char request[4096];
    if (read(client, request, sizeof request) <= 0) return;
    char body[256];
    int length = snprintf(body, sizeof body, "{\"Implements\":[\"%s\"]}\n", kind);
    dprintf(
        client,
        "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.plugins.v1+json\r\n"
        "Content-Length: %d\r\nConnection: close\r\n\r\n%s",
        length, body);
}

int main(int count, char **words) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (count != 3 || strlen(words[1]) >= sizeof address.sun_path) return 2;
    strcpy(address.sun_path, words[1]);
    signal(SIGTERM, leave);
    signal(SIGPIPE, SIG_IGN);
    unlink(words[1]);
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 8) != 0) return 1;
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client < 0) continue;
        answer(client, words[2]);
        close(client);
    }
}
