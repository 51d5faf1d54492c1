#pragma once
// Debian builds libxml2 with ICU, whose UErrorCode clashes with Foundation's own copy of ICU and
// breaks a clean build. No function we call needs it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
