#include "tests/facts/scenario.h"

#include <charconv>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/clock.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/device/faults.h"
#include "fake_pdu/mib/device_objects.h"
#include "snmp/error_status.h"
#include "snmp/value.h"

namespace pdukit {
namespace {

using fake_pdu::ContactState;
using fake_pdu::Device;
using fake_pdu::DeviceObjects;
using fake_pdu::Model;
using fake_pdu::OutletCommand;
using fake_pdu::OutletState;

std::string At(const YAML::Node& node) {
  return "line " + std::to_string(node.Mark().line + 1) + ": ";
}

[[noreturn]] void Mistake(const YAML::Node& node, const std::string& what) {
  throw std::runtime_error(At(node) + what);
}

std::optional<std::int64_t> ParseInteger(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size()
             ? std::optional<std::int64_t>(number)
             : std::nullopt;
}

std::string FromHex(const std::string& text) {
  std::string octets;
  for (std::size_t at = 2; at + 1 < text.size(); at += 2) {
    octets += static_cast<char>(std::stoi(text.substr(at, 2), nullptr, 16));
  }
  return octets;
}

bool IsHex(const std::string& text) { return text.substr(0, 2) == "0x"; }

// In the type of the object; in that of the text if there is no object.
Value ValueFor(const fake_pdu::Column* column, const std::string& text) {
  const std::optional<std::int64_t> number = ParseInteger(text);
  if (text.substr(0, 8) == "Gauge32:") {
    return Value::Gauge32(
        static_cast<std::uint32_t>(std::stoul(text.substr(8))));
  }
  if (text.substr(0, 8) == "INTEGER:") {
    return Value::Integer32(std::stoi(text.substr(8)));
  }
  if (text.substr(0, 7) == "STRING:") {
    return Value::OctetString(text.substr(7));
  }
  if (column != nullptr && column->syntax.is_numeric() && number) {
    return EncodeNumber(column->syntax, static_cast<double>(*number));
  }
  if (column == nullptr && number) {
    return Value::Integer32(static_cast<std::int32_t>(*number));
  }
  if (IsHex(text)) {
    return Value::OctetString(FromHex(text));
  }
  return column == nullptr || column->syntax.is_numeric()
             ? Value::OctetString(text)
             : EncodeText(column->syntax, text);
}

bool Matches(const Value& value, const std::string& expected) {
  if (expected == "noObject") {
    return value.is_exception();
  }
  if (IsHex(expected)) {
    return value.AsOctets() != nullptr &&
           *value.AsOctets() == FromHex(expected);
  }
  if (value.type() == ValueType::kOctetString) {
    return *value.AsOctets() == expected;
  }
  return value.ToString() == expected;
}

class Player {
 public:
  Player(const Scenario& scenario, const fake_pdu::ModelCatalog& models)
      : scenario_(scenario),
        model_(models.Find(scenario.model).value()),
        device_(SpecOf(model_), clock_),
        objects_(model_, device_) {}

  std::vector<std::string> Play() {
    for (const YAML::Node& step : scenario_.steps) {
      for (const auto& action : step) {
        Do(action.first, action.second, step);
      }
    }
    return std::move(failures_);
  }

 private:
  void Fail(const YAML::Node& node, const std::string& what) {
    failures_.push_back(At(node) + what);
  }

  void Do(const YAML::Node& name, const YAML::Node& what,
          const YAML::Node& step) {
    const std::map<std::string, std::function<void()>> actions = {
        {"set", [&] { Set(what, "noError"); }},
        {"refused",
         [&] { Set(what, step["with"] ? step["with"].Scalar() : ""); }},
        {"with", [] {}},
        {"get", [&] { Get(what); }},
        {"outlet", [&] { ExpectOutlets(what); }},
        {"advance",
         [&] {
           clock_.Advance(std::chrono::milliseconds(
               static_cast<std::int64_t>(what.as<double>() * 1000)));
         }},
        {"load", [&] { SetLoads(what); }},
        {"command", [&] { Command(what); }},
        {"switch", [&] { Switch(what); }},
        {"trip", [&] { TripBreaker(device_, what.as<int>()).value(); }},
        {"reset", [&] { ResetBreaker(device_, what.as<int>()).value(); }},
        {"unknown", [&] { SetUnknown(what); }},
        {"sensor", [&] { SetSensors(what); }},
        {"contact", [&] { SetContacts(what); }},
        {"replug",
         [&] {
           device_.Unplug();
           device_.Plug();
         }},
    };
    const auto action = actions.find(name.Scalar());
    if (action == actions.end()) {
      Mistake(name, "there is no step '" + name.Scalar() + "'");
    }
    action->second();
  }

  Oid OidOf(const YAML::Node& node) const {
    const Result<Oid> oid = Oid::Parse(node.Scalar());
    if (!oid.ok()) {
      Mistake(node, "'" + node.Scalar() + "' is no OID");
    }
    return oid->StartsWith({1, 3, 6, 1}) ? *oid : scenario_.base.Child(*oid);
  }

  // All in one SET; `with` among the objects names the expected error.
  void Set(const YAML::Node& objects, const std::string& expected_status) {
    std::vector<Varbind> varbinds;
    std::string expected = expected_status;
    for (const auto& object : objects) {
      if (object.first.Scalar() == "with") {
        expected = object.second.Scalar();
        continue;
      }
      Varbind varbind;
      varbind.oid = OidOf(object.first);
      varbind.value = ValueFor(model_->objects.ColumnOf(varbind.oid),
                               object.second.Scalar());
      varbinds.push_back(varbind);
    }
    const auto failure = objects_.Set(varbinds);
    device_.DeliverEvents();
    const std::string status =
        ToString(failure ? failure->status : ErrorStatus::kNoError);
    if (status != expected) {
      Fail(objects, "the SET was answered " + status + ", not " + expected);
    }
  }

  void Get(const YAML::Node& objects) {
    for (const auto& object : objects) {
      const Value value = objects_.Get(OidOf(object.first));
      if (!Matches(value, object.second.Scalar())) {
        Fail(object.first, object.first.Scalar() + " is " + value.ToString() +
                               ", not " + object.second.Scalar());
      }
    }
  }

  void ExpectOutlets(const YAML::Node& outlets) {
    for (const auto& outlet : outlets) {
      const OutletState state = device_.outlet(outlet.first.as<int>()).value();
      if (ToString(state) != outlet.second.Scalar()) {
        Fail(outlet.first, "outlet " + outlet.first.Scalar() + " is " +
                               ToString(state) + ", not " +
                               outlet.second.Scalar());
      }
    }
  }

  void SetLoads(const YAML::Node& loads) {
    for (const auto& load : loads) {
      device_.SetLoad(load.first.as<int>(), load.second.as<double>()).value();
    }
  }

  void Command(const YAML::Node& commands) {
    for (const auto& command : commands) {
      device_.Command(command.first.as<int>(), CommandNamed(command.second))
          .value();
    }
  }

  static OutletCommand CommandNamed(const YAML::Node& node) {
    for (int at = 0; at <= static_cast<int>(OutletCommand::kDelayedShutdown);
         ++at) {
      const auto command = static_cast<OutletCommand>(at);
      if (node.Scalar() == ToString(command)) {
        return command;
      }
    }
    Mistake(node, "there is no command '" + node.Scalar() + "'");
  }

  void Switch(const YAML::Node& outlets) {
    for (const auto& outlet : outlets) {
      device_
          .SetOutlet(outlet.first.as<int>(), outlet.second.Scalar() == "on"
                                                 ? OutletState::kOn
                                                 : OutletState::kOff)
          .value();
    }
  }

  void SetUnknown(const YAML::Node& outlets) {
    for (const auto& outlet : outlets) {
      SetStateUnknown(device_, outlet.first.as<int>(), outlet.second.as<bool>())
          .value();
    }
  }

  void SetSensors(const YAML::Node& sensors) {
    for (const auto& sensor : sensors) {
      const int number = sensor.first.as<int>();
      if (const YAML::Node celsius = sensor.second["temperature"]) {
        device_.SetTemperature(number, celsius.as<double>()).value();
      }
      if (const YAML::Node percent = sensor.second["humidity"]) {
        device_.SetHumidity(number, percent.as<double>()).value();
      }
    }
  }

  void SetContacts(const YAML::Node& contacts) {
    for (const auto& contact : contacts) {
      device_
          .SetContact(contact.first.as<int>(),
                      contact.second.Scalar() == "closed"
                          ? ContactState::kClosed
                          : ContactState::kOpen)
          .value();
    }
  }

  const Scenario& scenario_;
  ManualClock clock_;
  std::shared_ptr<const Model> model_;
  Device device_;
  DeviceObjects objects_;
  std::vector<std::string> failures_;
};

}  // namespace

std::vector<Scenario> ReadScenarios(const std::string& file) {
  const YAML::Node root = YAML::LoadFile(file);
  std::vector<Scenario> scenarios;
  for (const YAML::Node& node : root["scenarios"]) {
    Scenario scenario;
    scenario.file = file;
    scenario.says = node["says"].as<std::string>();
    scenario.model = node["model"].as<std::string>();
    const YAML::Node base = node["base"] ? node["base"] : root["base"];
    scenario.base = base ? Oid::Parse(base.Scalar()).value() : Oid();
    scenario.steps = node["steps"];
    if (!scenario.steps || scenario.steps.size() == 0) {
      throw std::runtime_error(file + ": " + At(node) + "there are no steps");
    }
    scenarios.push_back(scenario);
  }
  return scenarios;
}

std::vector<std::string> Play(const Scenario& scenario,
                              const fake_pdu::ModelCatalog& models) {
  try {
    return Player(scenario, models).Play();
  } catch (const std::exception& mistake) {
    return {mistake.what()};
  }
}

}  // namespace pdukit
