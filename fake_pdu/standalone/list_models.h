#ifndef PDUKIT_FAKE_PDU_STANDALONE_LIST_MODELS_H_
#define PDUKIT_FAKE_PDU_STANDALONE_LIST_MODELS_H_

#include <ostream>

#include "base/result.h"
#include "fake_pdu/standalone/options.h"

namespace pdukit::fake_pdu {

// Writes a line for each model, or a JSON array. Fails, having written
// nothing, for a file with a mistake.
Result<void> PrintModels(const ListModels& list, std::ostream& out);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_STANDALONE_LIST_MODELS_H_
