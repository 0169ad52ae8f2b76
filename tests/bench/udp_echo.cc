// The floor of requests: the least that a server of datagrams can do.

#include "tests/bench/echo.h"

int main() { pdukit::bench::EchoDatagrams(); }
