#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>

static struct {
    __typeof__(curl_global_init) *global_init;
    __typeof__(curl_easy_init) *init;
    __typeof__(curl_easy_perform) *perform;
    __typeof__(curl_easy_cleanup) *cleanup;
    __typeof__(curl_easy_strerror) *strerror;
    __typeof__(curl_easy_setopt) *setopt;
    __typeof__(curl_easy_getinfo) *getinfo;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool loaded;
static char failure[256] = "unknown error";

static void remember_failure(void) {
    const char *text = dlerror();
    if (!text) return;
    size_t length = 0;
    while (text[length] && length < sizeof failure - 1) {
        failure[length] = text[length];
        length++;
    }
    failure[length] = 0;
}

static bool find(void *library, const char *name, void *pointer) {
    void *symbol = dlsym(library, name);
    *(void **)pointer = symbol;
    if (!symbol) remember_failure();
    return symbol != NULL;
}

static void load(void) {
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
    void *library = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) {
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        if (!library) remember_failure();
    }
    if (!library) return;
    loaded = find(library, "curl_global_init", &curl.global_init) && find(library, "curl_easy_init", &curl.init) &&
             find(library, "curl_easy_perform", &curl.perform) && find(library, "curl_easy_cleanup", &curl.cleanup) &&
             find(library, "curl_easy_strerror", &curl.strerror) && find(library, "curl_easy_setopt", &curl.setopt) &&
             find(library, "curl_easy_getinfo", &curl.getinfo) && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

bool ccurl_load(const char **error) {
    pthread_once(&once, load);
    if (!loaded) *error = failure;
    return loaded;
}

CURL *ccurl_init(void) { return curl.init(); }
CURLcode ccurl_perform(CURL *handle) { return curl.perform(handle); }
void ccurl_cleanup(CURL *handle) { curl.cleanup(handle); }
const char *ccurl_strerror(CURLcode code) { return curl.strerror(code); }

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) { return curl.setopt(handle, option, value); }

CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl.setopt(handle, option, value);
}


CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl.setopt(handle, option, value);
}

CURLcode ccurl_set_write_callback(CURL *handle, ccurl_write_callback callback, void *context) {
    CURLcode code = curl.setopt(handle, CURLOPT_WRITEFUNCTION, callback);
    return code ? code : curl.setopt(handle, CURLOPT_WRITEDATA, context);
}

// The bit masks are deprecated, but what replaces them is unknown before libcurl 7.85.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

CURLcode ccurl_only_http(CURL *handle) {
    const long mask = CURLPROTO_HTTP | CURLPROTO_HTTPS;
    CURLcode code = curl.setopt(handle, CURLOPT_PROTOCOLS, mask);
    return code ? code : curl.setopt(handle, CURLOPT_REDIR_PROTOCOLS, mask);
}

long ccurl_get_long(CURL *handle, CURLINFO info) {
    long value = 0;
    return curl.getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

const char *ccurl_get_string(CURL *handle, CURLINFO info) {
    char *value = NULL;
    return curl.getinfo(handle, info, &value) == CURLE_OK ? value : NULL;
}
