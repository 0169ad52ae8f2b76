#ifndef PDUKIT_CLIENT_CLI_PROGRESS_LINE_H_
#define PDUKIT_CLIENT_CLI_PROGRESS_LINE_H_

#include <string>

#include "client/cli/context.h"
#include "client/progress.h"

namespace pdukit::client {

// Shows progress in one line of stderr, over and over; empty if stderr is no
// terminal. The context's stream must outlive it.
ProgressCallback ProgressLine(const Context& context);

// Shows `text` there.
void ShowProgressLine(const Context& context, const std::string& text);

// Wipes that line, if stderr is a terminal.
void ClearProgressLine(const Context& context);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_PROGRESS_LINE_H_
