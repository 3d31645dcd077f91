// A document in a line of NDJSON: {"id": "…", "url": "…", "text" | "html" | "bytes": "…"}
//
// `id` is a string or a whole number and may be missing, as may `url`. `text` and `html` are read alike, since the
// parser looks at the content; `bytes` is base64 of a file's bytes, for other encodings and formats. Other keys are
// passed over.
#pragma once

#include "failure.h"
#include "source.h"

// Turns a raw line into the document it holds: id, url, and bytes or a failure ("bad-line").
void read_ndjson_line(Raw& raw);
