#ifndef PDUKIT_FAKE_PDU_AGENT_JOURNAL_H_
#define PDUKIT_FAKE_PDU_AGENT_JOURNAL_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/agent/exchange.h"
#include "fake_pdu/mib/object_view.h"

struct snmp_pdu;

namespace pdukit::fake_pdu {

// With the name that the view gives it.
NamedVarbind Named(const ObjectView& view, const Oid& oid, Value value = {});

// What Net-SNMP decoded or is about to encode, in few pieces of memory that the
// next one uses again.
struct MessageRecord {
  long version = -1;
  int command = 0;
  long request_id = 0;
  long error_status = 0;  // non-repeaters of a GETBULK
  long error_index = 0;   // max-repetitions of a GETBULK
  int security_level = 0;
  std::string principal{};  // The community or the user.
  std::string varbinds{};   // Packed.

  void Keep(const snmp_pdu& pdu);
  std::vector<NamedVarbind> Varbinds(const ObjectView& view) const;
  // Decoded, without its source.
  Request ToRequest(const ObjectView& view) const;
};

// One exchange as the agent writes it down.
struct ExchangeRecord {
  Clock::WallTime time{};
  std::array<char, 28> source{};  // A sockaddr_in or sockaddr_in6
  MessageRecord request{};
  bool is_answered = false;
  MessageRecord response{};
  const char* refusal = "";
  std::string fault{};

  // Empty, and ready to be filled anew.
  void Reset();
  std::string SourceText() const;
};

// The last exchanges of an endpoint. Thread-safe.
class Journal {
 public:
  // Keeps so many; none if it is 0.
  explicit Journal(std::size_t capacity) : capacity_(capacity) {}

  // Takes what the record holds; what it then holds is of no meaning.
  void Add(ExchangeRecord& record);

  // Oldest first, with the names of the view.
  std::vector<Exchange> Read(const ObjectView& view) const;

  // Whether it holds the same request from the same source.
  bool Holds(const ExchangeRecord& record) const;

  // How many there have been.
  std::uint64_t count() const;

  // Forgets the exchanges; their numbers go on.
  void Clear();

 private:
  const std::size_t capacity_;
  mutable std::mutex records_mutex_;
  // A ring once it is full: the oldest is at `count_ % capacity_`.
  std::vector<ExchangeRecord> records_;
  std::uint64_t count_ = 0;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_JOURNAL_H_
