/* main.c - runs the command that the arguments name, with the table of all rules */

#include "lint/command/commands.h"
#include "rules/rules.h"

int main(int argc, char **argv)
{
    return commands_run(&rules_all, argc, argv);
}
