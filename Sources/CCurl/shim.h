#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take whatever the option says, which Swift cannot call: one function for each
// kind of value.

typedef size_t (*curl_shim_transfer)(char *, size_t, size_t, void *);

static inline CURLcode curl_shim_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_shim_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_shim_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_shim_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_shim_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_shim_set_transfer(CURL *handle, CURLoption option, curl_shim_transfer value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_shim_status(CURL *handle, long *status) {
    return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
}

static inline CURLcode curl_shim_content_type(CURL *handle, char **type) {
    return curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, type);
}

static inline CURLcode curl_shim_global_init(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}
#endif
