/* client.c - what the client said of itself */

#include "lint/lsp/client.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/uri.h"
#include "lint/files/path.h"
#include "lint/lsp/message.h"

/* What a dotted path leads to; NULL when there is nothing. */
static const struct value *follow(const struct value *value, const char *path)
{
    while (value && *path) {
        size_t len = strcspn(path, ".");
        const struct entry *entry = value_entry(value, (struct str){path, len});

        value = entry ? entry->value : NULL;
        path += len;
        path += *path == '.';
    }
    return value;
}

bool client_can(const struct client *client, const char *path)
{
    const struct value *found = follow(client->capabilities, path);

    if (!found || found->kind == VALUE_NULL)
        return false;
    return found->kind != VALUE_BOOL || found->boolean;
}

bool client_lists(const struct client *client, const char *path, const char *word)
{
    const struct value *list = follow(client->capabilities, path);

    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++)
        if (str_is(list->entries[i].value->text, word))
            return true;
    return false;
}

static struct str text_of(const struct value *value)
{
    return value && value->kind == VALUE_STRING ? value->text : (struct str){"", 0};
}

/* The first encoding of the client's list, which is in the order of its wishes, that is
 * known here. UTF-8 is taken when it is offered at all: it costs nothing. */
static enum position_encoding choose_encoding(const struct client *client)
{
    const struct value *offered =
        follow(client->capabilities, "general.positionEncodings");
    enum position_encoding encoding;

    if (client_lists(client, "general.positionEncodings", "utf-8"))
        return ENCODING_UTF8;
    for (uint32_t i = 0; offered && offered->kind == VALUE_LIST && i < offered->count;
         i++)
        if (encoding_find(text_of(offered->entries[i].value), &encoding))
            return encoding;
    return ENCODING_UTF16;
}

static pid_t process_of(const struct value *params)
{
    const struct value *process = value_get(params, "processId");
    char digits[12];

    if (!process || process->kind != VALUE_INTEGER || process->text.len >= sizeof(digits))
        return 0;
    memcpy(digits, process->text.data, process->text.len);
    digits[process->text.len] = '\0';
    return (pid_t)strtol(digits, NULL, 10);
}

/* The real path of a folder; empty when the URI is not one of a file. */
static struct str folder_of(struct arena *arena, struct str uri)
{
    struct str path = uri_to_path(arena, uri);

    return path.len ? path_real(arena, path.data) : path;
}

static void add_folder(struct client *client, struct str folder)
{
    struct str *items;

    if (!folder.len || str_list_has(client->folders, folder))
        return;
    items = arena_array(&client->arena, client->folders.count + 1, sizeof(*items));
    if (client->folders.count)
        memcpy(items, client->folders.items, client->folders.count * sizeof(*items));
    items[client->folders.count] = folder;
    client->folders = (struct str_list){items, client->folders.count + 1};
}

static void add_folders(struct client *client, const struct value *list)
{
    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++) {
        const struct value *uri = value_get(list->entries[i].value, "uri");

        add_folder(client, folder_of(&client->arena, text_of(uri)));
    }
}

static void remove_folder(struct client *client, struct str folder)
{
    struct str *items =
        arena_array(&client->arena, client->folders.count, sizeof(*items));
    size_t count = 0;

    for (size_t i = 0; i < client->folders.count; i++)
        if (!str_equal(client->folders.items[i], folder))
            items[count++] = client->folders.items[i];
    client->folders = (struct str_list){items, count};
}

void client_init(struct client *client, struct str params)
{
    const struct value *given;
    struct str root;

    *client = (struct client){.process = 0};
    arena_init(&client->arena);
    given = message_json(&client->arena, arena_str(&client->arena, params));
    client->capabilities = value_get(given, "capabilities");
    client->encoding = choose_encoding(client);
    client->process = process_of(given);
    add_folders(client, value_get(given, "workspaceFolders"));
    if (!client->folders.count)
        add_folder(client,
                   folder_of(&client->arena, text_of(value_get(given, "rootUri"))));
    root = text_of(value_get(given, "rootPath"));
    if (!client->folders.count && str_starts(root, STR("/")))
        add_folder(client,
                   path_real(&client->arena, arena_str(&client->arena, root).data));
    client_set(client, value_get(given, "initializationOptions"));
}

void client_release(struct client *client)
{
    arena_release(&client->arena);
}

void client_change_folders(struct client *client, const struct value *params)
{
    const struct value *event = value_get(params, "event");
    const struct value *removed = value_get(event, "removed");

    for (uint32_t i = 0; removed && removed->kind == VALUE_LIST && i < removed->count;
         i++) {
        const struct value *uri = value_get(removed->entries[i].value, "uri");

        remove_folder(client, folder_of(&client->arena, text_of(uri)));
    }
    add_folders(client, value_get(event, "added"));
}

static bool set(struct client *client, struct str *setting, const struct value *value)
{
    struct str text = text_of(value);

    if (str_equal(*setting, text))
        return false;
    *setting = arena_str(&client->arena, text);
    return true;
}

bool client_set(struct client *client, const struct value *settings)
{
    const struct value *own = value_get(settings, "stet");
    const struct value *from = own ? own : settings;
    bool config = set(client, &client->config, value_get(from, "config"));
    bool preset = set(client, &client->preset, value_get(from, "preset"));
    bool way = set(client, &client->diagnostics, value_get(from, "diagnostics"));

    return config || preset || way;
}
