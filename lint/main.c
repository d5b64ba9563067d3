/* main.c - arguments -> command -> exit status */

#include "lint/command/cli.h"
#include "rules/rules.h"

int main(int argc, char **argv)
{
    return cli_run(&rules_all, argc, argv);
}
