/* lifecycle.c - initialize, settings, shutdown, exit */

#include "lint/lsp/feature.h"
#include "lint/lsp/server.h"
#include "lint/value/json_write.h"

/* Where the ids of what the server asks the client start. */
#define ID_SETTINGS "stet-settings"
#define ID_WATCH    "stet-watch"

static void write_features(struct json_writer *json)
{
    const struct feature *feature;

    for (uint32_t i = 0; (feature = feature_at(i)); i++) {
        if (!feature->capability)
            continue;
        json_key(json, feature->capability);
        json_raw(json, str_from(feature->options));
    }
}

static void write_capabilities(struct json_writer *json, const struct client *client)
{
    json_key(json, "capabilities");
    json_open(json, '{');
    json_member(json, "positionEncoding", str_from(encoding_name(client->encoding)));
    json_key(json, "textDocumentSync");
    json_raw(json, STR("{\"openClose\":true,\"change\":2,\"save\":{}}"));
    json_key(json, "workspace");
    json_raw(json, STR("{\"workspaceFolders\":{\"supported\":true,"
                       "\"changeNotifications\":true}}"));
    write_features(json);
    json_close(json, '}');
}

static void initialize(struct server *server, const struct message *message)
{
    struct buf result = BUF_INIT;
    struct json_writer json = {&result, false};

    if (server->phase != PHASE_NEW) {
        message_fail(&server->out, message->id, ERROR_INVALID_REQUEST,
                     STR("`initialize` may be sent once"));
        return;
    }
    client_release(&server->client);
    client_init(&server->client, message->raw_params);
    server->phase = PHASE_RUNNING;
    json_open(&json, '{');
    write_capabilities(&json, &server->client);
    json_key(&json, "serverInfo");
    json_open(&json, '{');
    json_member(&json, "name", STR("stet"));
    json_member(&json, "version", str_from(server->options->version));
    json_close(&json, '}');
    json_close(&json, '}');
    message_reply(&server->out, message->id, buf_str(&result));
    buf_release(&result);
}

static void ask_for_settings(struct server *server)
{
    if (client_can(&server->client, "workspace.configuration"))
        server_ask(server, ID_SETTINGS, "workspace/configuration",
                   STR("{\"items\":[{\"section\":\"stet\"}]}"));
}

/* Configs, schemas, data files and articles: a change of any may change findings. */
static void ask_to_watch(struct server *server)
{
    static const char params[] =
        "{\"registrations\":[{\"id\":\"" ID_WATCH "\","
        "\"method\":\"workspace/didChangeWatchedFiles\",\"registerOptions\":"
        "{\"watchers\":[{\"globPattern\":\"**/*.{yaml,yml,json,jsonc,toml,csv,txt}\"},"
        "{\"globPattern\":\"**/{.gitignore,.stet.yaml,.stet.yml}\"},"
        "{\"globPattern\":\"**/*.{md,markdown,mdown,mkd,mdx,qmd,Rmd}\"}]}}]}";

    if (client_can(&server->client,
                   "workspace.didChangeWatchedFiles.dynamicRegistration"))
        server_ask(server, ID_WATCH, "client/registerCapability", STR(params));
}

static void initialized(struct server *server, const struct message *message)
{
    (void)message;
    ask_for_settings(server);
    ask_to_watch(server);
}

static void shut_down(struct server *server, const struct message *message)
{
    server->phase = PHASE_SHUT_DOWN;
    message_reply(&server->out, message->id, STR("null"));
}

static void leave(struct server *server, const struct message *message)
{
    (void)message;
    server->status = server->phase == PHASE_SHUT_DOWN ? 0 : 1;
    server->phase = PHASE_ENDED;
}

static void cancel(struct server *server, const struct message *message)
{
    const struct value *id = value_get(message->params, "id");
    struct buf json = BUF_INIT;

    if (!id)
        return;
    if (id->kind == VALUE_STRING)
        json_add_string(&json, id->text);
    else
        buf_add_str(&json, id->text);
    tasks_cancel(server, buf_str(&json));
    buf_release(&json);
}

/* A client that can be asked is asked: what it sends along may be anything. */
static void change_settings(struct server *server, const struct message *message)
{
    if (client_can(&server->client, "workspace.configuration"))
        ask_for_settings(server);
    else if (client_set(&server->client, value_get(message->params, "settings")))
        sync_renew(server);
}

static void take_settings(struct server *server, const struct value *result)
{
    if (result && result->kind == VALUE_LIST && result->count &&
        client_set(&server->client, result->entries[0].value))
        sync_renew(server);
}

static void change_folders(struct server *server, const struct message *message)
{
    client_change_folders(&server->client, message->params);
    sync_renew(server);
}

static void change_files(struct server *server, const struct message *message)
{
    (void)message;
    sync_renew(server);
}

static void nothing(struct server *server, const struct message *message)
{
    (void)server;
    (void)message;
}

bool lifecycle_take(struct server *server, const struct message *message)
{
    static const struct row {
        const char *method;
        enum message_kind kind;
        void (*take)(struct server *server, const struct message *message);
    } rows[] = {
        {"initialize", MESSAGE_REQUEST, initialize},
        {"shutdown", MESSAGE_REQUEST, shut_down},
        {"initialized", MESSAGE_NOTIFICATION, initialized},
        {"exit", MESSAGE_NOTIFICATION, leave},
        {"$/cancelRequest", MESSAGE_NOTIFICATION, cancel},
        {"$/setTrace", MESSAGE_NOTIFICATION, nothing},
        {"workspace/didChangeConfiguration", MESSAGE_NOTIFICATION, change_settings},
        {"workspace/didChangeWorkspaceFolders", MESSAGE_NOTIFICATION, change_folders},
        {"workspace/didChangeWatchedFiles", MESSAGE_NOTIFICATION, change_files},
    };

    if (message->kind == MESSAGE_RESPONSE) {
        if (str_starts(message->id, STR("\"" ID_SETTINGS "-")))
            take_settings(server, message->result);
        return true;
    }
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        if (rows[i].kind == message->kind && str_is(message->method, rows[i].method)) {
            rows[i].take(server, message);
            return true;
        }
    return false;
}
