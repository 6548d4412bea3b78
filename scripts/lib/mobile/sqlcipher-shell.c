/* Says to the SQLCipher of expo-sqlite what stands on the standard input, statements ended by the character 30, and prints each row. */
#include <stdio.h>
#include "sqlite3.h"

static int print_row(void *unused, int count, char **values, char **names) {
  for (int at = 0; at < count; at++) printf("%s%s", at ? "|" : "", values[at] ? values[at] : "");
  putchar('\n');
  return 0;
}

int main(int count, char **arguments) {
  sqlite3 *database;
  char *statement = NULL;
  size_t room = 0;
  if (count != 2 || exsqlite3_open(arguments[1], &database)) return 2;
  while (getdelim(&statement, &room, 30, stdin) > 0) {
    for (char *end = statement; *end; end++) if (*end == 30) *end = 0;
    int code = exsqlite3_exec(database, statement, print_row, NULL, NULL);
    if (code) {
      printf("error %d: %s\n", code, exsqlite3_errmsg(database));
      return 1;
    }
  }
  return exsqlite3_close(database);
}
