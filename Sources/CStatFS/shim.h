#pragma once
/* statfs(2): the kind of a file system, which Swift's Glibc module leaves out. */
#include <sys/statfs.h>
