#ifndef PDUKIT_BASE_RESULT_H_
#define PDUKIT_BASE_RESULT_H_

// A value, or the Error that says why there is none. The names are those of
// std::expected.
//
//   Result<int> Parse(const std::string& text) {
//     if (text.empty()) return Error{ErrorKind::kParse, "no number given"};
//     return std::stoi(text);
//   }
//   Result<int> number = Parse(argument);
//   if (!number.ok()) return number.error();
//   Use(*number);

#include <ostream>
#include <stdexcept>
#include <utility>
#include <variant>

#include "base/error.h"

namespace pdukit {

// What value() throws where there is none: for tests, examples and main().
class BadResultAccess : public std::runtime_error {
 public:
  explicit BadResultAccess(Error error)
      : std::runtime_error(error.Text()), error_(std::move(error)) {}

  const Error& error() const { return error_; }

 private:
  Error error_;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  // From what it holds, so that functions can just return either.
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  bool has_value() const { return ok(); }
  explicit operator bool() const { return ok(); }

  // Throws BadResultAccess if there is none. That of a temporary is returned as
  // a value: `for (int port : Ports().value())` goes over what stays.
  T& value() & {
    Require();
    return std::get<0>(state_);
  }
  const T& value() const& {
    Require();
    return std::get<0>(state_);
  }
  T value() && {
    Require();
    return std::get<0>(std::move(state_));
  }

  // Undefined if there is none.
  T& operator*() & { return *std::get_if<0>(&state_); }
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T operator*() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  // Undefined if ok().
  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  void Require() const {
    if (!ok()) {
      throw BadResultAccess(error());
    }
  }

  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() : state_(std::in_place_index<0>) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  bool has_value() const { return ok(); }
  explicit operator bool() const { return ok(); }

  // Throws BadResultAccess if it failed.
  void value() const {
    if (!ok()) {
      throw BadResultAccess(error());
    }
  }

  // Undefined if ok().
  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<std::monostate, Error> state_;
};

// For test failures: "ok" or the error.
template <typename T>
std::ostream& operator<<(std::ostream& out, const Result<T>& result) {
  if (result.ok()) {
    return out << "ok";
  }
  return out << result.error();
}

}  // namespace pdukit

#endif  // PDUKIT_BASE_RESULT_H_
