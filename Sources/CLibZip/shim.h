#pragma once
#include <zip.h>

// Macros with casts, which Swift does not import.
static const zip_uint64_t zhouhui_zip_needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
static const zip_uint16_t zhouhui_zip_plain = ZIP_EM_NONE;
