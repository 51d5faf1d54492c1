#pragma once
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

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

// CURLOPT_READFUNCTION: asked for the next bytes of an upload.
static inline CURLcode zhouhui_set_sender(CURL *easy, curl_read_callback value) {
  return curl_easy_setopt(easy, CURLOPT_READFUNCTION, value);
}

// The body of a POST: libcurl copies it, for which it has to know the size first.
static inline CURLcode zhouhui_set_body(CURL *easy, const void *bytes, curl_off_t count) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, count);
  return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

// Facts declared CURLINFO_LONG; -1 when libcurl does not know.
static inline long zhouhui_get_number(CURL *easy, CURLINFO info) {
  long value = -1;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : -1;
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

// Options that take a block of bytes: libcurl copies it.
static inline CURLcode zhouhui_set_blob(CURL *easy, CURLoption option, const void *bytes,
                                        size_t count) {
  struct curl_blob blob = {.data = (void *)bytes, .len = count, .flags = CURL_BLOB_COPY};
  return curl_easy_setopt(easy, option, &blob);
}

// CURLOPT_XFERINFOFUNCTION: told how many bytes have come, before any unpacking.
static inline CURLcode zhouhui_set_meter(CURL *easy, curl_xferinfo_callback value) {
  return curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, value);
}

// CURLOPT_OPENSOCKETFUNCTION: asked for a socket to each address before anything is sent there.
static inline CURLcode zhouhui_set_opener(CURL *easy, curl_opensocket_callback value) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, value);
}

// The bytes of an IP address, 4 or 16 of them; 0 for any other kind.
static inline int zhouhui_address(const struct curl_sockaddr *address, unsigned char bytes[16]) {
  const struct sockaddr *socket_address = &address->addr;
  if (address->family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)socket_address)->sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)socket_address)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

// A socket as libcurl would open it.
static inline curl_socket_t zhouhui_open(const struct curl_sockaddr *address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Constants that are macros with casts, which Swift does not import.
static const long zhouhui_auth_basic = CURLAUTH_BASIC;
static const long zhouhui_auth_bearer = CURLAUTH_BEARER;
