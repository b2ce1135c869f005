#pragma once
#include <curl/curl.h>
#include <stdbool.h>

// libcurl, loaded when first asked for: linking it would cost every start some 10 ms.
// Every call below needs a ccurl_load that has returned true. The set calls return what curl_easy_setopt returns.

/// Loads the library; on failure puts the loader's text, which stays valid, into *error.
bool ccurl_load(const char **error);

CURL *ccurl_init(void);
CURLcode ccurl_perform(CURL *handle);
void ccurl_cleanup(CURL *handle);
const char *ccurl_strerror(CURLcode code);

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value);

typedef size_t (*ccurl_write_callback)(char *bytes, size_t size, size_t count, void *context);
CURLcode ccurl_set_write_callback(CURL *handle, ccurl_write_callback callback, void *context);

/// Allows http and https only, for the first request and for redirects.
CURLcode ccurl_only_http(CURL *handle);

/// 0 when the transfer has no such number.
long ccurl_get_long(CURL *handle, CURLINFO info);

/// NULL when the transfer has no such text; valid until the handle is cleaned up.
const char *ccurl_get_string(CURL *handle, CURLINFO info);
