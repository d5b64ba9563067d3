/* main.c - arguments -> command -> exit status */

#include "lint/command/commands.h"
#include "rules/rules.h"

int main(int argc, char **argv)
{
    return commands_run(&rules_all, argc, argv);
}
