#pragma once
#include <curl/curl.h>

// Swift cannot call C functions with a variable number of arguments, which is how libcurl takes
// every option. Each wrapper below fixes one type of argument, so that the compiler checks it; the
// option itself still has to be one of that type (see the manual page of the option).

// Options declared CURLOPTTYPE_LONG: numbers and switches.
static inline CURLcode zhouhui_set_number(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

// Options declared CURLOPTTYPE_OFF_T: a long would be read as half a value on 32-bit machines.
static inline CURLcode zhouhui_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

// Options declared CURLOPTTYPE_STRINGPOINT: libcurl copies the text.
static inline CURLcode zhouhui_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

// What a callback gets back as its last argument, and the error buffer: libcurl keeps the address.
static inline CURLcode zhouhui_set_address(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

// Header lines to send: libcurl keeps the list, which must outlive the transfer.
static inline CURLcode zhouhui_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(easy, option, value);
}

// CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION, which share one type.
static inline CURLcode zhouhui_set_receiver(CURL *easy, CURLoption option,
                                            curl_write_callback value) {
  return curl_easy_setopt(easy, option, value);
}

// Facts declared CURLINFO_OFF_T; -1 when libcurl does not know.
static inline curl_off_t zhouhui_get_offset(CURL *easy, CURLINFO info) {
  curl_off_t value = -1;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : -1;
}

// Options of a multi handle declared CURLOPTTYPE_LONG.
static inline CURLMcode zhouhui_set_multi_number(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

// The result sits in a union, which Swift reads as raw memory.
static inline CURLcode zhouhui_result(const CURLMsg *message) { return message->data.result; }
