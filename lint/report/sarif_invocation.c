/* sarif_invocation.c - the part of a SARIF log about how the run went */

#include "lint/report/sarif.h"

void sarif_open_notification(struct json_writer *json, enum severity severity,
                             struct str message)
{
    json_newline(json);
    json_open(json, '{');
    json_member(json, "level", str_from(severity_name(severity)));
    json_key(json, "message");
    sarif_write_message(json, message);
}

void sarif_write_notification_place(struct json_writer *json, struct str location,
                                    uint32_t line, uint32_t column)
{
    json_key(json, "locations");
    json_open(json, '[');
    json_open(json, '{');
    sarif_open_place(json, location);
    if (line) {
        json_key(json, "region");
        json_open(json, '{');
        json_member_uint(json, "startLine", line);
        if (column)
            json_member_uint(json, "startColumn", column);
        json_close(json, '}');
    }
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, ']');
}

/* Line and column 0 where nothing but the file is known. */
static struct position position_of(const struct report_notification *notification)
{
    if (!notification->source)
        return (struct position){0};
    return source_position(notification->source, notification->mistake.span.start);
}

/* Writes the notifications from the context, of the configuration or of the execution. */
static void write_notifications(struct json_writer *json, const struct report *report,
                                bool configuration)
{
    struct buf location = BUF_INIT;

    for (uint32_t i = 0; i < report->context.notification_count; i++) {
        const struct report_notification *notification =
            &report->context.notifications[i];
        struct position place;

        if (notification->configuration != configuration)
            continue;
        sarif_open_notification(json, notification->mistake.severity,
                                notification->mistake.message);
        if (notification->path.len) {
            location.len = 0;
            sarif_write_location(&location, &report->context, notification->path, NULL);
            place = position_of(notification);
            sarif_write_notification_place(json, buf_str(&location), place.line,
                                           place.column);
        }
        json_close(json, '}');
    }
    buf_release(&location);
}

static struct str exit_description(int exit_code)
{
    switch (exit_code) {
    case 0:
        return STR("Nothing was found at or above the failing severity.");
    case 1:
        return STR("Something was found at or above the failing severity.");
    default:
        return STR("The job could not be done.");
    }
}

void sarif_write_invocation(struct json_writer *json, const struct report *report,
                            struct str notifications)
{
    const struct report_context *context = &report->context;

    json_open(json, '{');
    json_member_bool(json, "executionSuccessful", context->exit_code <= 1);
    json_member_uint(json, "exitCode", (uint64_t)context->exit_code);
    json_member(json, "exitCodeDescription", exit_description(context->exit_code));
    sarif_write_time(json, "startTimeUtc", &context->started);
    sarif_write_time(json, "endTimeUtc", &context->ended);
    json_key(json, "toolExecutionNotifications");
    json_open(json, '[');
    if (notifications.len)
        json_raw(json, notifications);
    write_notifications(json, report, false);
    json_close(json, ']');
    json_key(json, "toolConfigurationNotifications");
    json_open(json, '[');
    write_notifications(json, report, true);
    json_close(json, ']');
    json_close(json, '}');
}
