#ifndef PDUKIT_FAKE_PDU_MIB_LAST_FOUND_H_
#define PDUKIT_FAKE_PDU_MIB_LAST_FOUND_H_

#include <atomic>
#include <cstddef>

namespace pdukit::fake_pdu {

// The position of the object that a search found last: a walk goes on there,
// and a SET asks for the same one several times. A guess, so that a copy need
// not have it. Thread-safe.
class LastFound {
 public:
  LastFound() = default;
  LastFound(const LastFound& /*other*/) {}
  LastFound& operator=(const LastFound& /*other*/) { return *this; }

  std::size_t Get() const { return at_.load(std::memory_order_relaxed); }
  void Set(std::size_t at) { at_.store(at, std::memory_order_relaxed); }

 private:
  std::atomic<std::size_t> at_ = 0;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_LAST_FOUND_H_
