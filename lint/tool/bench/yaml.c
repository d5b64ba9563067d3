/* yaml.c - libyaml alone, for comparison */

#include "lint/tool/bench/yaml.h"

#include <stdbool.h>
#include <yaml.h>

uint32_t bench_yaml_events(struct str text)
{
    yaml_parser_t parser;
    yaml_event_t event;
    uint32_t count = 0;
    bool more = yaml_parser_initialize(&parser);

    yaml_parser_set_input_string(&parser, (const unsigned char *)text.data, text.len);
    while (more && yaml_parser_parse(&parser, &event)) {
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        count++;
    }
    yaml_parser_delete(&parser);
    return count;
}
