#include "client/config/fake_gpiod.h"

#include <gpiod.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

using pdukit::client::FakeGpiod;

// What libgpiod's pointers point to.
struct gpiod_line {
  FakeGpiod::Line* state;
};

struct gpiod_chip {
  std::map<unsigned, FakeGpiod::Line>* lines;
  std::map<unsigned, gpiod_line> handles;
};

namespace pdukit::client {
namespace {

FakeGpiod* current = nullptr;

constexpr char kUs[] = "pdukit";

int Fail(int error) {
  errno = error;
  return -1;
}

void Release(FakeGpiod::Line& line) {
  if (line.user == kUs) {
    line.user.clear();
  }
}

void SetActive(FakeGpiod::Line& line, bool active) {
  ++line.levels;
  if (!line.stuck) {
    line.high = active != line.active_low;
  }
}

}  // namespace

FakeGpiod::FakeGpiod() { current = this; }

FakeGpiod::~FakeGpiod() { current = nullptr; }

FakeGpiod::Line& FakeGpiod::AddLine(const std::string& path, unsigned line) {
  std::map<unsigned, Line>& lines = chips_[path];
  for (unsigned below = 0; below < line; ++below) {
    lines.try_emplace(below);
  }
  return lines[line];
}

FakeGpiod& FakeGpiod::Current() {
  if (current == nullptr) {
    std::abort();  // A test that would touch the host's chips.
  }
  return *current;
}

std::map<unsigned, FakeGpiod::Line>* FakeGpiod::Find(const std::string& path) {
  const auto found = chips_.find(path);
  return found == chips_.end() ? nullptr : &found->second;
}

}  // namespace pdukit::client

using pdukit::client::Fail;
using pdukit::client::Release;
using pdukit::client::SetActive;

extern "C" {

gpiod_chip* gpiod_chip_open(const char* path) {
  FakeGpiod& gpiod = FakeGpiod::Current();
  std::map<unsigned, FakeGpiod::Line>* lines = gpiod.Find(path);
  if (gpiod.open_error != 0 || lines == nullptr) {
    Fail(gpiod.open_error != 0 ? gpiod.open_error : ENOENT);
    return nullptr;
  }
  return new gpiod_chip{lines, {}};
}

gpiod_chip* gpiod_chip_open_lookup(const char* descr) {
  const std::string name = descr;
  const bool is_number =
      name.find_first_not_of("0123456789") == std::string::npos;
  return gpiod_chip_open(
      ("/dev/" + (is_number ? "gpiochip" + name : name)).c_str());
}

void gpiod_chip_close(gpiod_chip* chip) {
  for (auto& [number, line] : chip->handles) {
    Release(*line.state);
  }
  delete chip;
}

unsigned int gpiod_chip_num_lines(gpiod_chip* chip) {
  return static_cast<unsigned>(chip->lines->size());
}

gpiod_line* gpiod_chip_get_line(gpiod_chip* chip, unsigned int offset) {
  const auto found = chip->lines->find(offset);
  if (found == chip->lines->end()) {
    Fail(EINVAL);
    return nullptr;
  }
  return &chip->handles.try_emplace(offset, gpiod_line{&found->second})
              .first->second;
}

int gpiod_line_update(gpiod_line* /*line*/) { return 0; }

int gpiod_line_direction(gpiod_line* line) {
  return line->state->is_output ? GPIOD_LINE_DIRECTION_OUTPUT
                                : GPIOD_LINE_DIRECTION_INPUT;
}

const char* gpiod_line_consumer(gpiod_line* line) {
  return line->state->user.empty() ? nullptr : line->state->user.c_str();
}

int gpiod_line_request(gpiod_line* line,
                       const gpiod_line_request_config* config,
                       int default_val) {
  FakeGpiod::Line& state = *line->state;
  if (!state.user.empty()) {
    return Fail(EBUSY);
  }
  if (state.request_error != 0) {
    return Fail(state.request_error);
  }
  state.user = config->consumer;
  state.flags = config->flags;
  state.active_low = (config->flags & GPIOD_LINE_REQUEST_FLAG_ACTIVE_LOW) != 0;
  if (config->request_type == GPIOD_LINE_REQUEST_DIRECTION_OUTPUT) {
    state.is_output = true;
    SetActive(state, default_val != 0);
  }
  return 0;
}

void gpiod_line_release(gpiod_line* line) { Release(*line->state); }

int gpiod_line_set_value(gpiod_line* line, int value) {
  if (line->state->value_error != 0) {
    return Fail(line->state->value_error);
  }
  SetActive(*line->state, value != 0);
  return 0;
}

int gpiod_line_get_value(gpiod_line* line) {
  if (line->state->value_error != 0) {
    return Fail(line->state->value_error);
  }
  return line->state->high != line->state->active_low ? 1 : 0;
}

}  // extern "C"
