/* init_survey.c - what a repository has already, for stet init */

#include "lint/command/init_survey.h"

#include <string.h>

#include "lint/base/buf.h"
#include "lint/files/file.h"
#include "lint/files/path.h"

/* Of several the first counts: what only one of them has comes before what others have
 * as well. */
static const struct site_generator generators[] = {
    {"hugo.toml", "Hugo", "hugo", "content", "public"},
    {"hugo.yaml", "Hugo", "hugo", "content", "public"},
    {"hugo.json", "Hugo", "hugo", "content", "public"},
    {"config/_default", "Hugo", "hugo", "content", "public"},
    {"archetypes", "Hugo", "hugo", "content", "public"},
    {"docusaurus.config.js", "Docusaurus", "docusaurus", ".", "build"},
    {"docusaurus.config.ts", "Docusaurus", "docusaurus", ".", "build"},
    {"docusaurus.config.mjs", "Docusaurus", "docusaurus", ".", "build"},
    {"astro.config.mjs", "Astro", "astro", "src/content", "dist"},
    {"astro.config.ts", "Astro", "astro", "src/content", "dist"},
    {"astro.config.js", "Astro", "astro", "src/content", "dist"},
    {"gatsby-config.js", "Gatsby", "gatsby", ".", "public"},
    {"gatsby-config.ts", "Gatsby", "gatsby", ".", "public"},
    {".vitepress", "VitePress", "vitepress", ".", ".vitepress/dist"},
    {"docs/.vitepress", "VitePress", "vitepress", "docs", "docs/.vitepress/dist"},
    {".eleventy.js", "Eleventy", "eleventy", ".", "_site"},
    {"eleventy.config.js", "Eleventy", "eleventy", ".", "_site"},
    {"eleventy.config.mjs", "Eleventy", "eleventy", ".", "_site"},
    {"eleventy.config.cjs", "Eleventy", "eleventy", ".", "_site"},
    {"mkdocs.yml", "MkDocs", "mkdocs", "docs", "site"},
    {"mkdocs.yaml", "MkDocs", "mkdocs", "docs", "site"},
    {"_quarto.yml", "Quarto", NULL, ".", "_site"},
    {"scaffolds", "Hexo", NULL, "source", "public"},
    {"_config.yml", "Jekyll", "jekyll", ".", "_site"},
};

static const struct ci_server servers[] = {
    {".gitlab-ci.yml", "GitLab CI", "gitlab"},
    {"azure-pipelines.yml", "Azure Pipelines", "azure-pipelines"},
    {"Jenkinsfile", "Jenkins", "jenkins"},
    {".circleci/config.yml", "CircleCI", "circleci"},
};

static const char *const configs[] = {"stet.yaml", "stet.yml",  ".stet.yaml",
                                      ".stet.yml", "stet.json", NULL};

static const char *const markdownlint_configs[] = {
    ".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml", ".markdownlint-cli2.cjs",
    ".markdownlint-cli2.mjs",   ".markdownlint.jsonc",     ".markdownlint.json",
    ".markdownlint.yaml",       ".markdownlint.yml",       ".markdownlint.cjs",
    ".markdownlint.mjs",        ".markdownlintrc",         NULL};

static const char *const rumdl_configs[] = {".rumdl.toml", "rumdl.toml",
                                            ".config/rumdl.toml", NULL};

static const char *const hook_configs[] = {".pre-commit-config.yaml",
                                           ".pre-commit-config.yml", NULL};

static bool is_here(const char *path)
{
    const char *reason;

    return path_presence(path, &reason) != PRESENCE_NO;
}

static const char *first_here(const char *const *paths)
{
    while (*paths && !is_here(*paths))
        paths++;
    return *paths;
}

/* In a worktree or a submodule .git is a file, and nothing is known. */
static bool comes_from_github(void)
{
    enum { GIT_CONFIG_MAX_BYTES = 1024 * 1024 };
    struct buf text = BUF_INIT;
    const char *reason;
    bool found = file_read(".git/config", GIT_CONFIG_MAX_BYTES, &text, &reason) &&
                 strstr(text.data, "github.com") != NULL;

    buf_release(&text);
    return found;
}

/* With a table for rumdl, as far as can be seen without reading it all. */
static const char *project_file(void)
{
    enum { PROJECT_MAX_BYTES = 1024 * 1024 };
    static const char name[] = "pyproject.toml";
    struct buf text = BUF_INIT;
    const char *reason;
    bool found = file_read(name, PROJECT_MAX_BYTES, &text, &reason) &&
                 strstr(text.data, "tool.rumdl") != NULL;

    buf_release(&text);
    return found ? name : NULL;
}

void init_survey(struct init_survey *survey)
{
    *survey = (struct init_survey){.repository = is_here(".git"),
                                   .github = is_here(".github"),
                                   .config = first_here(configs),
                                   .markdownlint = first_here(markdownlint_configs),
                                   .rumdl = first_here(rumdl_configs),
                                   .hooks = first_here(hook_configs)};
    if (!survey->rumdl)
        survey->rumdl = project_file();
    for (size_t i = 0; i < sizeof(generators) / sizeof(*generators); i++)
        if (!survey->generator && is_here(generators[i].file))
            survey->generator = &generators[i];
    for (size_t i = 0; i < sizeof(servers) / sizeof(*servers); i++)
        if (!survey->server && is_here(servers[i].file))
            survey->server = &servers[i];
    if (!survey->server && !survey->github)
        survey->github = comes_from_github();
}
