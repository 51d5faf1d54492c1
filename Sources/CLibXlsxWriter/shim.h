#pragma once
#include <xlsxwriter.h>

// Of sys/mman.h, which hides it without _GNU_SOURCE.
int memfd_create(const char *name, unsigned int flags);
