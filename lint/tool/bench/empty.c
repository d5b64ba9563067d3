/* empty.c - a program that does nothing: the start that any other is compared with */

int main(void)
{
    return 0;
}
