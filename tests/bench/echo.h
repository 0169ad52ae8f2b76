#ifndef PDUKIT_TESTS_BENCH_ECHO_H_
#define PDUKIT_TESTS_BENCH_ECHO_H_

namespace pdukit::bench {

// Prints the port that it has on loopback, and sends back what comes there.
[[noreturn]] void EchoDatagrams();

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_ECHO_H_
