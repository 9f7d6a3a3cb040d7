#include <yajl/yajl_parse.h>

// Swift can't call a function with variable arguments.
static inline void cyajl_allow_multiple_values(yajl_handle parser) {
    yajl_config(parser, yajl_allow_multiple_values, 1);
}
