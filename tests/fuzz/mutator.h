#ifndef PDUKIT_TESTS_FUZZ_MUTATOR_H_
#define PDUKIT_TESTS_FUZZ_MUTATOR_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "client/session/ber.h"

namespace pdukit::fuzz {

// Makes bad inputs of good ones; the same at every run.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  // `input` with one to four things wrong with it. Pieces may come from
  // `others`, which is not empty. What is BER is also changed element by
  // element, so that what encloses the wrong one remains right.
  std::string Mutate(const std::string& input,
                     const std::vector<std::string>& others);

  // From zero up to `end`, which is above zero.
  std::size_t Below(std::size_t end);

 private:
  struct Range {
    std::size_t at = 0;
    std::size_t size = 0;
  };

  Range RangeOf(const std::string& text);
  char InterestingOctet();
  std::string MutateOctets(std::string input,
                           const std::vector<std::string>& others);
  std::string MutateNumber(std::string input);
  std::string MutateElement(const std::string& octets);
  std::string Wrong(const client::ber::Element& element);
  std::string WrongLength();
  std::string WrongContent();

  std::mt19937_64 random_;
};

}  // namespace pdukit::fuzz

#endif  // PDUKIT_TESTS_FUZZ_MUTATOR_H_
