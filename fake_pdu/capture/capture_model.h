#ifndef PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_MODEL_H_
#define PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_MODEL_H_

#include <memory>
#include <string>

#include "base/result.h"
#include "fake_pdu/capture/capture.h"
#include "fake_pdu/mib/model.h"
#include "fake_pdu/models/model_catalog.h"

namespace pdukit::fake_pdu {

// The model that a captured device is of: `name`, if that is not empty. Else
// one with the capture's sysObjectID, whose name the capture holds as a word of
// a text, or else whose outlets are those of a captured table.
//
// Where no model has that sysObjectID: one without outlets and objects, named
// "capture". Fails with kNotFound if `name` does not exist, and with
// kInvalidArgument if models have the sysObjectID but none of them fits; the
// error says which could be named.
Result<std::shared_ptr<const Model>> ChooseModel(const Capture& capture,
                                                 const ModelCatalog& catalog,
                                                 const std::string& name);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_MODEL_H_
